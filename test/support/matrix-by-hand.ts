import type { Channel } from '../../src/shared/escalation/matrix.ts'
import {
  type Flag,
  Matrix,
  type MoneyRow,
  Priority,
  Segment,
  type When
} from '../../src/shared/escalation/matrix.ts'
import type { Queue } from '../../src/shared/people/queue.ts'
import { isSameQueue, queueKey } from '../../src/shared/people/queue.ts'
import { compareTiers, type Tier } from '../../src/shared/people/tier.ts'
import { queue } from './cases.ts'
import type { Random } from './random.ts'
import { soundMatrix } from './sound-matrix.ts'

/*
 * The checker reckons with sets of kinds; here every kind is tried one by one, on documents small enough for that, and by
 * the wording of the rules alone.
 */

export type Kind = {
  readonly category: string
  readonly priority: Priority
  readonly channel: Channel
  readonly segment: Segment
  readonly flags: readonly Flag[]
}

const CATEGORIES = ['a', 'b', 'c']
const FLAGS: readonly Flag[] = ['vip', 'fraud']
const FLAG_SETS: readonly (readonly Flag[])[] = [[], ['vip'], ['fraud'], ['vip', 'fraud'], ['outage']]
/** The rows name two channels; `phone` stands for all others, as `outage` does for the flags no row names. */
const CHANNELS = ['email', 'social', 'phone'] as const
export const KINDS: readonly Kind[] = CATEGORIES.flatMap((category) =>
  Priority.options.flatMap((priority) =>
    CHANNELS.flatMap((channel) =>
      Segment.options.flatMap((segment) =>
        FLAG_SETS.map((flags) => ({ category, priority, channel, segment, flags }))
      )
    )
  )
)
export const QUEUES = ['L1/x', 'L1/y', 'L2/x', 'L2/y', 'L3/x'].map(queue)

export const fits = (when: When, kind: Kind): boolean =>
  (!when.category || when.category.includes(kind.category)) &&
  (!when.priority || when.priority.includes(kind.priority)) &&
  (!when.channel || when.channel.includes(kind.channel)) &&
  (!when.segment || when.segment.includes(kind.segment)) &&
  (!when.flags || when.flags.some((flag) => kind.flags.includes(flag)))

function some<T>(dice: Random, of: readonly T[]): T[] {
  const chosen = of.filter(() => dice.chance(0.5))
  return chosen.length > 0 ? chosen : [dice.pick(of)]
}

function randomWhen(dice: Random, loose: number): When {
  return {
    ...(dice.chance(loose) && { category: some(dice, CATEGORIES) }),
    ...(dice.chance(loose) && { priority: some(dice, Priority.options) }),
    ...(dice.chance(loose / 2) && { channel: some(dice, ['email', 'social'] as const) }),
    ...(dice.chance(loose) && { segment: [dice.pick(Segment.options)] }),
    ...(dice.chance(loose / 2) && { flags: some(dice, FLAGS) })
  }
}

const stage = { package: ['need'], acceptMinutes: 5, resolveMinutes: 60 }

