import type { Reader } from '../../src/sqlite/db.ts'

/** What stands in a database, said without the product's own idea of which tables there are. */
export function everyRow(db: Reader): Record<string, unknown[]> {
  const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all()
  const tables = (names as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_'))
  return Object.fromEntries(
    tables.map((name) => [
      name,
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort()
    ])
  )
}
