/** Which tables a snapshot has. Raised with every change of `SNAPSHOT_SQL`; a test holds its fingerprint (SY26). */
export const SNAPSHOT_SCHEMA = 1

/**
 * A snapshot is a SQLite file with the tables a console keeps cases in, columns and indexes alike, so that it is taken in as
 * it stands: the console's migrations and this must say the same, which a test compares. `personal` names the cases of which
 * something depends on who looks (what waits for their answer, whom they help): that is worked out there.
 */
export const SNAPSHOT_SQL = `
  CREATE TABLE cases (
    id         TEXT PRIMARY KEY,
    confirmed  TEXT,
    body       TEXT NOT NULL,
    row        TEXT NOT NULL,
    queue      TEXT NOT NULL,
    owner      TEXT NOT NULL,
    ended      INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    risk_at    INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    waiting    INTEGER NOT NULL,
    customer   TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX cases_unowned ON cases (queue, due_at, id) WHERE ended = 0 AND owner = '';
  CREATE INDEX cases_ended ON cases (queue, updated_at, id) WHERE ended = 1;
  CREATE INDEX cases_risk ON cases (risk_at, id) WHERE ended = 0;
  CREATE INDEX cases_queue ON cases (queue, due_at, id) WHERE ended = 0;
  CREATE INDEX cases_owner ON cases (owner, due_at, id) WHERE ended = 0;
  CREATE INDEX cases_of_customer ON cases (customer);

  CREATE TABLE facts (
    id      INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    ver     INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    body    TEXT NOT NULL,
    news    INTEGER NOT NULL DEFAULT 0,
    UNIQUE (case_id, ver)
  ) STRICT;
  CREATE INDEX facts_news ON facts (seq) WHERE news = 1;

  CREATE TABLE grants (
    case_id      TEXT NOT NULL,
    position     INTEGER NOT NULL,
    customer_id  TEXT NOT NULL,
    action       TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (case_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX grants_of_customer ON grants (customer_id, action, at);

  CREATE TABLE calls (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE personal (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`