export function randomMatrix(dice: Random): Matrix {
  const higher = (tier: Tier): Queue => dice.pick(QUEUES.filter((one) => compareTiers(one.tier, tier) > 0))
  const times = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: dice.below(most + 1) }, (_, i) => make(i))
  const loose = dice.pick([0.25, 0.5])
  return Matrix.parse({
    ...soundMatrix(),
    tiers: (['L1', 'L2', 'L3'] as const).map((id) => ({
      id,
      name: { en: id },
      teams: QUEUES.filter(({ tier }) => tier === id).map(({ team }) => ({ id: team, name: { en: team } }))
    })),
    categories: CATEGORIES.map((id) => ({ id, name: { en: id } })),
    special: times(2, (i) => {
      const to = dice.pick(QUEUES.filter(({ tier }) => tier !== 'L1'))
      const tiers = to.tier === 'L2' ? ['L1'] : some(dice, ['L1', 'L2'])
      return { id: `s${i}`, reason: 'other', tiers, when: randomWhen(dice, loose * 2), to, ...stage }
    }),
    privacy: times(3, (i) => ({ id: `p${i}`, when: randomWhen(dice, loose), to: 'email' })),
    functional: times(9, (i) => {
      const tier = dice.pick(['L1', 'L1', 'L2'] as const)
      const from = { tier, ...(dice.chance(0.4) && { team: dice.pick(['x', 'y']) }) }
      return { id: `f${i}`, from, when: randomWhen(dice, loose), to: higher(tier), ...stage }
    }),
    hierarchical: times(6, (i) => {
      const row = {
        id: `h${i}`,
        tiers: some(dice, ['L1', 'L2']),
        when: randomWhen(dice, loose / 2),
        chain: [{ approver: { role: 'supervisor' }, minutes: 5 }],
        package: ['ask']
      }
      if (dice.chance(0.15)) return { ...row, ...stage, action: 'move', to: queue('L3/x') }
      const overMinor = dice.below(5)
      return { ...row, action: 'refund', overMinor, upToMinor: overMinor + 1 + dice.below(4) }
    }),
    exceptions: [],
    limits: dice.chance(0.5) ? [{ action: 'refund', tier: 'L1', perCaseMinor: dice.below(5) }] : [],
    delegates: [],
    automatic: dice.chance(0.3)
      ? [
          {
            id: 'auto',
            trigger: { on: 'breached', clock: 'own' },
            tiers: ['L2'],
            when: randomWhen(dice, loose),
            act: { do: 'escalate', to: queue('L3/x'), acceptMinutes: 5, resolveMinutes: 60 }
          }
        ]
      : []
  })
}

const leadsUp = (to: Queue, from: Queue): boolean => compareTiers(to.tier, from.tier) > 0

/** The rows whose buttons a case of this kind has in a queue: special ones alone while one matches, one for each target. */
export function routes(matrix: Matrix, at: Queue, kind: Kind) {
  const first = <T extends { to: Queue; when: When }>(rows: readonly T[]): T[] =>
    rows
      .filter(({ to, when }) => leadsUp(to, at) && fits(when, kind))
      .filter((row, i, all) => all.findIndex((one) => isSameQueue(one.to, row.to)) === i)
  const special = first(matrix.special.filter(({ tiers }) => tiers.includes(at.tier)))
  if (special.length > 0) return special
  return first(
    matrix.functional.filter(({ from }) => from.tier === at.tier && (!from.team || from.team === at.team))
  )
}

/** Where approved moves and automatic rows take it besides. */
function besides(matrix: Matrix, at: Queue, kind: Kind): Queue[] {
  return [
    ...matrix.hierarchical.flatMap((row) =>
      row.action === 'move' && row.tiers.includes(at.tier) && fits(row.when, kind) ? [row.to] : []
    ),
    ...matrix.automatic.flatMap(({ act, tiers, when }) =>
      act.do === 'escalate' && tiers.includes(at.tier) && leadsUp(act.to, at) && fits(when, kind)
        ? [act.to]
        : []
    )
  ]
}

function hasRoutes(matrix: Matrix, at: Queue): boolean {
  return KINDS.some((kind) => routes(matrix, at, kind).length > 0)
}

/** Functional rows all of whose queues have a special row for every kind, and the document without such special rows. */
function underBlankets(matrix: Matrix) {
  const isBlanket = ({ when }: { when: When }) => KINDS.every((kind) => fits(when, kind))
  const blankets = matrix.special.filter(isBlanket)
  const isCovered = (at: Queue) =>
    blankets.some(({ tiers, to }) => tiers.includes(at.tier) && leadsUp(to, at))
  const under = matrix.functional
    .filter(({ from, to }) =>
      QUEUES.filter(
        (at) => from.tier === at.tier && (!from.team || from.team === at.team) && leadsUp(to, at)
      ).every(isCovered)
    )
    .map(({ id }) => id)
  return { under, without: { ...matrix, special: matrix.special.filter((row) => !isBlanket(row)) } }
}

const isLowest = ({ tier }: Queue): boolean => tier === 'L1'

/** Where each kind gets, and every kind: `later` with the priorities and flags it may have got by then. */
function reachOf(matrix: Matrix, later: boolean): Map<string, Set<Kind>> {
  const reach = new Map(QUEUES.map((at) => [queueKey(at), new Set(isLowest(at) ? KINDS : [])]))
  // From the lowest tier up, and once more for what approved moves bring down.
  for (let round = 0; round < 2; round += 1)
    for (const at of QUEUES)
      for (const kind of reach.get(queueKey(at)) ?? [])
        for (const to of [...routes(matrix, at, kind).map((row) => row.to), ...besides(matrix, at, kind)]) {
          const there = reach.get(queueKey(to))
          for (const one of later ? alike(kind) : [kind]) there?.add(one)
        }
  return reach
}

