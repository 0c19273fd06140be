/** What several nodes agree on: whose connection of an installation counts, and who is carrying out an effect. */
export const nodes0160 = {
  version: 160,
  sql: `
    CREATE TABLE device_sessions (
      device_id TEXT PRIMARY KEY,
      session   TEXT NOT NULL, -- the newest connection, on whichever node
      instance  TEXT NOT NULL  -- which run of the console it is
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE effects ADD COLUMN claimed_by TEXT;       -- a node; null: nobody has begun
    ALTER TABLE effects ADD COLUMN claimed_until INTEGER; -- from then on another may
  `
} as const
