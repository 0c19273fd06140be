import Database from 'better-sqlite3'
import type { Migration } from '../../src/sqlite/migrate.ts'

type Part = { readonly type: string; readonly name: string; readonly sql: string }

const made = new WeakMap<readonly Migration[], readonly Migration[]>()

/**
 * All steps as one that makes at once what they make one after the other, with what they put into their tables: for worlds that
 * are made by the thousand. Only for databases that do not exist yet.
 */
export function squashed(migrations: readonly Migration[]): readonly Migration[] {
  const known = made.get(migrations) ?? squash(migrations)
  made.set(migrations, known)
  return known
}

function squash(migrations: readonly Migration[]): readonly Migration[] {
  const raw = new Database(':memory:')
  try {
    for (const { sql } of migrations) raw.exec(sql)
    const all = raw
      .prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
      .all() as Part[]
    const indexes = all.filter(isTextIndex).map(({ name }) => name)
    const own = all.filter(({ name }) => !indexes.some((index) => name.startsWith(`${index}_`)))
    const tables = own.filter((part) => part.type === 'table' && !isTextIndex(part))
    const sql = [
      ...own.filter(({ type }) => type !== 'trigger').map((part) => part.sql),
      ...tables.flatMap(({ name }) => rowsOf(raw, name)),
      ...indexes.flatMap((name) => settingsOf(raw, name)),
      ...own.filter(({ type }) => type === 'trigger').map((part) => part.sql)
    ]
    return [{ version: migrations.at(-1)?.version ?? 0, sql: `${sql.join(';\n')};` }]
  } finally {
    raw.close()
  }
}

/** A table of the full-text index, which makes others that begin with its name. */
function isTextIndex({ sql }: Part): boolean {
  return sql.startsWith('CREATE VIRTUAL')
}

function rowsOf(raw: Database.Database, table: string): string[] {
  const columns = raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
  const values = columns.map((name) => `quote("${name}")`).join(` || ',' || `)
  const rows = raw.prepare(`SELECT ${values} FROM "${table}"`).pluck().all() as string[]
  return rows.map((row) => `INSERT INTO "${table}" VALUES (${row})`)
}

function settingsOf(raw: Database.Database, index: string): string[] {
  const rows = raw.prepare(`SELECT k, v FROM "${index}_config" WHERE k <> 'version'`).all() as {
    k: string
    v: number
  }[]
  return rows.map(({ k, v }) => `INSERT INTO "${index}" ("${index}", rank) VALUES ('${k}', ${v})`)
}
