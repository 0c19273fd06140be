import { createHash } from 'node:crypto'
import type { Reader } from '../../sqlite/db.ts'
import { allRows, tablesOf } from './watched-tables.ts'

/** A print of each table's rows in the order of their keys: two copies that say the same have the same. SHA-256, hex. */
export function digestOf(db: Reader): Record<string, string> {
  return Object.fromEntries(tablesOf(db).map((table) => [table.name, digestOfTable(db, table)]))
}

function digestOfTable(db: Reader, table: ReturnType<typeof tablesOf>[number]): string {
  const hash = createHash('sha256')
  for (const { row } of allRows(db, [table])) hash.update(`${JSON.stringify(row)}\n`)
  return hash.digest('hex')
}
