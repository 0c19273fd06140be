import type { Case } from '../../shared/case/case.ts'
import type { ApprovalRow } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import { readCase } from '../store/cases.ts'

const MOST = 200

/** What this machine knows of a customer besides this case: how many cases, and what they were given. */
export function customerHistory(db: Reader, { id, customer }: Case): ApprovalRow['history'] {
  const rows = db
    .prepare('SELECT ended, body FROM cases WHERE customer = ? AND id <> ? ORDER BY updated_at DESC LIMIT ?')
    .all(customer.id, id, MOST) as { ended: number; body: string }[]
  return {
    cases: rows.length,
    openCases: rows.filter((row) => row.ended === 0).length,
    grants: rows.flatMap((row) => readCase(row.body).grants).sort((a, b) => b.at - a.at)
  }
}
