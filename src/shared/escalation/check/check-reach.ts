import { queueKey } from '../../people/queue.ts'
import type { Finding } from '../finding.ts'
import { thatTake } from './check-shadows.ts'
import { type At, type Document, queuesAt, rowAt, warning } from './document.ts'
import { type Box, boxOf, exampleIn, hasLeft, type Kinds } from './kinds.ts'
import { reachedLater } from './reach.ts'

/**
 * A row for cases that do not come to it along the rows, or that rows before it take where they do (MX18). A warning only:
 * whoever has a case may move it by hand or change its category. Nothing is said of a row whose queues no case comes to at
 * all, of one that rows before it shadow everywhere, or while a row points to what is not there.
 */
export function checkReach(document: Document): Finding[] {
  if (document.ways.some(({ to }) => to === null)) return []
  const reached = reachedLater(document)
  return [...waysBesides(document, reached), ...others(document, reached)]
}

/** Special and functional rows, of which earlier ones may take what comes. */
function waysBesides(document: Document, reached: Map<string, Kinds>): Finding[] {
  const special = document.ways.filter(({ row }) => row.list === 'special')
  const functional = document.ways.filter(({ row }) => row.list === 'functional')
  const taking = (there?: Map<string, Kinds>) =>
    new Set([...thatTake(document, special, [], there), ...thatTake(document, functional, special, there)])
  const alive = taking()
  const coming = taking(reached)
  return [...alive].flatMap((way) => {
    if (coming.has(way)) return []
    const { row, index, box, from } = way
    return never(document, reached, rowAt(row.list, row.id, index), box, from)
  })
}

/** Rows about authority, and those that act by themselves: for each the cases of its tiers count. */
function others(document: Document, reached: Map<string, Kinds>): Finding[] {
  const { matrix, queues, space } = document
  return [
    ...matrix.hierarchical.map((row, i) => ({ row, at: rowAt('hierarchical', row.id, i) })),
    ...matrix.automatic.map((row, i) => ({ row, at: rowAt('automatic', row.id, i) }))
  ].flatMap(({ row, at }) => {
    const box = boxOf(space, row.when)
    const keys = queuesAt(queues, row.tiers).map(queueKey)
    const isComing = keys.some((key) => {
      const here = reached.get(key)
      return here !== undefined && hasLeft(box, undefined, here)
    })
    return isComing ? [] : never(document, reached, at, box, keys)
  })
}

function never(
  { queues, space }: Document,
  reached: Map<string, Kinds>,
  at: At,
  box: Box,
  keys: readonly string[]
): Finding[] {
  const places = keys.filter((key) => reached.has(key))
  const queue = queues.find((one) => queueKey(one) === places[0])
  if (!queue || box.classes.length === 0) return []
  return [warning('never_comes', at, { places: places.join(', ') }, exampleIn(space, box, queue))]
}
