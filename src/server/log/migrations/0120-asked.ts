/** What each op asked, as a print: the same name with something else in it is another question (SV6). Empty for ops of before. */
export const asked0120 = {
  version: 120,
  sql: `ALTER TABLE op_results ADD COLUMN asked TEXT NOT NULL DEFAULT '';`
} as const
