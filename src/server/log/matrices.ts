import type { Matrix } from '../../shared/escalation/matrix.ts'
import { readMatrix } from '../../shared/escalation/upgrade-matrix.ts'
import type { MatrixVersion } from '../../shared/protocol/matrices.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { remembered } from './as-one.ts'

const newestIn = remembered((): { version?: number } => ({}))

/** The version in force, 0 before the first is published. */
export function newestMatrixVer(db: Reader): number {
  const known = newestIn(db)
  if (known?.version !== undefined) return known.version
  const row = db.prepare('SELECT max(version) AS version FROM matrices').get() as { version: number | null }
  const version = row.version ?? 0
  if (known) known.version = version
  return version
}

/** The currency in force, undefined before the first matrix. */
export function findCurrency(db: Reader): string | undefined {
  const row = db
    .prepare("SELECT body ->> '$.currency' AS currency FROM matrices ORDER BY version DESC LIMIT 1")
    .get() as { currency: string } | undefined
  return row?.currency
}

export function findMatrix(db: Reader, version: number): Matrix | undefined {
  const row = db.prepare('SELECT body FROM matrices WHERE version = ?').get(version) as
    | { body: string }
    | undefined
  return row && readMatrix(JSON.parse(row.body))
}

/** The version it brought back, null when it is no roll-back. */
export function findOrigin(db: Reader, version: number): number | null {
  const row = db.prepare('SELECT from_version AS origin FROM matrices WHERE version = ?').get(version) as
    | { origin: number | null }
    | undefined
  return row?.origin ?? null
}

/** Every version, newest first. */
export function listMatrixVersions(db: Reader): MatrixVersion[] {
  const rows = db
    .prepare(
      `SELECT version, body ->> '$.name' AS name, author, body ->> '$.reason' AS reason,
         published_at AS publishedAt, from_version AS "from"
       FROM matrices ORDER BY version DESC`
    )
    .all()
  return rows as MatrixVersion[]
}

/** `from`: the version it brings back, when it is a roll-back. */
export function pushMatrix(
  tx: Writer,
  matrix: Matrix,
  publishedAt: number,
  from: number | null = null
): void {
  tx.prepare(
    'INSERT INTO matrices (version, body, author, published_at, from_version) VALUES (?, ?, ?, ?, ?)'
  ).run(matrix.version, JSON.stringify(matrix), matrix.author, publishedAt, from)
  const known = newestIn(tx)
  if (known) known.version = matrix.version
}
