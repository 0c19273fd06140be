/** The log, what is read out of it at once, and who may write to it. */
export const log0010 = {
  version: 10,
  sql: `
    CREATE TABLE meta (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    -- What happened, in the one order everybody agrees on. Only ever appended to.
    CREATE TABLE facts (
      seq     INTEGER PRIMARY KEY, -- gap-free over the whole place
      case_id TEXT NOT NULL,
      ver     INTEGER NOT NULL,    -- gap-free within the case, from 1
      at      INTEGER NOT NULL,
      by      TEXT NOT NULL,
      op_id   TEXT UNIQUE,         -- null: time, the customer or an import did it
      queue   TEXT NOT NULL,       -- where the case stands after it: what a console is told when the case leaves its sight
      event   TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX facts_of_case ON facts (case_id, ver);

    -- Who could see the case just before a fact (1), just after it (2), or both (3): catch-up reads this and no case.
    CREATE TABLE change_scope (
      scope TEXT NOT NULL,
      seq   INTEGER NOT NULL,
      sides INTEGER NOT NULL,
      PRIMARY KEY (scope, seq)
    ) STRICT, WITHOUT ROWID;

    -- The cases as the facts make them.
    CREATE TABLE cases (
      case_id TEXT PRIMARY KEY,
      ver     INTEGER NOT NULL,
      seq     INTEGER NOT NULL, -- of its newest fact
      queue   TEXT NOT NULL,
      status  TEXT NOT NULL,
      body    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX cases_of_queue ON cases (queue, status);
    CREATE TABLE case_scope (
      scope   TEXT NOT NULL,
      case_id TEXT NOT NULL,
      PRIMARY KEY (scope, case_id)
    ) STRICT, WITHOUT ROWID;

    -- Steps of requests for authority that end by themselves.
    CREATE TABLE due (
      case_id       TEXT NOT NULL,
      escalation_id TEXT NOT NULL,
      due_at        INTEGER NOT NULL,
      PRIMARY KEY (case_id, escalation_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX due_first ON due (due_at);

    -- A console's installation, and the last op it was answered about.
    CREATE TABLE devices (
      device_id  TEXT PRIMARY KEY,
      person_id  TEXT NOT NULL,
      head_op_no INTEGER NOT NULL,
      head_op_id TEXT,
      head_hash  TEXT NOT NULL
    ) STRICT;
    CREATE TABLE op_results (
      device_id TEXT NOT NULL,
      op_no     INTEGER NOT NULL,
      op_id     TEXT NOT NULL, -- twice when a device was set back and sent an op again under a new number
      person_id TEXT NOT NULL,
      outcome   TEXT NOT NULL,
      refusal   TEXT,
      told      TEXT,
      seq       INTEGER NOT NULL, -- the fact it became, 0 when none
      PRIMARY KEY (device_id, op_no)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX op_results_by_op ON op_results (op_id);

    -- What must happen outside because of a fact, once.
    CREATE TABLE effects (
      key     TEXT PRIMARY KEY, -- the op it comes from: the other side recognises a second try by it
      kind    TEXT NOT NULL,
      payload TEXT NOT NULL,
      state   TEXT NOT NULL CHECK (state IN ('waiting', 'sent')),
      tries   INTEGER NOT NULL,
      next_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX effects_waiting ON effects (next_at) WHERE state = 'waiting';

    CREATE TABLE people (
      person_id TEXT PRIMARY KEY,
      body      TEXT NOT NULL,
      scope_ver INTEGER NOT NULL, -- rises when the sight of this person changes
      email     TEXT UNIQUE,      -- small letters
      password  TEXT              -- scrypt$N$r$p$salt$hash
    ) STRICT;
    -- What a person could see, and when: a note about a case one once saw is still taken.
    CREATE TABLE person_scope (
      person_id  TEXT NOT NULL,
      scope      TEXT NOT NULL,
      from_seq   INTEGER NOT NULL,
      until_seq  INTEGER, -- null: still
      PRIMARY KEY (person_id, scope, from_seq)
    ) STRICT, WITHOUT ROWID;

    -- Only the hash of a token is kept: who reads this file cannot sign in with it.
    CREATE TABLE tokens (
      hash       TEXT PRIMARY KEY,
      kind       TEXT NOT NULL CHECK (kind IN ('person', 'integration')),
      holder     TEXT NOT NULL, -- a person's id, or the name of an integration
      device_id  TEXT,
      expires_at INTEGER        -- null: until it is removed
    ) STRICT;
    CREATE INDEX tokens_of_holder ON tokens (holder);

    CREATE TABLE matrices (
      version      INTEGER PRIMARY KEY,
      body         TEXT NOT NULL,
      author       TEXT NOT NULL,
      published_at INTEGER NOT NULL
    ) STRICT;

    -- How far an import has got, moved on in the transaction that appends its facts.
    CREATE TABLE imports (
      job_id   TEXT PRIMARY KEY,
      run      INTEGER NOT NULL, -- which reading of the file: positions compare only within one
      position INTEGER NOT NULL, -- cases done
      total    INTEGER NOT NULL,
      added    INTEGER NOT NULL, -- of these, new ones
      known    INTEGER NOT NULL  -- and those that were here before
    ) STRICT;
  `
} as const
