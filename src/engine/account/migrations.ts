import type { Migration } from '../../sqlite/migrate.ts'

/** What this installation remembers across people: settings, who is signed in, and its name as a device per account. */
export const ACCOUNT_MIGRATIONS: readonly Migration[] = [
  {
    version: 10,
    sql: `
      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE session (
        only   INTEGER PRIMARY KEY CHECK (only = 1), -- one person at a time
        server TEXT NOT NULL,
        demo   INTEGER NOT NULL,
        person TEXT NOT NULL,                        -- JSON: who signed in, as the server said then
        token  TEXT NOT NULL
      ) STRICT;
      CREATE TABLE devices (account TEXT PRIMARY KEY, device_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `
  },
  { version: 20, sql: 'ALTER TABLE session ADD COLUMN grant_key TEXT;' }
]
