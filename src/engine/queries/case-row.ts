import type { Case } from '../../shared/case/case.ts'
import type { CaseRow } from '../../shared/protocol/views.ts'
import { nextDue } from '../../shared/sla/clocks.ts'
import type { Reader } from '../../sqlite/db.ts'
import { hasDraft } from '../store/drafts.ts'
import type { Gone } from '../store/gone.ts'

/** What the list of drafts shows of a case that left: its title, where it went, and that something of mine is there. */
export function toGoneRow(gone: Gone): CaseRow {
  return {
    id: gone.caseId,
    ref: gone.ref,
    subject: gone.title,
    customerName: '',
    status: 'open',
    priority: 'normal',
    flags: [],
    queue: gone.to,
    tiers: [gone.to.tier],
    owner: null,
    due: null,
    paused: false,
    updatedAt: gone.at,
    waiting: 0,
    hasDraft: true,
    snippet: null
  }
}

/** What a list shows of a case. */
export function toCaseRow(
  db: Reader,
  kase: Case,
  waiting: number,
  riskShare: number,
  snippet: string | null = null
): CaseRow {
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
    hasDraft: hasDraft(db, kase.id),
    snippet
  }
}
