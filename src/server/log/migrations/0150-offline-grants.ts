/**
 * What each installation may do without this server, what it said of itself at its last hello, and what waits for a
 * supervisor: ops that were allowed when they were made, and effects that may have been carried out before a restore.
 */
export const offlineGrants0150 = {
  version: 150,
  sql: `
    CREATE TABLE offline_grants (
      grant_id   TEXT PRIMARY KEY, -- stands for these very rights, and stays the same while they do
      person_id  TEXT NOT NULL,
      device_id  TEXT NOT NULL,
      person     TEXT NOT NULL,    -- JSON: the person with the rights they had
      matrix_ver INTEGER NOT NULL,
      last_at    INTEGER NOT NULL
    ) STRICT;

    ALTER TABLE devices ADD COLUMN app TEXT NOT NULL DEFAULT '';
    ALTER TABLE devices ADD COLUMN seen_at INTEGER;
    ALTER TABLE devices ADD COLUMN cursor INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE devices ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE devices ADD COLUMN to_review INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE held_work (
      op_id      TEXT PRIMARY KEY,
      kind       TEXT NOT NULL CHECK (kind IN ('op', 'effect')),
      case_id    TEXT NOT NULL,
      person_id  TEXT NOT NULL, -- whose op it is
      command    TEXT,          -- JSON, for an op
      grant_id   TEXT,
      at         INTEGER NOT NULL,
      state      TEXT NOT NULL CHECK (state IN ('waiting', 'let', 'dropped')),
      decided_by TEXT,
      decided_at INTEGER
    ) STRICT;
    CREATE INDEX held_work_waiting ON held_work (at) WHERE state = 'waiting';

    -- 1: its op came again after a restore, so it may have been carried out before.
    ALTER TABLE effects ADD COLUMN replayed INTEGER NOT NULL DEFAULT 0;
    -- 1: it waits for somebody who knows.
    ALTER TABLE effects ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
  `
} as const
