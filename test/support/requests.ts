import type { Ask, HierarchicalEscalation } from '../../src/shared/case/case.ts'
import { ana, ask, type Bare, type Desk, desk, HOUR, NINE, openCase } from './cases.ts'

export const request = (one: Ask, rowId = 'refund-200'): Bare => ({
  type: 'approval.request',
  rowId,
  matrixVer: 7,
  ask: one
})

/** ana's case with a request for a refund, asked at ten. */
export function requested(euros = 120): Desk {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, request(ask(euros), euros > 200 ? 'refund-1000' : 'refund-200'))
  return one
}

/** The request made last. */
export function open(one: Desk): HierarchicalEscalation {
  const found = one.kase.escalations.findLast((each) => each.kind === 'hierarchical')
  if (found?.kind !== 'hierarchical') throw new Error('no request')
  return found
}

export const target = (one: Desk) => ({ escalationId: open(one).id, subjectHash: open(one).subjectHash })

export const approve = (one: Desk, note?: string): Bare => ({
  type: 'approval.approve',
  ...target(one),
  ...(note ? { note } : {})
})

export const amend = (one: Desk, next: Ask): Bare => ({
  type: 'approval.amend',
  escalationId: open(one).id,
  ask: next
})

export const withdraw = (one: Desk): Bare => ({ type: 'escalation.withdraw', escalationId: open(one).id })
