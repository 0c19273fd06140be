import type { Matrix } from '../../shared/escalation/matrix.ts'
import { readMatrix } from '../../shared/escalation/upgrade-matrix.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** The version in force, 0 before the first is published. */
export function newestMatrixVer(db: Reader): number {
  const row = db.prepare('SELECT max(version) AS version FROM matrices').get() as { version: number | null }
  return row.version ?? 0
}

export function findMatrix(db: Reader, version: number): Matrix | undefined {
  const row = db.prepare('SELECT body FROM matrices WHERE version = ?').get(version) as
    | { body: string }
    | undefined
  return row && readMatrix(JSON.parse(row.body))
}

export function pushMatrix(tx: Writer, matrix: Matrix, publishedAt: number): void {
  tx.prepare('INSERT INTO matrices (version, body, author, published_at) VALUES (?, ?, ?, ?)').run(
    matrix.version,
    JSON.stringify(matrix),
    matrix.author,
    publishedAt
  )
}
