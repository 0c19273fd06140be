import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** When to look at a case for an automatic row; 0 is now. */
export function putAutomaticDue(tx: Writer, caseId: CaseId, dueAt: number): void {
  tx.prepare(
    'INSERT INTO automatic_due VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET due_at = excluded.due_at'
  ).run(caseId, Math.ceil(dueAt))
}

export function dropAutomaticDue(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM automatic_due WHERE case_id = ?').run(caseId)
}

/** Under another matrix every case in work is looked at anew. */
export function putAllAutomaticDue(tx: Writer): void {
  tx.prepare('DELETE FROM automatic_due').run()
  tx.prepare(
    `INSERT INTO automatic_due SELECT case_id, 0 FROM cases WHERE status NOT IN ('resolved', 'closed')`
  ).run()
}

export function listAutomaticDue(db: Reader, now: number, limit: number): CaseId[] {
  const rows = db
    .prepare('SELECT case_id FROM automatic_due WHERE due_at <= ? ORDER BY due_at, case_id LIMIT ?')
    .all(now, limit)
  return (rows as { case_id: CaseId }[]).map((row) => row.case_id)
}
