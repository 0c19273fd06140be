import type { Case } from '../../case/case.ts'
import { bounces } from '../../case/hop-history.ts'
import { nextDue } from '../../sla/clocks.ts'
import type { CaseRow } from '../views.ts'

/** What a list shows of a case and the case alone decides; the rest belongs to what is around it. */
export type StoredRow = Omit<CaseRow, 'waiting' | 'hasDraft' | 'snippet'>

export function rowOf(kase: Case, riskShare: number): StoredRow {
  const tiers = kase.hops.map((hop) => hop.queue.tier)
  return {
    id: kase.id,
    ref: kase.ref,
    subject: kase.subject,
    customerName: kase.customer.name,
    status: kase.state.status,
    priority: kase.priority,
    flags: kase.flags,
    queue: kase.queue,
    tiers: tiers.filter((tier, index) => tier !== tiers[index - 1]),
    owner: kase.owner,
    due: nextDue(kase.clocks, riskShare) ?? null,
    paused: Object.values(kase.clocks).some((clock) => clock?.run.state === 'paused'),
    updatedAt: kase.updatedAt,
    bounces: bounces(kase)
  }
}
