import type { Case } from '../shared/case/case.ts'
import type { AuthorityAction } from '../shared/escalation/matrix.ts'
import type { CaseId } from '../shared/lib/ids.ts'
import { grantColumns } from '../shared/protocol/snapshot/case-columns.ts'
import type { Reader, Writer } from '../sqlite/db.ts'

/** Keeps what was granted alone on a case, as the server has it or as the person sees it. Console and server both keep this table (their 0050). */
export function putGrants(tx: Writer, kase: Case): void {
  dropGrants(tx, kase.id)
  for (const row of grantColumns(kase)) tx.prepare('INSERT INTO grants VALUES (?, ?, ?, ?, ?, ?)').run(...row)
}

export function dropGrants(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM grants WHERE case_id = ?').run(caseId)
}

/** What was granted alone to this case's customer on other cases since a time, in minor units: as far as this database knows. */
export function grantedElsewhere(db: Reader, kase: Case, action: AuthorityAction, since: number): number {
  const row = db
    .prepare(
      'SELECT coalesce(sum(amount_minor), 0) AS sum FROM grants WHERE customer_id = ? AND action = ? AND at >= ? AND case_id <> ?'
    )
    .get(kase.customer.id, action, since, kase.id) as { sum: number }
  return row.sum
}
