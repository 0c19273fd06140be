/** What an effect is told to when it has been carried out: a grant or an exception of a case, by its place there. */
export const receipts0070 = {
  version: 70,
  sql: `
    ALTER TABLE effects ADD COLUMN case_id TEXT;
    ALTER TABLE effects ADD COLUMN place INTEGER;   -- null: nobody waits to hear of it
    ALTER TABLE effects ADD COLUMN receipt TEXT;    -- what the other side calls it
    ALTER TABLE effects ADD COLUMN sent_at INTEGER;
  `
} as const