const groupOf = ({ category, channel, segment }: Kind): string => `${category} ${channel} ${segment}`
const GROUPS = new Map(
  [...new Set(KINDS.map(groupOf))].map((group) => [group, KINDS.filter((one) => groupOf(one) === group)])
)
const alike = (kind: Kind): readonly Kind[] => GROUPS.get(groupOf(kind)) ?? []

/** Rows of which some case is left in a queue there is one in, `comes` where one gets along the rows. */
function comersByHand(matrix: Matrix): { reached: Set<string>; comes: Set<string> } {
  const comes = new Set<string>()
  const reached = new Set<string>()
  const reach = reachOf(matrix, true)
  const rest = [...matrix.hierarchical, ...matrix.automatic]
  for (const at of QUEUES) {
    const here = reach.get(queueKey(at)) ?? new Set()
    if (here.size === 0) continue
    for (const row of rest) if (row.tiers.includes(at.tier)) reached.add(row.id)
    for (const { id, tiers, to } of matrix.special)
      if (tiers.includes(at.tier) && leadsUp(to, at)) reached.add(id)
    for (const { id, from } of matrix.functional)
      if (from.tier === at.tier && (!from.team || from.team === at.team)) reached.add(id)
    for (const kind of here) {
      for (const { id } of routes(matrix, at, kind)) comes.add(id)
      for (const row of rest) if (row.tiers.includes(at.tier) && fits(row.when, kind)) comes.add(row.id)
    }
  }
  return { reached, comes }
}

export function byHand(matrix: Matrix) {
  const used = new Set<string>()
  const stuck = new Set<string>()
  const unsure = new Set<string>()
  const reach = reachOf(matrix, false)
  for (const at of QUEUES) {
    for (const kind of KINDS) for (const { id } of routes(matrix, at, kind)) used.add(id)
    if (at.tier === 'L3' || !(isLowest(at) || hasRoutes(matrix, at))) continue
    const still = [...(reach.get(queueKey(at)) ?? [])].filter((kind) => routes(matrix, at, kind).length === 0)
    if (still.some((kind) => besides(matrix, at, kind).length === 0)) stuck.add(queueKey(at))
    else if (still.length > 0) unsure.add(queueKey(at))
  }
  for (const kind of KINDS) {
    const row = kind.channel === 'social' ? matrix.privacy.find(({ when }) => fits(when, kind)) : undefined
    if (row) used.add(row.id)
  }
  const { under, without } = underBlankets(matrix)
  const meant = reachOf(without, false)
  const unreached = QUEUES.map(queueKey).filter((key) => !reach.get(key)?.size && !meant.get(key)?.size)
  const { reached, comes } = comersByHand(matrix)
  const never = [...reached].filter((id) => !comes.has(id))
  return { used, stuck, unsure, unreached, under, never }
}

export const isMoney = (row: Matrix['hierarchical'][number]): row is MoneyRow => row.action === 'refund'
export const holdsAmount = (row: MoneyRow, minor: number) => minor > row.overMinor && minor <= row.upToMinor

export function moneyByHand(matrix: Matrix) {
  const used = new Set<string>()
  const gaps = new Set<string>()
  for (const tier of ['L1', 'L2'] as const) {
    const limit = matrix.limits.find((one) => one.tier === tier)?.perCaseMinor
    for (const kind of KINDS) {
      const rows = matrix.hierarchical
        .filter(isMoney)
        .filter((row) => row.tiers.includes(tier) && fits(row.when, kind))
      for (let minor = 1; minor <= 10; minor += 1) {
        const row = rows.find((one) => holdsAmount(one, minor))
        if (row) used.add(row.id)
      }
      for (const [i, row] of rows.entries()) {
        const minor = row.overMinor
        const isLimited = limit !== undefined && minor <= limit
        if (minor === 0 || isLimited || rows.some((one) => holdsAmount(one, minor))) continue
        const isFirst = rows.findIndex((one) => one.overMinor === minor) === i
        const hasBelow = limit !== undefined || rows.some(({ upToMinor }) => upToMinor < minor)
        if (isFirst && hasBelow) gaps.add(row.id)
      }
    }
  }
  return { used, gaps }
}
