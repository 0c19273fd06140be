import { hashOf } from '../lib/hash.ts'
import type { Ask, Case } from './case.ts'

/** What an approver says yes to: this ask, on this case, for this customer. Anything else has another hash (ES14). */
export function subjectHash(kase: Case, escalationId: string, ask: Ask): string {
  return hashOf({ caseId: kase.id, customer: kase.customer.id, escalationId, ask })
}
