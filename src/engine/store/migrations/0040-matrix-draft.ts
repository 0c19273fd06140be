/** What an administrator works on, and texts of a newer format, both as they came. */
export const matrixDraft0040 = {
  version: 40,
  sql: `
    CREATE TABLE matrix_draft (
      id       INTEGER PRIMARY KEY CHECK (id = 1), -- one draft a person
      doc      TEXT NOT NULL,                      -- JSON, checked by nobody yet
      base     INTEGER NOT NULL,                   -- the version it began from
      saved_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE kept_matrices (
      text    TEXT PRIMARY KEY,
      name    TEXT NOT NULL, -- of the file it came in
      kept_at INTEGER NOT NULL
    ) STRICT;
  `
} as const
