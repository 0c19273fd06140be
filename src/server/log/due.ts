import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** Notes when the open requests of a case end by themselves. */
export function putDue(tx: Writer, kase: Case): void {
  tx.prepare('DELETE FROM due WHERE case_id = ?').run(kase.id)
  for (const one of kase.escalations) {
    if (one.kind !== 'hierarchical' || one.state.status !== 'requested') continue
    tx.prepare('INSERT INTO due (case_id, escalation_id, due_at) VALUES (?, ?, ?)').run(
      kase.id,
      one.id,
      one.state.dueAt
    )
  }
}

export type Due = { readonly caseId: CaseId; readonly escalationId: string }

export function listDue(db: Reader, now: number, limit: number): Due[] {
  const rows = db
    .prepare(
      `SELECT case_id AS caseId, escalation_id AS escalationId FROM due
       WHERE due_at <= ? ORDER BY due_at, case_id, escalation_id LIMIT ?`
    )
    .all(now, limit)
  return rows as Due[]
}
