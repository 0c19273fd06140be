/** By scope, the sum over its cases: a console that has another one holds something else than the log says (SY29). */
export const scopeSums0170 = {
  version: 170,
  sql: `
    CREATE TABLE scope_sums (
      scope TEXT PRIMARY KEY,
      sum   INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `
} as const
