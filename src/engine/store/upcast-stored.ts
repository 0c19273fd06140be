import { LooseOp, opHash } from '../../shared/protocol/op.ts'
import { SHAPE_VERSIONS, upcast } from '../../shared/protocol/upcast.ts'
import type { Db, Reader, Writer } from '../../sqlite/db.ts'
import { findMeta, putMeta } from './meta.ts'

const TABLES = ['outbox', 'archive', 'review'] as const
type Table = (typeof TABLES)[number]

/**
 * After an update: commands that an older build left here get the shape of this one, before anything reads them (EN43). Ops
 * chain their hashes, so the unanswered ones are chained anew; where they join on what the server knows, the next hello sees.
 */
export function upcastStored(db: Db): void {
  const old = TABLES.flatMap((table) => listOld(db, table).map((op) => ({ table, op })))
  if (old.length === 0) return
  db.write((tx) => {
    for (const { table, op } of old) putEnv(tx, table, upcast(op) ?? op)
    if (old.some(({ table }) => table === 'outbox')) chainAnew(tx)
  })
}

/** Ops of a shape of before. Those of a newer build are not among them: it refuses to be followed by an older one. */
function listOld(db: Reader, table: Table): LooseOp[] {
  return Object.entries(SHAPE_VERSIONS).flatMap(([type, version]) =>
    opsOf(
      db
        .prepare(
          `SELECT env FROM ${table} WHERE env ->> '$.command.type' = ? AND env ->> '$.tv' < ? ORDER BY op_no`
        )
        .all(type, version)
    )
  )
}

function opsOf(rows: unknown[]): LooseOp[] {
  return (rows as { env: string }[]).map((row) => LooseOp.parse(JSON.parse(row.env)))
}

function putEnv(tx: Writer, table: Table, op: LooseOp): void {
  tx.prepare(`UPDATE ${table} SET env = ? WHERE op_id = ?`).run(JSON.stringify(op), op.opId)
}

function chainAnew(tx: Writer): void {
  const waiting = opsOf(tx.prepare("SELECT env FROM outbox WHERE state <> 'answered' ORDER BY op_no").all())
  const [first] = waiting
  if (!first) return
  const [before] = opsOf(
    tx
      .prepare('SELECT env FROM outbox WHERE op_no = ? UNION ALL SELECT env FROM archive WHERE op_no = ?')
      .all(first.opNo - 1, first.opNo - 1)
  )
  let hash = before?.hash ?? ''
  for (const op of waiting) {
    hash = opHash(op, hash)
    putEnv(tx, 'outbox', { ...op, hash })
  }
  if (findMeta(tx, 'lastHash') !== undefined) putMeta(tx, 'lastHash', hash)
}
