import type { Ask, HierarchicalEscalation } from '../../src/shared/case/case.ts'
import type { StepTimeout } from '../../src/shared/escalation/matrix.ts'
import { ana, type Desk, desk, HOUR, matrix, NINE, openCase, queue } from './cases.ts'
import { open, request } from './requests.ts'

/** A row for refunds, without its chain. */
export const REFUND = {
  id: 'refund',
  action: 'refund',
  tiers: ['L1'],
  overMinor: 5_000,
  upToMinor: 100_000,
  package: ['ask']
}

/** A row for a move to L3/core. */
export const MOVE = {
  id: 'to-core',
  action: 'move',
  to: queue('L3/core'),
  tiers: ['L1'],
  chain: [{ approver: { role: 'supervisor' }, minutes: 30 }],
  acceptMinutes: 15,
  resolveMinutes: 120,
  package: ['ask']
}

/** A supervisor for an hour, then escalation managers for an hour each, with what happens when they do not answer. */
export const stepsWith = (...timeouts: StepTimeout[]): unknown[] =>
  timeouts.map((onTimeout, i) => ({
    approver: i === 0 ? { role: 'supervisor' } : { role: 'escalation_manager' },
    minutes: 60,
    onTimeout
  }))

/** ana owns a case under a matrix with these rows for authority. */
export function own(hierarchical: unknown[], over: Record<string, unknown> = {}): Desk {
  const exceptions = [{ id: 'late-return', name: { en: 'Late return' } }]
  return desk({
    kase: openCase(ana),
    matrix: matrix({ hierarchical, exceptions, ...over }),
    now: NINE + HOUR
  })
}

/** ana asks for it; gives the request. */
export function asks(one: Desk, what: Ask, rowId: string): HierarchicalEscalation {
  one.act(ana, request(what, rowId))
  return open(one)
}
