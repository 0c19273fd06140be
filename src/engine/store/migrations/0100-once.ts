/**
 * A draft has the name of the op it becomes, so that it is sent once (EN31); drafts of before get one. And rows of before say how
 * often their case bounced (ES32).
 */
export const once0100 = {
  version: 100,
  sql: `
    ALTER TABLE drafts ADD COLUMN op_id TEXT NOT NULL DEFAULT '';
    UPDATE drafts SET op_id = lower(hex(randomblob(16)));

    UPDATE cases SET row = json_set(row, '$.bounces', (
      SELECT count(*) FROM json_each(cases.body, '$.hops') hop
      WHERE hop.value ->> '$.how' = 'returned' OR hop.value ->> '$.how' = 'transferred' AND EXISTS (
        SELECT 1 FROM json_each(cases.body, '$.hops') earlier
        WHERE earlier.key < hop.key
          AND earlier.value ->> '$.queue.tier' = hop.value ->> '$.queue.tier'
          AND earlier.value ->> '$.queue.team' = hop.value ->> '$.queue.team'
      )
    ));
  `
} as const
