/**
 * Settled ops under the name this installation had then, and since when, by the server's clock, they are kept (EN42): a
 * clock that jumps here must not throw away what a restored server may need.
 */
export const offlineGrant0120 = {
  version: 120,
  sql: `
    CREATE TABLE archive_anew (
      op_id      TEXT PRIMARY KEY,
      device_id  TEXT NOT NULL,
      op_no      INTEGER NOT NULL,
      case_id    TEXT NOT NULL,
      env        TEXT NOT NULL,
      result     TEXT NOT NULL,       -- JSON: the server's answer
      settled_at INTEGER NOT NULL,
      kept_since INTEGER NOT NULL     -- the first hello after that; 0: none yet
    ) STRICT;
    INSERT INTO archive_anew
      SELECT op_id, coalesce(env ->> '$.deviceId', ''), op_no, case_id, env, result, settled_at, 0 FROM archive;
    DROP TABLE archive;
    ALTER TABLE archive_anew RENAME TO archive;
    CREATE INDEX archive_case ON archive (case_id);
    CREATE UNIQUE INDEX archive_number ON archive (device_id, op_no);

    -- Cases I did something on so long ago that the ops are not kept any more.
    CREATE TABLE acted (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `
} as const
