/** Requests that wait for me only while somebody is away, in whose place I then decide (ES28). */
export const approvalsAway0060 = {
  version: 60,
  sql: `ALTER TABLE approvals ADD COLUMN while_away TEXT NOT NULL DEFAULT '';`
} as const
