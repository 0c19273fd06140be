import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'

/** Keeps whether an escalation manager is called to a case; one that is resolved needs nobody any more. */
export function putCall(tx: Writer, { id, called, state }: Case): void {
  const isOver = state.status === 'resolved' || state.status === 'closed'
  if (called && !isOver) tx.prepare('INSERT OR IGNORE INTO calls VALUES (?)').run(id)
  else dropCall(tx, id)
}

export function dropCall(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM calls WHERE case_id = ?').run(caseId)
}
