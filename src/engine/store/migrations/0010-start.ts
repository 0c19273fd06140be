/** The queue of one person on one machine: what the server said, what was done here since, and what waits. */
export const start0010 = {
  version: 10,
  sql: `
    CREATE TABLE meta (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cases (
      id         TEXT PRIMARY KEY,
      confirmed  TEXT,                -- JSON, as the server says; '=' when the same as body; NULL while only this machine knows the case
      body       TEXT NOT NULL,       -- JSON, as the person sees it: confirmed with the unanswered commands on top
      row        TEXT NOT NULL,       -- JSON, what a list shows of body: a list reads a tenth of what a case is
      boot       INTEGER NOT NULL,    -- the last full fetch that brought it; older ones are swept when a fetch ends
      -- what lists look for and sort by, taken from body
      queue      TEXT NOT NULL,       -- 'L2/billing'
      owner      TEXT NOT NULL,       -- '' when nobody has it
      ended      INTEGER NOT NULL,    -- 1 when resolved or closed
      due_at     INTEGER NOT NULL,    -- the running clock due first; far in the future when none runs
      risk_at    INTEGER NOT NULL,    -- when that clock becomes at risk
      updated_at INTEGER NOT NULL,
      waiting    INTEGER NOT NULL     -- unanswered commands on it
    ) STRICT;
    CREATE INDEX cases_queue ON cases (queue, ended, due_at, id);
    CREATE INDEX cases_unowned ON cases (queue, due_at, id) WHERE ended = 0 AND owner = '';
    CREATE INDEX cases_ended ON cases (queue, updated_at, id) WHERE ended = 1;
    CREATE INDEX cases_owner ON cases (owner, ended, due_at, id);
    CREATE INDEX cases_risk ON cases (risk_at, id) WHERE ended = 0;

    -- How many rows each list has, kept by the triggers below, so that no screen ever counts.
    CREATE TABLE counts (key TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER cases_counted AFTER INSERT ON cases BEGIN
      INSERT INTO counts VALUES (CASE new.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || new.queue, 1)
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
      INSERT INTO counts SELECT 'unowned:' || new.queue, 1 WHERE new.ended = 0 AND new.owner = ''
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
      INSERT INTO counts SELECT 'owner:' || new.owner, 1 WHERE new.ended = 0 AND new.owner <> ''
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
    END;
    CREATE TRIGGER cases_uncounted AFTER DELETE ON cases BEGIN
      UPDATE counts SET n = n - 1 WHERE key = CASE old.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || old.queue;
      UPDATE counts SET n = n - 1 WHERE key = 'unowned:' || old.queue AND old.ended = 0 AND old.owner = '';
      UPDATE counts SET n = n - 1 WHERE key = 'owner:' || old.owner AND old.ended = 0 AND old.owner <> '';
    END;
    CREATE TRIGGER cases_recounted AFTER UPDATE OF queue, owner, ended ON cases
      WHEN old.queue <> new.queue OR old.owner <> new.owner OR old.ended <> new.ended BEGIN
      UPDATE counts SET n = n - 1 WHERE key = CASE old.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || old.queue;
      UPDATE counts SET n = n - 1 WHERE key = 'unowned:' || old.queue AND old.ended = 0 AND old.owner = '';
      UPDATE counts SET n = n - 1 WHERE key = 'owner:' || old.owner AND old.ended = 0 AND old.owner <> '';
      INSERT INTO counts VALUES (CASE new.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || new.queue, 1)
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
      INSERT INTO counts SELECT 'unowned:' || new.queue, 1 WHERE new.ended = 0 AND new.owner = ''
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
      INSERT INTO counts SELECT 'owner:' || new.owner, 1 WHERE new.ended = 0 AND new.owner <> ''
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
    END;

    -- Server facts of the cases above, word for word.
    CREATE TABLE facts (
      id      INTEGER PRIMARY KEY,    -- the row of this fact's text in the index
      case_id TEXT NOT NULL,
      ver     INTEGER NOT NULL,       -- 1, 2, 3 ... within the case
      seq     INTEGER NOT NULL,
      body    TEXT NOT NULL,          -- JSON: the fact
      UNIQUE (case_id, ver)
    ) STRICT;

    -- What people wrote. Row ids: a fact's id, or minus the op number for words the server has not confirmed yet.
    CREATE VIRTUAL TABLE words USING fts5 (text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
    -- Merged half as often, and a whole frame gathered before it is written out: catching up writes far less for it.
    INSERT INTO words (words, rank) VALUES ('automerge', 8), ('hashsize', 8388608);

    -- Ops the server has not answered, and answered ones whose fact has not arrived yet.
    CREATE TABLE outbox (
      op_no     INTEGER PRIMARY KEY,
      op_id     TEXT NOT NULL UNIQUE, -- lets the server recognise an op it has already answered
      case_id   TEXT NOT NULL,
      env       TEXT NOT NULL,        -- JSON: the op
      state     TEXT NOT NULL CHECK (state IN ('ready', 'sent', 'answered')),
      seq       INTEGER NOT NULL,     -- once answered: the fact it became
      landed    INTEGER NOT NULL,     -- 1 once its fact is here, though the answer may not be: then it is not shown twice
      is_note   INTEGER NOT NULL,     -- nothing ever waits on a note
      happening TEXT NOT NULL         -- JSON: what it looks like until the fact is here; '' when it no longer applies
    ) STRICT;
    CREATE INDEX outbox_case ON outbox (case_id, op_no);

    -- Settled ops, kept for as long as a server's backup may be old.
    CREATE TABLE archive (
      op_no      INTEGER PRIMARY KEY,
      op_id      TEXT NOT NULL UNIQUE,
      case_id    TEXT NOT NULL,
      env        TEXT NOT NULL,
      result     TEXT NOT NULL,       -- JSON: the server's answer
      settled_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX archive_case ON archive (case_id);

    -- Answers a person has to see: held, rejected, or done in another way. The words are in env.
    CREATE TABLE review (
      op_id       TEXT PRIMARY KEY,
      op_no       INTEGER NOT NULL,
      case_id     TEXT NOT NULL,
      ref         TEXT NOT NULL,
      title       TEXT NOT NULL,
      env         TEXT NOT NULL,
      result      TEXT NOT NULL,
      answered_at INTEGER NOT NULL
    ) STRICT;

    -- Typed, not sent. Survives everything.
    CREATE TABLE drafts (
      case_id    TEXT NOT NULL,
      mode       TEXT NOT NULL CHECK (mode IN ('reply', 'note')),
      text       TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (case_id, mode)
    ) STRICT, WITHOUT ROWID;

    -- Cases I worked on that left my queues: where they went, and nothing else of them.
    CREATE TABLE gone (
      case_id TEXT PRIMARY KEY,
      ref     TEXT NOT NULL,
      title   TEXT NOT NULL,
      queue   TEXT NOT NULL,          -- JSON: where it is now
      by      TEXT NOT NULL,
      why     TEXT NOT NULL,
      at      INTEGER NOT NULL
    ) STRICT;

    -- Requests for authority that wait for me, as the cases above say.
    CREATE TABLE approvals (
      case_id       TEXT NOT NULL,
      escalation_id TEXT NOT NULL,
      due_at        INTEGER NOT NULL,
      PRIMARY KEY (case_id, escalation_id)
    ) STRICT, WITHOUT ROWID;

    -- Changes of a kind this build does not know; kept, and read again after an update.
    CREATE TABLE deferred (
      seq     INTEGER NOT NULL,
      case_id TEXT NOT NULL,
      body    TEXT NOT NULL,
      PRIMARY KEY (case_id, seq)
    ) STRICT, WITHOUT ROWID;
  `
} as const
