import { queueKey } from '../../people/queue.ts'
import type { Document } from './document.ts'
import { addLater, allKinds, isEverything, type Kinds } from './kinds.ts'
import { spread, type Way } from './ways.ts'

/** Which kinds of cases get to which queue along the rows, from the lowest tier on, where every kind begins. */
export function reachedIn(document: Document): Map<string, Kinds> {
  return from(document, document.ways)
}

/** The same of cases whose priority and flags may be others when they get there: those are set while somebody works on them. */
export function reachedLater(document: Document): Map<string, Kinds> {
  return from(document, document.ways, addLater)
}

/** The same if the special rows that take every case, and so cut off what lies behind the functional ones, were not there. */
export function reachedBesides(document: Document): Map<string, Kinds> {
  const { ways, space } = document
  const isBlanket = ({ row, box }: Way) => row.list === 'special' && isEverything(space, box)
  return from(
    document,
    ways.filter((way) => !isBlanket(way))
  )
}

function from(
  { queues, lowest, space }: Document,
  ways: readonly Way[],
  become?: (kinds: Kinds) => void
): Map<string, Kinds> {
  const entries = queues.filter(({ tier }) => tier === lowest)
  return spread(ways, new Map(entries.map((queue) => [queueKey(queue), allKinds(space)])), space, become)
}
