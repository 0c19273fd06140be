/** Which version a version brought back, and documents that are published by themselves at a time. */
export const matrixPlans0030 = {
  version: 30,
  sql: `
    ALTER TABLE matrices ADD COLUMN from_version INTEGER; -- null: not a roll-back

    CREATE TABLE matrix_plans (
      plan_id    TEXT PRIMARY KEY,
      body       TEXT NOT NULL,    -- the document, as it was when it was planned
      author     TEXT NOT NULL,
      reason     TEXT NOT NULL,
      base       INTEGER NOT NULL, -- the version it was made from
      made_at    INTEGER NOT NULL,
      publish_at INTEGER NOT NULL,
      state      TEXT NOT NULL CHECK (state IN ('waiting', 'published', 'failed', 'cancelled')),
      findings   TEXT NOT NULL,    -- JSON: why it failed
      moved_to   INTEGER,          -- it failed because this version came meanwhile
      version    INTEGER           -- the one it became
    ) STRICT;
    CREATE INDEX matrix_plans_waiting ON matrix_plans (publish_at) WHERE state = 'waiting';
  `
} as const
