import { type Case, type HierarchicalEscalation, moneyOf } from './case.ts'
import { afterYes, nextDue, stepDue } from './chain.ts'
import type { CaseEvent } from './event.ts'
import type { Known } from './rights.ts'

type Ended = Extract<CaseEvent, { type: 'approval.expired' | 'approval.reminded' | 'approval.approved' }>

/**
 * What the passing of time does to a request: a step nobody answered goes on as its row says (ES17). Gives the event the
 * server's timer logs, or undefined when nothing is due yet.
 */
export function expiryOf(
  kase: Case,
  one: HierarchicalEscalation,
  known: Pick<Known, 'at' | 'matrix'>
): Ended | undefined {
  const { state } = one
  if (state.status !== 'requested' || known.at < state.dueAt) return undefined
  const escalationId = one.id
  const { step } = state
  const then = one.chain[step]?.onTimeout ?? { do: one.onTimeout }
  switch (then.do) {
    case 'notify':
      if (state.also) break
      return {
        type: 'approval.reminded',
        escalationId,
        step,
        whom: then.whom,
        dueAt: stepDue(one.chain, step, known.at)
      }
    case 'decline':
      return { type: 'approval.expired', escalationId, step, nextDueAt: null, declined: true }
    case 'expire':
      return { type: 'approval.expired', escalationId, step, nextDueAt: null }
    case 'approve': {
      const amountMinor = moneyOf(one.ask)?.amountMinor
      if (amountMinor === undefined || amountMinor > then.upToMinor) break
      return { type: 'approval.approved', escalationId, step, ...afterYes(kase, one, step, known) }
    }
    case 'next':
  }
  return { type: 'approval.expired', escalationId, step, nextDueAt: nextDue(one.chain, step, known.at) }
}
