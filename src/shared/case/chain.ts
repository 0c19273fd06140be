import { clocksWhenMoved, targetFor } from '../sla/clocks.ts'
import { addWorkingTime } from '../sla/working-time.ts'
import type { Case, HierarchicalEscalation } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { Known } from './rights.ts'

type Approved = Extract<CaseEvent, { type: 'approval.approved' }>
type Around = Pick<Known, 'at' | 'matrix'>
type Chain = HierarchicalEscalation['chain']

const MINUTE = 60_000

/** When a step that is asked at `at` (ms) is over. */
export function stepDue(chain: Chain, step: number, at: number): number {
  return addWorkingTime(at, (chain[step]?.minutes ?? 0) * MINUTE)
}

/** When the step after this one is over, or null after the last. */
export function nextDue(chain: Chain, step: number, at: number): number | null {
  return step + 1 < chain.length ? stepDue(chain, step + 1, at) : null
}

/** What a yes to a step leads to: the next step's time, or with the last one what was asked for (ES15). */
export function afterYes(
  kase: Case,
  one: HierarchicalEscalation,
  step: number,
  around: Around
): Pick<Approved, 'nextDueAt' | 'moved'> {
  const nextDueAt = nextDue(one.chain, step, around.at)
  const moved = nextDueAt === null ? movedTo(kase, one, around) : undefined
  return { nextDueAt, ...(moved ? { moved } : {}) }
}

/** Where the case goes with the last yes to a move, and by when it is accepted and resolved there. */
function movedTo(kase: Case, { move }: HierarchicalEscalation, { at, matrix }: Around): Approved['moved'] {
  if (!move) return undefined
  return {
    to: move.to,
    acceptBy: addWorkingTime(at, move.acceptMinutes * MINUTE),
    resolveBy: addWorkingTime(at, move.resolveMinutes * MINUTE),
    clocks: clocksWhenMoved(kase.clocks, targetFor(matrix, move.to.tier, kase.priority), at, move)
  }
}
