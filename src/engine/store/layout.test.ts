import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { SNAPSHOT_SCHEMA, SNAPSHOT_SQL } from '../../shared/protocol/snapshot/layout.ts'
import { openDb, type Reader } from '../../sqlite/db.ts'
import { FROM_CASES } from './fetched.ts'
import { MIGRATIONS } from './migrations/all.ts'

/** All that SQLite compares before it copies a table as it stands. */
function layoutOf(db: Reader, table: string): unknown {
  const indexes = db.prepare(`SELECT * FROM pragma_index_list('${table}') ORDER BY name`).all() as {
    name: string
  }[]
  return {
    columns: db.prepare(`SELECT * FROM pragma_table_xinfo('${table}')`).all(),
    about: db
      .prepare("SELECT wr, strict FROM pragma_table_list WHERE name = ? AND schema = 'main'")
      .get(table),
    indexes: indexes.map(({ name, ...index }) => ({
      name,
      ...index,
      seq: 0,
      columns: db.prepare(`SELECT * FROM pragma_index_xinfo('${name}')`).all(),
      // Where an index leaves rows out or looks into JSON stands in its text alone.
      text: textOf(db, name)
    }))
  }
}

function textOf(db: Reader, name: string): string {
  const row = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(name)
  return ((row as { sql: string | null } | undefined)?.sql ?? '').replaceAll(/\s+/g, ' ')
}

const queue = openDb(':memory:', MIGRATIONS)
const snapshot = openDb(':memory:', [{ version: 1, sql: SNAPSHOT_SQL }])

test.each(['cases', 'facts', 'grants', 'calls'])(
  '[SY26] %s is laid out in a snapshot as it is in a queue',
  (table) => {
    expect(layoutOf(snapshot, table)).toEqual(layoutOf(queue, table))
  }
)

test('[SY26] a snapshot has no tables but these', () => {
  const tables = snapshot.prepare("SELECT name FROM sqlite_schema WHERE type <> 'index' ORDER BY name").all()
  expect(tables.map((row) => (row as { name: string }).name)).toEqual([
    'calls',
    'cases',
    'facts',
    'grants',
    'personal'
  ])
})

/** What no file touches: it goes along when a file becomes the queue. */
const OWN = [
  'acted',
  'archive',
  'drafts',
  'gone',
  'kept_matrices',
  'matrix_draft',
  'meta',
  'outbox',
  'outbox_size',
  'review'
]

test('[SY26] of every table of a queue it is known whether it is the person’s own or follows from cases', () => {
  const tables = queue.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string
  }[]
  const known = [...OWN, ...FROM_CASES, 'cases', 'counts']
  const others = tables
    .map(({ name }) => name)
    .filter((name) => !known.includes(name) && !/^(words|sqlite_)/.test(name))
  expect(others).toEqual([])
})

test('[SY33] the layout of snapshots does not change without another number', () => {
  const print = createHash('sha256').update(SNAPSHOT_SQL.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 12)
  expect({ SNAPSHOT_SCHEMA, print }).toEqual({ SNAPSHOT_SCHEMA: 1, print: '02ed3e6ed813' })
})
