import type { CaseId } from '../../shared/lib/ids.ts'
import type { Op } from '../../shared/protocol/op.ts'
import type { OpResult } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

const DAY = 24 * 60 * 60_000

/** So long after the server heard that they are settled, ops are kept: its backups must not be older (EN42). */
const KEPT_MS = 14 * DAY

/** An answered op. */
export type Settled = { readonly op: Op; readonly result: OpResult }

export function putArchive(tx: Writer, op: Op, result: OpResult, at: number): void {
  // Under the number of an op that a rolled-back disk made there may stand another one: the newer one counts.
  tx.prepare('DELETE FROM archive WHERE op_id = ? OR (device_id = ? AND op_no = ?)').run(
    op.opId,
    op.deviceId,
    op.opNo
  )
  tx.prepare(
    `INSERT INTO archive (op_id, device_id, op_no, case_id, env, result, settled_at, kept_since)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0)`
  ).run(op.opId, op.deviceId, op.opNo, op.caseId, JSON.stringify(op), JSON.stringify(result), Math.round(at))
}

/** Answered ops of an installation after its op `opNo`, in their order. */
export function listArchivedAfter(db: Reader, deviceId: string, opNo: number): Settled[] {
  return settledOf(
    db
      .prepare('SELECT env, result FROM archive WHERE device_id = ? AND op_no > ? ORDER BY op_no')
      .all(deviceId, opNo)
  )
}

/** Answered ops from when this installation went by another name, oldest first. */
export function listArchivedElsewhere(db: Reader, deviceId: string): Settled[] {
  return settledOf(
    db
      .prepare('SELECT env, result FROM archive WHERE device_id <> ? ORDER BY settled_at, op_no')
      .all(deviceId)
  )
}

/** Our own rows, written from parsed ops by this very code. */
function settledOf(rows: unknown[]): Settled[] {
  return (rows as { env: string; result: string }[]).map((row) => ({
    op: JSON.parse(row.env) as Op,
    result: JSON.parse(row.result) as OpResult
  }))
}

export function dropArchived(tx: Writer, opId: string): void {
  tx.prepare('DELETE FROM archive WHERE op_id = ?').run(opId)
}

/** At a hello: from now on, by the server's clock, what is settled is kept for its time, and what has been goes. */
export function ageArchive(tx: Writer, serverTime: number): void {
  const at = Math.round(serverTime)
  tx.prepare('UPDATE archive SET kept_since = ? WHERE kept_since = 0').run(at)
  const old = at - KEPT_MS
  tx.prepare('INSERT OR IGNORE INTO acted SELECT DISTINCT case_id FROM archive WHERE kept_since < ?').run(old)
  tx.prepare('DELETE FROM archive WHERE kept_since < ?').run(old)
}

/** Whether this person did anything on the case from this machine. */
export function hasActedOn(db: Reader, caseId: CaseId): boolean {
  const row = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE case_id = ?) OR EXISTS (SELECT 1 FROM archive WHERE case_id = ?)
         OR EXISTS (SELECT 1 FROM acted WHERE case_id = ?) AS acted`
    )
    .get(caseId, caseId, caseId) as { acted: number }
  return row.acted === 1
}
