import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { isCalled } from '../../shared/protocol/snapshot/case-columns.ts'
import type { Writer } from '../../sqlite/db.ts'

/** Keeps whether an escalation manager is called to a case. */
export function putCall(tx: Writer, kase: Case): void {
  if (isCalled(kase)) tx.prepare('INSERT OR IGNORE INTO calls VALUES (?)').run(kase.id)
  else dropCall(tx, kase.id)
}

export function dropCall(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM calls WHERE case_id = ?').run(caseId)
}
