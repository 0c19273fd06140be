import type { Case, FunctionalEscalation } from '../../shared/case/case.ts'
import type { CaseEvent } from '../../shared/case/event.ts'
import { functionalRoutes } from '../../shared/case/routes.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { EscalationId } from '../../shared/lib/ids.ts'
import { unreachable } from '../../shared/lib/must.ts'
import { isSameQueue, type Queue } from '../../shared/people/queue.ts'
import { compareTiers } from '../../shared/people/tier.ts'
import {
  clocksWhenMoved,
  clocksWhenOwned,
  clocksWhenPaused,
  clocksWhenReopened,
  clocksWhenResolved,
  clocksWhenResumed,
  clocksWhenRetargeted,
  clocksWhenTransferred,
  targetFor
} from '../../shared/sla/clocks.ts'
import { addWorkingTime } from '../../shared/sla/working-time.ts'
import { outsider, queueOf } from './names.ts'
import type { PastStep } from './past-case.ts'

const MINUTE = 60_000
/** Stands where the row of the matrix would: no row of ours sent this case up. */
const IMPORTED_ROW = 'imported'

/** What one step of a recorded life is in our log, given the case it happened to. */
export function eventsOf(step: PastStep, kase: Case, matrix: Matrix): CaseEvent[] {
  const { clocks } = kase
  const { at } = step
  switch (step.type) {
    case 'moved':
      return movedEvents(queueOf(step.to), at, kase, matrix)
    case 'assigned':
      return [{ type: 'case.assigned', to: outsider(step.to), clocks: clocksWhenOwned(clocks, at) }]
    case 'started':
      return [{ type: 'case.claimed', clocks: clocksWhenOwned(clocks, at) }]
    case 'prioritised': {
      const target = targetFor(matrix, kase.queue.tier, step.to)
      return [
        {
          type: 'case.prioritySet',
          from: step.from,
          to: step.to,
          clocks: clocksWhenRetargeted(clocks, target, at)
        }
      ]
    }
    case 'categorised':
      return [{ type: 'case.categorySet', from: step.from, to: step.to }]
    case 'pended':
      return [{ type: 'case.pended', clocks: clocksWhenPaused(clocks, at) }]
    case 'held':
      return [{ type: 'case.held', reason: step.reason, clocks: clocksWhenPaused(clocks, at) }]
    case 'resumed':
      return [{ type: 'case.resumed', clocks: clocksWhenResumed(clocks, at) }]
    case 'resolved':
      return [{ type: 'case.resolved', resolution: step.resolution, clocks: clocksWhenResolved(clocks, at) }]
    case 'closed':
      return [{ type: 'case.closed' }]
    case 'reopened':
      return [{ type: 'case.reopened', reason: '', clocks: clocksWhenReopened(clocks, at) }]
    default:
      return unreachable(step)
  }
}

/** Up is an escalation, sideways a transfer, down the return of what was escalated before, one level after another. */
function movedEvents(to: Queue, at: number, kase: Case, matrix: Matrix): CaseEvent[] {
  const way = compareTiers(to.tier, kase.queue.tier)
  if (way > 0) return [escalated(to, at, kase, matrix)]
  const target = targetFor(matrix, to.tier, kase.priority)
  const transferred = { type: 'case.transferred', from: kase.queue, to, note: '' } as const
  if (way === 0) return [{ ...transferred, clocks: clocksWhenTransferred(kase.clocks, target, at) }]
  const clocks = clocksWhenMoved(kase.clocks, target, at)

  const above = openEscalations(kase).filter((one) => compareTiers(one.to.tier, to.tier) > 0)
  if (above.length === 0) return [{ ...transferred, clocks }]
  return above.map((one, index) => {
    const back = index === above.length - 1 ? to : one.from
    return { type: 'escalation.returned', escalationId: one.id, to: back, note: '', clocks }
  })
}

function escalated(to: Queue, at: number, kase: Case, matrix: Matrix): CaseEvent {
  const target = targetFor(matrix, to.tier, kase.priority)
  const row = functionalRoutes(kase, matrix).find((each) => isSameQueue(each.to, to))
  const stage = row ?? { acceptMinutes: target.ownMinutes, resolveMinutes: target.resolveMinutes }
  return {
    type: 'case.escalated',
    escalationId: EscalationId.parse(`${kase.id}/${kase.escalations.length + 1}`),
    rowId: row?.id ?? IMPORTED_ROW,
    madeUnder: matrix.version,
    judgedUnder: matrix.version,
    from: kase.queue,
    to,
    package: {},
    acceptBy: addWorkingTime(at, stage.acceptMinutes * MINUTE),
    resolveBy: addWorkingTime(at, stage.resolveMinutes * MINUTE),
    clocks: clocksWhenMoved(kase.clocks, target, at, stage)
  }
}

/** The latest first: it is the one the case is up here for. */
function openEscalations(kase: Case): FunctionalEscalation[] {
  return kase.escalations
    .filter((one) => one.kind === 'functional')
    .filter((one) => one.state.status === 'requested' || one.state.status === 'accepted')
    .toReversed()
}
