/** From when on automatic rows hold for a case: what came true before an import is the imported past (SV53). */
export const automaticSince0140 = {
  version: 140,
  sql: `ALTER TABLE automatic_due ADD COLUMN since INTEGER NOT NULL DEFAULT 0; -- 0: always`
} as const
