/** Cases in work that an automatic row may act on, and when to look at them (ES26). */
export const automatic0060 = {
  version: 60,
  sql: `
    CREATE TABLE automatic_due (
      case_id TEXT PRIMARY KEY,
      due_at  INTEGER NOT NULL -- 0: it changed, so look at it now
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX automatic_due_first ON automatic_due (due_at);
  `
} as const
