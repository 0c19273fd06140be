/** Where to find what one asked for: without a table of its own every list of it would read through all cases. */
export const asked0020 = {
  version: 20,
  sql: `
    -- Cases with an escalation of this person's that nobody has answered yet.
    CREATE TABLE asked (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO asked
      SELECT DISTINCT c.id FROM meta m, cases c, json_each(c.body, '$.escalations') e
      WHERE m.key = 'person' AND e.value ->> '$.state.status' = 'requested' AND e.value ->> 'by' = m.value ->> 'id';
  `
} as const
