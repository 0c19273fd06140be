/** Where the log stood when an installation came for the first time: it fetches what is in sight there, and reads on from there. */
export const deviceSince0020 = {
  version: 20,
  sql: 'ALTER TABLE devices ADD COLUMN since_seq INTEGER NOT NULL DEFAULT 0;'
} as const
