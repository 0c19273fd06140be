import type { Case, Hop } from '../../../shared/case/case.ts'
import { isSameQueue } from '../../../shared/people/queue.ts'
import { compareTiers } from '../../../shared/people/tier.ts'

export type HopMark = 'ping_pong' | 'returned' | 'skipped'

/** One stop on the case's way. `bounces`: how often the case had been sent back by then, with this time. */
export type MarkedHop = {
  readonly hop: Hop
  readonly mark: HopMark | undefined
  readonly bounces: number
}

/**
 * The way with what is worth seeing on it. A case bounces when it comes back, by a return or sideways, to a queue it has
 * been in; from the second time on that is ping-pong. Who withdraws an escalation only takes back what was never begun.
 */
export function markHops(hops: Case['hops']): MarkedHop[] {
  let bounces = 0
  return hops.map((hop, place) => {
    const before = hops[place - 1]
    const back =
      (hop.how === 'returned' || hop.how === 'transferred') &&
      hops.slice(0, place).some((earlier) => isSameQueue(earlier.queue, hop.queue))
    if (back) bounces += 1
    return { hop, mark: markOf(hop, before, back, bounces), bounces }
  })
}

function markOf(hop: Hop, before: Hop | undefined, back: boolean, bounces: number): HopMark | undefined {
  if (back && bounces > 1) return 'ping_pong'
  if (hop.how === 'returned') return 'returned'
  if (hop.how !== 'escalated' || !before) return undefined
  return compareTiers(hop.queue.tier, before.queue.tier) > 1 ? 'skipped' : undefined
}

const MOST_SHOWN = 6

/** A long way is told by where it began and its last stops; `left` counts what is between. */
export function shortWay<T>(hops: readonly T[]): {
  readonly first: readonly T[]
  readonly left: number
  readonly last: readonly T[]
} {
  if (hops.length <= MOST_SHOWN) return { first: hops, left: 0, last: [] }
  return { first: hops.slice(0, 1), left: hops.length - MOST_SHOWN, last: hops.slice(1 - MOST_SHOWN) }
}
