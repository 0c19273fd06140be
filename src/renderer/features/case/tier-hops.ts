import type { Case, Hop } from '../../../shared/case/case.ts'
import { bounces, isBounce, PING_PONG } from '../../../shared/case/hop-history.ts'
import { compareTiers } from '../../../shared/people/tier.ts'

export type HopMark = 'ping_pong' | 'returned' | 'skipped'

/** One stop on the case's way. `bounces`: how often the case had bounced by then, with this time. */
export type MarkedHop = {
  readonly hop: Hop
  readonly mark: HopMark | undefined
  readonly bounces: number
}

/** The way with what is worth seeing on it: returns, skipped tiers, and from where on it is ping-pong (ES32). */
export function markHops(hops: Case['hops']): MarkedHop[] {
  return hops.map((hop, place) => {
    const so = bounces({ hops }, place)
    return { hop, mark: markOf(hops, place, so), bounces: so }
  })
}

function markOf(hops: Case['hops'], place: number, so: number): HopMark | undefined {
  const hop = hops[place]
  const before = hops[place - 1]
  if (isBounce(hops, place) && so >= PING_PONG) return 'ping_pong'
  if (hop?.how === 'returned') return 'returned'
  if (hop?.how !== 'escalated' || !before) return undefined
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
