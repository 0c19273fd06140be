import type { Case } from '../../shared/case/case.ts'
import type { CaseRow } from '../../shared/protocol/views.ts'
import { nextDue } from '../../shared/sla/clocks.ts'
import type { Reader } from '../../sqlite/db.ts'

/** What a list shows of a case. */
export function toCaseRow(
  db: Reader,
  kase: Case,
  waiting: number,
  riskShare: number,
  snippet: string | null = null
): CaseRow {
  const draft = db.prepare('SELECT 1 FROM drafts WHERE case_id = ? LIMIT 1').get(kase.id)
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
    waiting,
    hasDraft: draft !== undefined,
    snippet
  }
}
