import { expect, test } from 'vitest'
import { queue } from '../../../../test/support/cases.ts'
import { type Random, seeded } from '../../../../test/support/random.ts'
import { soundMatrix } from '../../../../test/support/sound-matrix.ts'
import { functionalRoutes } from '../../case/routes.ts'
import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import { compareTiers, type Tier } from '../../people/tier.ts'
import { Channel, type Flag, Matrix, type MoneyRow, Priority, Segment, type When } from '../matrix.ts'
import { checkMatrix } from './check-matrix.ts'
import { NOTHING_AROUND } from './document.ts'

/*
 * The checker reckons with sets of kinds; here every kind is tried one by one, on documents small enough for that, and by
 * the wording of the rules alone.
 */

type Kind = {
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
const KINDS: readonly Kind[] = CATEGORIES.flatMap((category) =>
  Priority.options.flatMap((priority) =>
    CHANNELS.flatMap((channel) =>
      Segment.options.flatMap((segment) =>
        FLAG_SETS.map((flags) => ({ category, priority, channel, segment, flags }))
      )
    )
  )
)
const QUEUES = ['L1/x', 'L1/y', 'L2/x', 'L2/y', 'L3/x'].map(queue)

const fits = (when: When, kind: Kind): boolean =>
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

function randomMatrix(dice: Random): Matrix {
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
function routes(matrix: Matrix, at: Queue, kind: Kind) {
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

function goesUpFrom(matrix: Matrix, at: Queue): boolean {
  return KINDS.some((kind) => routes(matrix, at, kind).length + besides(matrix, at, kind).length > 0)
}

function byHand(matrix: Matrix) {
  const used = new Set<string>()
  const stuck = new Set<string>()
  const reached = new Set(QUEUES.filter(({ tier }) => tier === 'L1').map(queueKey))
  const hasWay = new Map(QUEUES.map((one) => [queueKey(one), goesUpFrom(matrix, one)]))
  for (const kind of KINDS) {
    const todo = QUEUES.filter(({ tier }) => tier === 'L1')
    for (const at of todo) {
      const up = routes(matrix, at, kind)
      const on = [...up.map(({ to }) => to), ...besides(matrix, at, kind)]
      if (on.length === 0 && at.tier !== 'L3' && (hasWay.get(queueKey(at)) || at.tier === 'L1'))
        stuck.add(queueKey(at))
      for (const to of on) {
        reached.add(queueKey(to))
        if (!todo.some((one) => isSameQueue(one, to))) todo.push(to)
      }
    }
    for (const at of QUEUES) for (const { id } of routes(matrix, at, kind)) used.add(id)
    if (kind.channel === 'social') {
      const row = matrix.privacy.find(({ when }) => fits(when, kind))
      if (row) used.add(row.id)
    }
  }
  return { used, stuck, reached }
}

const isMoney = (row: Matrix['hierarchical'][number]): row is MoneyRow => row.action === 'refund'
const holdsAmount = (row: MoneyRow, minor: number) => minor > row.overMinor && minor <= row.upToMinor

function moneyByHand(matrix: Matrix) {
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

const sorted = (ids: Iterable<string>): string[] => [...ids].sort()

test('[MX6] [MX7] [MX8] [MX9] what the checker says of random documents is what trying every kind of case says', () => {
  const seen = { shadowed: 0, stuck: 0, unreached: 0, gaps: 0, sound: 0 }
  for (let seed = 1; seed <= 120; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    const { findings } = checkMatrix(matrix, NOTHING_AROUND)
    const rowsWith = (...codes: string[]) =>
      sorted(findings.flatMap(({ code, row }) => (row && codes.includes(code) ? [row.id] : [])))
    const pathsWith = (code: string) =>
      sorted(
        findings.flatMap((one) =>
          one.code === code && !one.row ? [one.values['queue'] ?? one.values['what'] ?? ''] : []
        )
      )
    const hand = byHand(matrix)
    const money = moneyByHand(matrix)
    const moves = new Set<string>()
    for (const row of matrix.hierarchical) if (row.action === 'move') moves.add(row.id)
    const all = [...matrix.special, ...matrix.functional, ...matrix.privacy].map(({ id }) => id)
    const idle = [
      ...all.filter((id) => !hand.used.has(id)),
      ...matrix.hierarchical
        .filter(isMoney)
        .map(({ id }) => id)
        .filter((id) => !money.used.has(id))
    ]
    const said = rowsWith('shadowed', 'unreachable').filter((id) => !moves.has(id))
    expect([seed, said]).toEqual([seed, sorted(idle)])
    expect([seed, pathsWith('dead_end')]).toEqual([seed, sorted(hand.stuck)])
    const unreached = QUEUES.map(queueKey).filter((key) => !hand.reached.has(key))
    expect([seed, pathsWith('unreachable')]).toEqual([seed, sorted(unreached)])
    expect([seed, rowsWith('amount_gap')]).toEqual([seed, sorted(money.gaps)])
    seen.shadowed += idle.length
    seen.stuck += hand.stuck.size
    seen.unreached += unreached.length
    seen.gaps += money.gaps.size
    if (findings.length === 0) seen.sound += 1
  }
  for (const count of [seen.shadowed, seen.stuck, seen.unreached, seen.gaps])
    expect(count).toBeGreaterThan(25)
}, 30_000)

test('[MX8] the rows that are named take every kind of the shadowed one, and none of them could be left out', () => {
  let several = 0
  for (let seed = 1; seed <= 600; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    for (const { code, row, values } of checkMatrix(matrix, NOTHING_AROUND).findings) {
      if (code !== 'shadowed' || row?.list !== 'functional') continue
      const by = (values['by'] ?? '').split(', ')
      several += by.length > 1 ? 1 : 0
      const isUsedWith = (kept: readonly string[]) => {
        const ids = [...kept, row.id]
        const only = <T extends { id: string }>(rows: readonly T[]) =>
          rows.filter(({ id }) => ids.includes(id))
        const less = { ...matrix, special: only(matrix.special), functional: only(matrix.functional) }
        return KINDS.some((kind) =>
          QUEUES.some((at) => routes(less, at, kind).some(({ id }) => id === row.id))
        )
      }
      expect([seed, row.id, isUsedWith(by)]).toEqual([seed, row.id, false])
      for (const one of by)
        expect([seed, one, isUsedWith(by.filter((id) => id !== one))]).toEqual([seed, one, true])
    }
  }
  expect(several).toBeGreaterThan(5)
}, 30_000)

test('[MX8] the example of a finding is a case the row, or the team, is about', () => {
  for (let seed = 1; seed <= 250; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    for (const { code, row, values, example } of checkMatrix(matrix, NOTHING_AROUND).findings) {
      if (!example) continue
      const kind = { ...example, channel: Channel.parse(example.channel) }
      if (code === 'dead_end') {
        expect(values['queue']).toBe(queueKey(example.queue))
        expect(routes(matrix, example.queue, kind)).toEqual([])
      }
      const rows = [...matrix.special, ...matrix.functional, ...matrix.privacy, ...matrix.hierarchical]
      const about = rows.find(({ id }) => id === row?.id)
      if (about) expect([seed, code, fits(about.when, kind)]).toEqual([seed, code, true])
    }
  }
})

test('[ES24] the rows tried here are the rows of the buttons', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    for (const at of QUEUES) {
      for (const { segment, ...kind } of KINDS) {
        const said = functionalRoutes(
          { ...kind, flags: [...kind.flags], queue: at, customer: { segment } },
          matrix
        )
        expect(said.map(({ id }) => id)).toEqual(routes(matrix, at, { ...kind, segment }).map(({ id }) => id))
      }
    }
  }
})
