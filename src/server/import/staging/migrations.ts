import type { Migration } from '../../../sqlite/migrate.ts'

/** One file per import, beside the log and never in it: what is read and checked before any of it is published. */
const job0010: Migration = {
  version: 10,
  sql: `
    CREATE TABLE job (
      id         TEXT PRIMARY KEY,
      run        INTEGER NOT NULL, -- when this reading of the file began; positions in the log belong to one run
      file_name  TEXT NOT NULL,
      mapping    TEXT NOT NULL,
      phase      TEXT NOT NULL,    -- reading, checking, checked, publishing, done
      position   INTEGER NOT NULL, -- within the phase: rows read, cases checked, cases published
      rows       INTEGER NOT NULL, -- found in the file, whatever became of them
      left_out   INTEGER NOT NULL  -- rows the mapping says to leave out
    ) STRICT;
    CREATE TABLE cases (
      no          INTEGER PRIMARY KEY, -- in the order of their first rows
      external_id TEXT NOT NULL UNIQUE,
      line        INTEGER NOT NULL,    -- of its first row
      past        TEXT,                -- the normalised life; NULL until checked, and for ever when rejected
      live_since  INTEGER,             -- opening time of a case that is still to be done
      arrives_at  INTEGER              -- when it shall have been opened instead
    ) STRICT;
    CREATE TABLE rows (
      no      INTEGER PRIMARY KEY, -- in the order of the file; several may share a line (XES)
      case_no INTEGER NOT NULL REFERENCES cases (no),
      row     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rows_by_case ON rows (case_no);
    CREATE TABLE rejections (
      no          INTEGER PRIMARY KEY,
      line        INTEGER NOT NULL,
      code        TEXT NOT NULL,
      text        TEXT NOT NULL,
      column_name TEXT,
      value       TEXT,
      external_id TEXT
    ) STRICT;
    CREATE INDEX rejections_by_case ON rejections (external_id);
  `
}

/** A rejection is data, worded by who reads it. Jobs from before are not read again: their prints differ (STAGED_AS). */
const reasons0020: Migration = {
  version: 20,
  sql: `
    ALTER TABLE rejections ADD COLUMN why TEXT NOT NULL DEFAULT '{"code":"other","raw":""}'; -- the reason with its values, as JSON
    ALTER TABLE rejections ADD COLUMN until INTEGER; -- the last of the lines that are lost with the row
    ALTER TABLE rejections DROP COLUMN text;
  `
}

/** Rejected rows are read page by page in the order of the file. */
const byLine0030: Migration = {
  version: 30,
  sql: 'CREATE INDEX rejections_by_line ON rejections (line, no);'
}

export const STAGING = [job0010, reasons0020, byLine0030] as const
