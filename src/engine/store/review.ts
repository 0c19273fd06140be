import type { CaseId, OpId } from '../../shared/lib/ids.ts'
import type { Op } from '../../shared/protocol/op.ts'
import type { OpResult } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** An answer its author has to see. The op still holds every word they wrote (SY9). */
export type Reviewed = {
  readonly op: Op
  readonly result: OpResult
  readonly ref: string
  readonly title: string
  readonly answeredAt: number
}

export function putReview(tx: Writer, { op, result, ref, title, answeredAt }: Reviewed): void {
  tx.prepare('INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    op.opId,
    op.opNo,
    op.caseId,
    ref,
    title,
    JSON.stringify(op),
    JSON.stringify(result),
    answeredAt
  )
}

export function listReview(db: Reader): Reviewed[] {
  const rows = db.prepare('SELECT env, result, ref, title, answered_at FROM review ORDER BY op_no').all() as {
    env: string
    result: string
    ref: string
    title: string
    answered_at: number
  }[]
  return rows.map((row) => ({
    op: JSON.parse(row.env) as Op,
    result: JSON.parse(row.result) as OpResult,
    ref: row.ref,
    title: row.title,
    answeredAt: row.answered_at
  }))
}

export function countReview(db: Reader): number {
  return (db.prepare('SELECT count(*) AS n FROM review').get() as { n: number }).n
}

/** Gives the case it was on, or undefined when it was settled already. */
export function dropReview(tx: Writer, opId: OpId): CaseId | undefined {
  const row = tx.prepare('DELETE FROM review WHERE op_id = ? RETURNING case_id').get(opId) as
    | { case_id: CaseId }
    | undefined
  return row?.case_id
}
