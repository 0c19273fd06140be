/** The few cases that were taken out of the public, which a trial has to look up (MX22). */
export const private0130 = {
  version: 130,
  sql: `CREATE INDEX facts_private ON facts (case_id) WHERE event ->> '$.type' = 'case.wentPrivate';`
} as const
