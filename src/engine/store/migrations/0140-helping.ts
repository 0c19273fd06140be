/** Cases in work this person was pulled into: "My work" has them beside those the person owns. */
export const helping0140 = {
  version: 140,
  sql: `
    CREATE TABLE helping (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO helping
      SELECT DISTINCT c.id FROM meta m, cases c, json_each(c.body, '$.swarm') s
      WHERE m.key = 'person' AND s.value = m.value ->> 'id' AND c.ended = 0 AND c.owner <> s.value;
  `
} as const
