import { worksIn } from '../../people/person.ts'
import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import { compareTiers, type Tier } from '../../people/tier.ts'
import type { Finding } from '../finding.ts'
import type { When } from '../matrix.ts'
import { type At, type Document, error, queueAt, queuesAt, rowAt, warning } from './document.ts'
import {
  add,
  allKinds,
  boxOf,
  exampleIn,
  exampleOf,
  hasLeft,
  isNone,
  type KindSpace,
  type Kinds,
  minus,
  noKinds
} from './kinds.ts'
import { reachedBesides, reachedIn } from './reach.ts'
import { isOpen, spread, type Way } from './ways.ts'

/**
 * Cases begin at the lowest tier with teams, of every kind. Each way goes up, each kind has one wherever others have, and
 * wherever a way leads somebody works; every team can be reached (MX6, MX7).
 */
export function checkWays(document: Document): Finding[] {
  const reached = reachedIn(document)
  return [
    ...upward(document),
    ...idleFrom(document),
    ...deadEnds(document, reached),
    ...owners(document, reached),
    ...cycles(document, reached)
  ]
}

function upward({ matrix, queues }: Document): Finding[] {
  const notUp = (at: At, tiers: readonly Tier[], to: Queue): Finding[] => {
    if (!queues.some((queue) => isSameQueue(queue, to))) return []
    const level = tiers.filter(
      (tier) => matrix.tiers.some(({ id }) => id === tier) && compareTiers(to.tier, tier) <= 0
    )
    return level.length > 0 ? [error('not_up', at, { from: level.join(', '), to: queueKey(to) })] : []
  }
  return [
    ...matrix.special.flatMap(({ id, tiers, to }, i) => notUp(rowAt('special', id, i, 'tiers'), tiers, to)),
    ...matrix.functional.flatMap(({ id, from, to }, i) =>
      notUp(rowAt('functional', id, i, 'to'), [from.tier], to)
    ),
    ...matrix.automatic.flatMap(({ id, tiers, act }, i) =>
      act.do === 'escalate' ? notUp(rowAt('automatic', id, i, 'tiers'), tiers, act.to) : []
    )
  ]
}

/** Rows for tiers that have no team, so that no case ever stands there. The example is one they are for, where it begins. */
function idleFrom(document: Document): Finding[] {
  const { matrix, queues, space, lowest } = document
  const [first] = queuesAt(queues, lowest ? [lowest] : [])
  const isKnown = (tier: Tier) => matrix.tiers.some(({ id }) => id === tier)
  const nobody = (at: At, what: readonly string[], when: When): Finding =>
    error(
      'unreachable',
      at,
      { what: what.join(', ') },
      first ? exampleIn(space, boxOf(space, when), first) : null
    )
  const idle = (at: At, tiers: readonly Tier[], when: When): Finding[] =>
    tiers.every(isKnown) && queuesAt(queues, tiers).length === 0 ? [nobody(at, tiers, when)] : []
  return [
    ...matrix.special.flatMap(({ id, tiers, when }, i) => idle(rowAt('special', id, i), tiers, when)),
    ...matrix.functional.flatMap(({ id, from, when }, i) =>
      idle(rowAt('functional', id, i), [from.tier], when)
    ),
    ...matrix.hierarchical.flatMap(({ id, tiers, when }, i) =>
      idle(rowAt('hierarchical', id, i), tiers, when)
    ),
    ...matrix.automatic.flatMap(({ id, tiers, when }, i) => idle(rowAt('automatic', id, i), tiers, when)),
    ...matrix.privacy.flatMap(({ id, when }, i) =>
      when.channel && !when.channel.includes('social')
        ? [nobody(rowAt('privacy', id, i, 'when.channel'), when.channel, when)]
        : []
    )
  ]
}

/**
 * A team from which nothing leads up is the end of the line, as long as somebody sends cases there on purpose. A kind left
 * behind where other kinds go up was forgotten. What leads up is a button whoever has the case can press: a row that acts by
 * itself may never do so, and a move takes a yes, so where only those lead on it is told as that.
 */
