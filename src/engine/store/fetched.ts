import { wordsOf } from '../../shared/case/command.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { type Db, openScratch, type Reader, type Scratch, type Writer } from '../../sqlite/db.ts'
import { putMeta } from './meta.ts'
import { listAllOps } from './outbox.ts'
import { putWords } from './words.ts'

/*
 * A fetched file holds cases as this queue keeps them (layout.ts). Where the queue holds none yet, the file becomes the queue:
 * everything else is copied into it and it takes the place of the old file. Elsewhere its rows are inserted as they stand.
 */

/** Whether the server has ever told this queue of a case it still has. */
export function hasConfirmed(db: Reader): boolean {
  return db.prepare('SELECT 1 FROM cases WHERE confirmed IS NOT NULL LIMIT 1').get() !== undefined
}

/**
 * The file becomes the queue, with all that was in the queue besides confirmed cases; `finish` says the last words, on what
 * will be the queue. Until the rename the old file is untouched, and a crash leaves the one or the other.
 */
export function becomeFetched<T>(db: Db, file: string, finish: (tx: Writer) => T): T {
  const scratch = openScratch(file)
  let value: T
  try {
    scratch.attach(db.file, 'old')
    scratch.exec('BEGIN')
    copyTheRest(scratch)
    value = finish(scratch.tx)
    scratch.exec('DROP TABLE personal')
    recount(scratch.tx)
    scratch.exec('COMMIT')
    const { user_version: version } = scratch.tx.prepare('PRAGMA old.user_version').get() as {
      user_version: number
    }
    scratch.exec(`PRAGMA user_version = ${version}`)
    scratch.detach('old')
    scratch.settle()
  } finally {
    scratch.close()
  }
  db.become(file)
  return value
}

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string }

function copyTheRest(scratch: Scratch): void {
  const { tx } = scratch
  const rows = tx
    .prepare(
      `SELECT type, name, sql FROM old.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'words\\_%' ESCAPE '\\'
         AND (type = 'trigger' OR name NOT IN (SELECT name FROM main.sqlite_schema)) ORDER BY type = 'trigger'`
    )
    .all() as SchemaRow[]
  const tables = rows.filter(({ type, sql }) => type === 'table' && !sql.startsWith('CREATE VIRTUAL'))
  for (const { sql } of tables) scratch.exec(sql)
  for (const { name } of tables)
    if (name !== 'counts') scratch.exec(`INSERT INTO ${name} SELECT * FROM old.${name}`)
  for (const row of rows) if (!tables.includes(row)) scratch.exec(row.sql)
  scratch.exec("INSERT INTO words (words, rank) SELECT k, v FROM old.words_config WHERE k <> 'version'")
  // Opened here, and the server has not answered. What it knows of them by now stands in the file.
  scratch.exec('INSERT OR IGNORE INTO cases SELECT * FROM old.cases')
  wordsAnew(tx)
}

/** No fact is in the index yet; what waits in the outbox is. */
function wordsAnew(tx: Writer): void {
  tx.prepare("INSERT INTO words (words) VALUES ('delete-all')").run()
  for (const op of listAllOps(tx)) putWords(tx, -op.opNo, wordsOf(op.command))
  putMeta(tx, 'indexedTo', 0)
}

/** Tables that hold what the server told, or what follows from it, beside `cases` and the words. */
export const FROM_CASES = ['facts', 'deferred', 'grants', 'calls', 'asked', 'approvals', 'helping'] as const

/** Takes away all the server ever told of cases, in a few strokes. Drafts, ops and the review tray are not touched. */
export function wipeConfirmed(tx: Writer): void {
  tx.prepare('DELETE FROM cases WHERE confirmed IS NOT NULL').run()
  for (const table of FROM_CASES) tx.prepare(`DELETE FROM ${table}`).run()
  wordsAnew(tx)
}

/** Cases here that the attached file brings as well. */
export function listBrought(db: Reader): CaseId[] {
  const rows = db.prepare('SELECT id FROM cases WHERE id IN (SELECT id FROM snap.cases)').all()
  return (rows as { id: CaseId }[]).map((row) => row.id)
}

/** Copies the attached file's rows. None of its cases may be here. Whole tables into empty ones SQLite copies page by page. */
export function insertFetched(tx: Writer): void {
  withoutTriggers(tx, () => {
    tx.prepare('INSERT INTO cases SELECT * FROM snap.cases').run()
    const isFirst = tx.prepare('SELECT 1 FROM facts LIMIT 1').get() === undefined
    if (isFirst) tx.prepare('INSERT INTO facts SELECT * FROM snap.facts').run()
    else
      tx.prepare(
        'INSERT INTO facts (case_id, ver, seq, body, news) SELECT case_id, ver, seq, body, news FROM snap.facts ORDER BY id'
      ).run()
    tx.prepare('INSERT INTO grants SELECT * FROM snap.grants').run()
    tx.prepare('INSERT INTO calls SELECT * FROM snap.calls').run()
  })
}

/** Kept row by row, the counts would cost more than the rows. */
function withoutTriggers(tx: Writer, work: () => void): void {
  const triggers = tx
    .prepare("SELECT type, name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = 'cases'")
    .all() as SchemaRow[]
  for (const { name } of triggers) tx.prepare(`DROP TRIGGER ${name}`).run()
  work()
  for (const { sql } of triggers) tx.prepare(sql).run()
  recount(tx)
}

/** Each of the four stands in an index of its own; the rows, with their long texts, are not touched. */
function recount(tx: Writer): void {
  tx.prepare('DELETE FROM counts').run()
  tx.prepare(
    `INSERT INTO counts
       SELECT 'open:' || queue, count(*) FROM cases WHERE ended = 0 GROUP BY queue
       UNION ALL SELECT 'ended:' || queue, count(*) FROM cases WHERE ended = 1 GROUP BY queue
       UNION ALL SELECT 'unowned:' || queue, count(*) FROM cases WHERE ended = 0 AND owner = '' GROUP BY queue
       UNION ALL SELECT 'owner:' || owner, count(*) FROM cases WHERE ended = 0 AND owner <> '' GROUP BY owner`
  ).run()
}

/** Puts the rows of one fetched file into another, cases that are there already left out; a slice of `most` cases. False at the end. */
export function mergeSlice(scratch: Scratch, after: { id: string }, most: number): boolean {
  const { tx } = scratch
  const rows = tx
    .prepare('SELECT id FROM snap.cases WHERE id > ? ORDER BY id LIMIT ?')
    .all(after.id, most) as { id: string }[]
  const last = rows.at(-1)?.id
  if (last === undefined) return false
  const range = [after.id, last]
  scratch.exec('BEGIN')
  tx.prepare(
    'INSERT INTO facts (case_id, ver, seq, body, news) SELECT case_id, ver, seq, body, news FROM snap.facts f WHERE case_id > ? AND case_id <= ? AND NOT EXISTS (SELECT 1 FROM main.cases c WHERE c.id = f.case_id)'
  ).run(...range)
  for (const table of ['grants', 'calls', 'personal'])
    tx.prepare(
      `INSERT OR IGNORE INTO ${table} SELECT * FROM snap.${table} WHERE case_id > ? AND case_id <= ?`
    ).run(...range)
  tx.prepare('INSERT OR IGNORE INTO cases SELECT * FROM snap.cases WHERE id > ? AND id <= ?').run(...range)
  scratch.exec('COMMIT')
  after.id = last
  return true
}
