import { canonical } from '../../lib/hash.ts'
import type { Tier } from '../../people/tier.ts'
import type { Finding } from '../finding.ts'
import { type AutomaticRow, Priority } from '../matrix.ts'
import { needed } from './check-shadows.ts'
import { type Document, error, queuesAt, rowAt, warning } from './document.ts'
import {
  add,
  addWithPriority,
  type Box,
  boxOf,
  exampleIn,
  exampleOf,
  hasLeft,
  isNone,
  type KindSpace,
  type Kinds,
  noKinds
} from './kinds.ts'

/** Automatic rows do something, do not undo each other, and do nothing twice (MX13). */
export function checkAutomatic(document: Document): Finding[] {
  return [
    ...document.matrix.automatic.flatMap((row, i) => idle(row, i)),
    ...loops(document),
    ...twice(document)
  ]
}

/** To the priority every case it is for has already. */
function idle({ id, when, act }: AutomaticRow, i: number): Finding[] {
  return act.do === 'priority' && when.priority?.every((one) => one === act.priority)
    ? [error('automatic_idle', rowAt('automatic', id, i, 'act'), { priority: act.priority })]
    : []
}

/** A row that sets a priority. `box`: what it is for, with the priorities it changes; `back`: the same with the one it sets. */
type Setting = {
  readonly id: string
  readonly index: number
  readonly tiers: readonly Tier[]
  readonly priority: Priority
  readonly box: Box
  readonly back: Box
}

function settings({ matrix, space }: Document): Setting[] {
  return matrix.automatic.flatMap(({ id, tiers, when, act }, index) => {
    if (act.do !== 'priority') return []
    const { priority } = act
    const others = (when.priority ?? Priority.options).filter((one) => one !== priority)
    const box = boxOf(space, { ...when, priority: others })
    return [{ id, index, tiers, priority, box, back: boxOf(space, { ...when, priority: [priority] }) }]
  })
}

/**
 * A priority that a row sets although a case had it when rows before it began: each acts once, and in the end nothing has
 * changed. Followed tier by tier for all kinds at once, whatever number of rows it takes.
 */
function loops(document: Document): Finding[] {
  const { space, queues } = document
  const before = new Map<Tier, { readonly rows: Setting[]; readonly changes: Changes }>()
  return settings(document).flatMap((one) => {
    let found: Finding | undefined
    for (const tier of one.tiers) {
      const { rows, changes } = before.get(tier) ?? { rows: [], changes: new Map() }
      const round = (some: readonly Setting[]) => goneRound(space, one, changesOf(space, some))
      if (!found && !isNone(goneRound(space, one, changes))) {
        const by = needed(rows, (some) => !isNone(round(some)))
        const [queue] = queuesAt(queues, [tier])
        const example = queue ? exampleOf(space, round(by), queue) : null
        const values = { by: by.map(({ id }) => id).join(', ') }
        found = error('automatic_loop', rowAt('automatic', one.id, one.index), values, example)
      }
      before.set(tier, { rows: [...rows, one], changes: changesOf(space, [one], changes) })
    }
    return found ? [found] : []
  })
}

/** For each priority the kinds that some row gives it. */
type Changes = Map<Priority, Kinds>

/** Those of the rows, put to the ones there are. */
function changesOf(space: KindSpace, rows: readonly Setting[], changes: Changes = new Map()): Changes {
  for (const { priority, box } of rows) {
    const kinds = changes.get(priority) ?? noKinds(space)
    add(kinds, box)
    changes.set(priority, kinds)
  }
  return changes
}

/** The kinds that `one` brings back to the priority they had before others changed it. */
function goneRound(space: KindSpace, one: Setting, changes: Changes): Kinds {
  const became = noKinds(space)
  add(became, one.back)
  // From one priority to another, each at most once.
  for (let step = 1; step < Priority.options.length; step++)
    for (const [priority, kinds] of changes)
      if (priority !== one.priority) addWithPriority(became, became, kinds, priority)
  const mine = noKinds(space)
  add(mine, one.box)
  const back = noKinds(space)
  addWithPriority(back, became, mine, one.priority)
  return back
}

/** A row that does at the same moment what rows before it do, for cases they are for. It acts only on those that come back. */
function twice(document: Document): Finding[] {
  const { matrix, space, queues } = document
  const before = new Map<string, { id: string; tiers: readonly Tier[]; box: Box }[]>()
  return matrix.automatic.flatMap(({ id, trigger, tiers, when, act }, i) => {
    const what = act.do === 'escalate' ? { do: act.do, to: act.to } : act
    const key = canonical({ trigger, what })
    const rows = before.get(key) ?? []
    const box = boxOf(space, when)
    before.set(key, [...rows, { id, tiers, box }])
    const isTaken = (some: readonly (typeof rows)[number][]) =>
      tiers.every((tier) => {
        const cover = noKinds(space)
        for (const one of some) if (one.tiers.includes(tier)) add(cover, one.box)
        return !hasLeft(box, cover)
      })
    if (rows.length === 0 || box.classes.length === 0 || !isTaken(rows)) return []
    const [queue] = queuesAt(queues, tiers)
    const values = {
      by: needed(rows, isTaken)
        .map((one) => one.id)
        .join(', ')
    }
    return [
      warning(
        'automatic_twice',
        rowAt('automatic', id, i),
        values,
        queue ? exampleIn(space, box, queue) : null
      )
    ]
  })
}
