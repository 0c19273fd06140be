/** The layout of the tables below; another build may know a later one. */
export const LAYOUT = 1

/** Tell our locks from all other advisory locks of the database. */
const ORDER_LOCKS = 0x7469_6572
const LEAD_LOCKS = 0x7469_6573

/** The statements of one workspace; `name` is its PostgreSQL schema, a plain word. */
export type Sql = ReturnType<typeof sqlFor>

/** As many as are heard at once; the numbers in these are our own. */
const AT_ONCE = 200
const CHANGE = 'n, commit_id, node, schema, first_seq, last_seq, before, hash, rows'

export function sqlFor(name: string) {
  return {
    channel: name,
    isMade: `SELECT to_regclass('${name}.head') IS NOT NULL AS known`,
    make: tables(name),
    layout: `SELECT layout FROM ${name}.head`,
    /** Who holds it writes the next change; it ends with its transaction. */
    lock: `SELECT pg_advisory_xact_lock(${ORDER_LOCKS}, hashtext('${name}'))`,
    /** Who holds it does what time brings; it ends with its connection. */
    takeLead: `SELECT pg_try_advisory_lock(${LEAD_LOCKS}, hashtext('${name}')) AS mine`,
    /** Its connections say whose they are (`openLine`). */
    nodes: `SELECT DISTINCT split_part(application_name, ' ', 2) AS name FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'tierline %'`,
    head: `SELECT n, hash, schema FROM ${name}.head`,
    changes: (after: number): string =>
      `SELECT ${CHANGE} FROM ${name}.changes WHERE n > ${Math.trunc(after)} ORDER BY n LIMIT ${AT_ONCE}`,
    hashAt: `SELECT hash FROM ${name}.changes WHERE n = $1`,
    append: append(name),
    newestCheckpoint: `
      SELECT n, hash, schema, parts, sha256 FROM ${name}.checkpoints
      GROUP BY n, hash, schema, parts, sha256 HAVING count(*) = parts ORDER BY n DESC LIMIT 1`,
    part: `SELECT bytes FROM ${name}.checkpoints WHERE n = $1 AND part = $2`,
    dropCheckpoint: `DELETE FROM ${name}.checkpoints WHERE n = $1`,
    dropOlder: `DELETE FROM ${name}.checkpoints WHERE n < $1`,
    putPart: `INSERT INTO ${name}.checkpoints VALUES ($1, $2, $3, $4, $5, $6, $7)`
  }
}

/** What a workspace is in PostgreSQL. `changes` is what counts; `facts` is for whoever wants to query it. */
const tables = (name: string): string => `
  CREATE SCHEMA ${name};
  CREATE TABLE ${name}.head (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    layout integer NOT NULL,
    n      bigint NOT NULL,
    hash   text NOT NULL,
    schema integer NOT NULL
  );
  INSERT INTO ${name}.head (layout, n, hash, schema) VALUES (${LAYOUT}, 0, '', 0);
  CREATE TABLE ${name}.changes (
    n         bigint PRIMARY KEY,
    commit_id uuid NOT NULL UNIQUE,
    node      text NOT NULL,
    schema    integer NOT NULL,
    first_seq bigint NOT NULL,
    last_seq  bigint NOT NULL,
    before    text NOT NULL,
    hash      text NOT NULL,
    rows      bytea NOT NULL,
    made_at   timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  ALTER TABLE ${name}.changes ALTER COLUMN rows SET STORAGE EXTERNAL;
  CREATE TABLE ${name}.facts (
    seq     bigint PRIMARY KEY,
    case_id text NOT NULL,
    ver     integer NOT NULL,
    at      timestamptz NOT NULL,
    by      text NOT NULL,
    op_id   text UNIQUE,
    type    text NOT NULL,
    body    jsonb NOT NULL,
    UNIQUE (case_id, ver)
  );
  CREATE TABLE ${name}.checkpoints (
    n      bigint NOT NULL,
    part   integer NOT NULL,
    parts  integer NOT NULL,
    hash   text NOT NULL,
    schema integer NOT NULL,
    sha256 text NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (n, part)
  );
  ALTER TABLE ${name}.checkpoints ALTER COLUMN bytes SET STORAGE EXTERNAL;
`

/** The change, its facts and the head in one go: $1 to $9 the change, $10 the facts as JSON. */
const append = (name: string): string => `
  WITH change AS (
    INSERT INTO ${name}.changes (${CHANGE}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ), plain AS (
    INSERT INTO ${name}.facts (seq, case_id, ver, at, by, op_id, type, body)
    SELECT seq, "caseId", ver, to_timestamp(at / 1000), by, "opId", type, body
    FROM jsonb_to_recordset($10::jsonb)
      AS one (seq bigint, "caseId" text, ver integer, at double precision, by text, "opId" text, type text, body jsonb)
  )
  UPDATE ${name}.head SET n = $1, hash = $8, schema = $4 WHERE n = $1::bigint - 1 AND hash = $7
`
