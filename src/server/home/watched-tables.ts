import type { Reader, Writer } from '../../sqlite/db.ts'
import type { RowChange } from './change.ts'

/** A table whose rows every node has: all there are, but the copy's own place in the order. */
export type Table = {
  readonly name: string
  /** In the order of the table. `key`: its place in the primary key from 1, else 0. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly key: number }[]
}

/** Kinds of columns whose values survive being written as JSON and read again. */
const TYPES: ReadonlySet<string> = new Set(['INTEGER', 'REAL', 'TEXT', 'BLOB'])

/** Every table there is. Throws for one whose rows could not be told apart or carried over. */
export function tablesOf(db: Reader): Table[] {
  const names = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name <> 'replica_head' ORDER BY name`
    )
    .all() as { name: string }[]
  return names.map(({ name }) => tableOf(db, name))
}

function tableOf(db: Reader, name: string): Table {
  const columns = db
    .prepare('SELECT name, type, pk AS key FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid')
    .all(name) as Table['columns'][number][]
  if (!columns.some(({ key }) => key > 0))
    throw new Error(`${name} has no primary key: its rows cannot be told apart`)
  const odd = columns.find(({ type }) => !TYPES.has(type))
  if (odd) throw new Error(`${name}.${odd.name} is ${odd.type || 'of any type'}: it cannot be carried over`)
  return { name, columns }
}

const JOURNAL = 'replica_journal'

/**
 * Triggers that note what becomes of every row, for the connection they are made on. A row that takes another key is one
 * that went and one that came.
 */
export function watchingSql(tables: readonly Table[]): string {
  const journal = `CREATE TEMP TABLE IF NOT EXISTS ${JOURNAL} (id INTEGER PRIMARY KEY, tab TEXT, key TEXT, row TEXT);`
  return [unwatchingSql(tables), journal, ...tables.map(watchOne)].join('\n')
}

export function unwatchingSql(tables: readonly Table[]): string {
  return tables
    .flatMap(({ name }) =>
      ['insert', 'update', 'delete'].map((what) => `DROP TRIGGER IF EXISTS temp.${watchName(name, what)};`)
    )
    .join('\n')
}

function watchOne(table: Table): string {
  const { name } = table
  const note = (key: string, row: string): string =>
    `INSERT INTO ${JOURNAL} (tab, key, row) SELECT '${name}', ${key}, ${row}`
  const came = `${note(keyOf(table, 'NEW'), rowOf(table, 'NEW'))};`
  const went = note(keyOf(table, 'OLD'), 'NULL')
  const on = (what: string, does: string): string =>
    `CREATE TEMP TRIGGER ${watchName(name, what)} AFTER ${what} ON main.${name} BEGIN ${does} END;`
  const moved = `${went} WHERE ${keyOf(table, 'OLD')} <> ${keyOf(table, 'NEW')};`
  return [on('insert', came), on('update', `${moved} ${came}`), on('delete', `${went};`)].join('\n')
}

function watchName(table: string, what: string): string {
  return `watch_${table}_${what}`
}

function keyOf(table: Table, side: 'NEW' | 'OLD'): string {
  return `json_array(${keyColumns(table)
    .map(({ name, type }) => jsonOf(name, type, side))
    .join(', ')})`
}

function rowOf({ columns }: Table, side: 'NEW' | 'OLD'): string {
  return `json_array(${columns.map(({ name, type }) => jsonOf(name, type, side)).join(', ')})`
}

/** JSON has no bytes, and takes no other number than a finite one: our tables hold none. */
function jsonOf(name: string, type: string, side: 'NEW' | 'OLD'): string {
  return type === 'BLOB' ? `hex(${side}."${name}")` : `${side}."${name}"`
}

function keyColumns({ columns }: Table): Table['columns'] {
  return columns.filter(({ key }) => key > 0).toSorted((a, b) => a.key - b.key)
}

/** What was noted since the last time, each row as it became last. */
export function takeJournal(tx: Writer): RowChange[] {
  const noted = tx.prepare(`SELECT tab, key, row FROM ${JOURNAL} ORDER BY id`).all() as {
    tab: string
    key: string
    row: string | null
  }[]
  tx.prepare(`DELETE FROM ${JOURNAL}`).run()
  const last = new Map<string, RowChange>()
  for (const { tab, key, row } of noted) {
    const name = `${tab} ${key}`
    last.delete(name)
    last.set(name, { table: tab, key: values(key), row: row === null ? null : values(row) })
  }
  return [...last.values()]
}

/** A whole number that JavaScript cannot hold would come out as another one. */
function values(json: string): (string | number | null)[] {
  const read = JSON.parse(json) as (string | number | null)[]
  const lossy = read.find((value) => Number.isInteger(value) && !Number.isSafeInteger(value))
  if (lossy !== undefined) throw new RangeError(`${lossy} is too large to be carried over`)
  return read
}

/**
 * Makes the rows so. All that were touched go first and then come as they are now, so that on the way no two of them hold
 * what only one may.
 */
export function applyRows(tx: Writer, tables: readonly Table[], rows: readonly RowChange[]): void {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const known = rows.map((change) => {
    const table = byName.get(change.table)
    if (!table) throw new Error(`there is no table ${change.table} in this schema`)
    return { table, change }
  })
  for (const { table, change } of known)
    tx.prepare(deleteSql(table)).run(...bound(change.key, keyColumns(table)))
  for (const { table, change } of known)
    if (change.row) tx.prepare(insertSql(table)).run(...bound(change.row, table.columns))
}

function deleteSql(table: Table): string {
  return `DELETE FROM ${table.name} WHERE ${keyColumns(table)
    .map(({ name }) => `"${name}" = ?`)
    .join(' AND ')}`
}

function insertSql({ name, columns }: Table): string {
  const named = columns.map((column) => `"${column.name}"`).join(', ')
  return `INSERT INTO ${name} (${named}) VALUES (${columns.map(() => '?').join(', ')})`
}

function bound(row: readonly (string | number | null)[], columns: Table['columns']): unknown[] {
  return row.map((value, at) =>
    columns[at]?.type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value
  )
}

/** Every row of every table, in the order of their keys, as the journal would note it. */
export function* allRows(db: Reader, tables: readonly Table[]): Generator<RowChange> {
  for (const table of tables) {
    const order = keyColumns(table)
      .map(({ name }) => `"${name}"`)
      .join(', ')
    const sql = `SELECT ${keyOf(table, 'NEW')} AS key, ${rowOf(table, 'NEW')} AS row FROM ${table.name} AS NEW ORDER BY ${order}`
    for (const { key, row } of db.prepare(sql).iterate() as Iterable<{ key: string; row: string }>)
      yield { table: table.name, key: values(key), row: values(row) }
  }
}