function deadEnds(document: Document, reached: Map<string, Kinds>): Finding[] {
  const { matrix, queues, lowest, top, ways, space } = document
  return queues.flatMap((queue) => {
    if (queue.tier === top) return []
    const key = queueKey(queue)
    const here = reached.get(key)
    if (!here) return []
    const mine = ways.filter(({ from }) => from.includes(key))
    const open = mine.filter(isOpen)
    if (open.length === 0 && queue.tier !== lowest) return []
    const stuck = minus(here, led(space, open))
    if (isNone(stuck)) return []
    const lost = minus(stuck, led(space, mine))
    const at = queueAt(matrix, queue)
    if (!isNone(lost)) {
      const level = open.length > 0 ? error : warning
      return [level('dead_end', at, { queue: key }, exampleOf(space, lost, queue))]
    }
    const by = mine.filter((way) => !isOpen(way) && hasLeft(way.box, undefined, stuck))
    const values = { queue: key, by: by.map(({ row }) => row.id).join(', ') }
    return [warning('unsure_way', at, values, exampleOf(space, stuck, queue))]
  })
}

function led(space: KindSpace, ways: readonly Way[]): Kinds {
  const kinds = noKinds(space)
  for (const { box } of ways) add(kinds, box)
  return kinds
}

function owners(document: Document, reached: Map<string, Kinds>): Finding[] {
  const { matrix, queues, lowest, ways, around } = document
  const isSure = ways.every(({ to }) => to !== null)
  const meant = reachedBesides(document)
  return queues.flatMap((queue) => {
    const key = queueKey(queue)
    const at = queueAt(matrix, queue)
    const workers = around.people?.filter((person) => worksIn(person, queue))
    const isStaffed = workers?.some((one) => one.queues.some((each) => isSameQueue(each, queue))) ?? true
    if (!reached.has(key)) {
      const unreached = isSure && !meant.has(key) ? [warning('unreachable', at, { what: key })] : []
      return isStaffed ? unreached : [...unreached, warning('empty_team', at, { queue: key })]
    }
    if (isStaffed) return []
    if (workers && workers.length > 0) return [warning('empty_team', at, { queue: key })]
    const way = ways.find(({ to, from, box }) => {
      if (!to || !isSameQueue(to, queue)) return false
      return from.some((one) => hasLeft(box, undefined, reached.get(one)))
    })
    return [noOwner(document, queue, queue.tier === lowest ? undefined : way, at)]
  })
}

/** Named after the row that sends cases there, if one does. */
function noOwner({ queues, space }: Document, queue: Queue, way: Way | undefined, at: At): Finding {
  const from = queues.find((one) => queueKey(one) === way?.from[0])
  if (!way || !from)
    return error('no_owner', at, { queue: queueKey(queue) }, exampleOf(space, allKinds(space), queue))
  const { row, index, box } = way
  const below = row.list === 'automatic' ? 'act.to' : 'to'
  return error(
    'no_owner',
    rowAt(row.list, row.id, index, below),
    { queue: queueKey(queue) },
    exampleIn(space, box, from)
  )
}

/** Only an approved move can lead sideways or down; a case it brings to where other rows bring it back goes in circles (MX15). */
function cycles({ queues, ways, space }: Document, reached: Map<string, Kinds>): Finding[] {
  return ways.flatMap((way) => {
    const { to, row, index } = way
    if (row.list !== 'hierarchical' || !to) return []
    for (const from of way.from) {
      const start = queues.find((one) => queueKey(one) === from)
      const here = reached.get(from)
      if (!start || !here || compareTiers(to.tier, start.tier) > 0) continue
      const moved = noKinds(space)
      if (!add(moved, way.box, here)) continue
      const back = spread(ways, new Map([[queueKey(to), moved]]), space).get(from)
      if (!back || isNone(back)) continue
      const values = { from, to: queueKey(to) }
      return [warning('cycle', rowAt(row.list, row.id, index, 'to'), values, exampleOf(space, back, start))]
    }
    return []
  })
}
