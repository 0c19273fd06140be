/** Cases resolved with the solution of another one, to be counted by time (ES31). */
export const helped0080 = {
  version: 80,
  sql: `CREATE INDEX facts_helped ON facts (at) WHERE event ->> '$.helpedBy' IS NOT NULL;`
} as const
