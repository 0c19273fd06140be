import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import { compareTiers } from '../../people/tier.ts'
import type { RowRef } from '../finding.ts'
import type { FunctionalRow, Matrix, When } from '../matrix.ts'
import { add, type Box, boxOf, type KindSpace, type Kinds, noKinds } from './kinds.ts'

/** A row that takes cases somewhere. */
export type Way = {
  readonly row: RowRef
  readonly index: number
  /** Keys of the queues it is for, where it can take a case further. */
  readonly from: readonly string[]
  /** Null when it points to nothing: that is a finding of its own, and its cases are not counted as stuck besides. */
  readonly to: Queue | null
  readonly box: Box
}

/** Every row that takes cases somewhere, in the order they are tried (ES2, ES3, ES24). */
export function waysOf(matrix: Matrix, queues: readonly Queue[], space: KindSpace): Way[] {
  const way = (
    list: RowRef['list'],
    row: { id: string; when: When; to: Queue; from?: FunctionalRow['from'] },
    index: number,
    isMine: (queue: Queue) => boolean
  ): Way => {
    const { id, when, to } = row
    const target = queues.find((one) => isSameQueue(one, to)) ?? null
    const mine = queues.filter(isMine)
    const further = mine.filter((queue) =>
      list === 'hierarchical' ? !isSameQueue(queue, to) : compareTiers(to.tier, queue.tier) > 0
    )
    const leads = target !== null && further.length > 0 && !('from' in row && isLost(row.from, queues))
    const from = (leads ? further : mine).map(queueKey)
    return { row: { list, id }, index, from, to: leads ? target : null, box: boxOf(space, when) }
  }
  return [
    ...matrix.special.map((row, i) => way('special', row, i, ({ tier }) => row.tiers.includes(tier))),
    ...matrix.functional.map((row, i) => way('functional', row, i, (queue) => isFrom(row, queue, queues))),
    ...matrix.hierarchical.flatMap((row, i) =>
      row.action === 'move' ? [way('hierarchical', row, i, ({ tier }) => row.tiers.includes(tier))] : []
    ),
    ...matrix.automatic.flatMap((row, i) =>
      row.act.do === 'escalate'
        ? [way('automatic', { ...row, to: row.act.to }, i, ({ tier }) => row.tiers.includes(tier))]
        : []
    )
  ]
}

/** From a team that is not there: it was meant for one of that tier, and which is not known. */
function isLost({ tier, team }: FunctionalRow['from'], queues: readonly Queue[]): boolean {
  return team !== undefined && !queues.some((one) => isSameQueue(one, { tier, team }))
}

function isFrom({ from }: FunctionalRow, queue: Queue, queues: readonly Queue[]): boolean {
  if (from.tier !== queue.tier) return false
  return from.team === undefined || from.team === queue.team || isLost(from, queues)
}

/** Whether whoever has a case can always take this way: it needs no clock, no count and nobody's approval. */
export function isOpen({ row }: Way): boolean {
  return row.list === 'special' || row.list === 'functional'
}

/** What special rows take at a queue: while one matches, no functional row does. */
export function specialAt(ways: readonly Way[], key: string, space: KindSpace): Kinds {
  const taken = noKinds(space)
  for (const { row, from, to, box } of ways)
    if (row.list === 'special' && to !== null && from.includes(key)) add(taken, box)
  return taken
}

/**
 * Which kinds get where, starting from some. Kinds keep what they are on their way; or `become` says what else they may have
 * become when they get somewhere.
 */
export function spread(
  ways: readonly Way[],
  start: ReadonlyMap<string, Kinds>,
  space: KindSpace,
  become: (kinds: Kinds) => void = () => {}
): Map<string, Kinds> {
  const reached = new Map([...start].map(([key, kinds]) => [key, kinds.slice()]))
  const todo = new Set(start.keys())
  while (todo.size > 0) {
    const from = lowest(todo)
    todo.delete(from)
    const here = reached.get(from) ?? noKinds(space)
    const special = specialAt(ways, from, space)
    for (const { row, to, box } of ways.filter((way) => way.from.includes(from))) {
      if (!to) continue
      const key = queueKey(to)
      const there = reached.get(key) ?? noKinds(space)
      if (!add(there, box, here, row.list === 'functional' ? special : undefined)) continue
      become(there)
      reached.set(key, there)
      todo.add(key)
    }
  }
  return reached
}

/** Keys begin with their tier: from the lowest up each queue is looked at once, unless something leads back down. */
function lowest(keys: ReadonlySet<string>): string {
  return [...keys].reduce((least, key) => (key < least ? key : least))
}
