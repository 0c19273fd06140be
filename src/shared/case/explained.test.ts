import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ana,
  desk,
  lea,
  matrix,
  newCase,
  openCase,
  PACKAGE,
  queue,
  zoe
} from '../../../test/support/cases.ts'
import {
  Channel,
  Flag,
  type HierarchicalRow,
  Matrix,
  PackageField,
  Priority,
  Segment,
  type When
} from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import { type Queue, queueKey } from '../people/queue.ts'
import type { Ask, Case } from './case.ts'

/**
 * The matrix read a second time, as one would with a finger on the paper: no indexes, no shared code with the rules. Nothing
 * is accepted that it does not allow, and what is accepted names the one row that allowed it.
 */

const ALL = ['L1/billing', 'L1/tech', 'L2/billing', 'L2/tech', 'L3/core'].map(queue)
const CATEGORIES = ['billing', 'bug']
const some = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.subarray([...values], { minLength: 1 }))
const when = fc
  .record({
    category: some(CATEGORIES),
    priority: some(Priority.options),
    channel: some(Channel.options),
    segment: some(Segment.options),
    flags: some(Flag.options)
  })
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as When)
const tiers = fc.subarray(['L1', 'L2', 'L3'] as const, { minLength: 1 })
const needs = fc.subarray(PackageField.options, { minLength: 1 })
const times = { acceptMinutes: fc.constant(10), resolveMinutes: fc.constant(60) }
const target = fc.constantFrom(...ALL, queue('L2/gone'))
const onChange = fc.constantFrom('rebind' as const, 'confirm' as const)

const special = fc.record({
  reason: fc.constantFrom('fraud' as const, 'vip' as const),
  tiers,
  when,
  to: target,
  package: needs,
  onChange,
  ...times
})
const functional = fc.record({
  from: fc.constantFrom(
    { tier: 'L1' as const },
    { tier: 'L1' as const, team: 'billing' },
    { tier: 'L2' as const }
  ),
  when,
  to: target,
  package: needs,
  onChange,
  ...times
})
const bounds = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .map(([low, span]) => ({ overMinor: low * 1_000, upToMinor: (low + span) * 1_000 }))
const chain = fc.constant([
  { approver: { role: 'supervisor' as const }, minutes: 60, onTimeout: { do: 'next' as const } }
])
const authority = { tiers, when, chain, package: needs }
const hierarchical = fc.oneof(
  fc
    .tuple(fc.record({ ...authority, action: fc.constantFrom('refund' as const, 'credit' as const) }), bounds)
    .map(([row, range]) => ({ ...row, ...range })),
  fc.record({ ...authority, action: fc.constant('move' as const), to: target, ...times }),
  fc.record({
    ...authority,
    action: fc.constant('exception' as const),
    exception: fc.constantFrom('late', 'odd')
  })
)
const limit = fc.record({
  action: fc.constantFrom('refund' as const, 'credit' as const),
  tier: fc.constantFrom('L1' as const, 'L2' as const),
  perCaseMinor: fc.integer({ min: 0, max: 5 }).map((n) => n * 1_000)
})

const named = <T extends object>(list: readonly T[], kind: string) =>
  list.map((row, i) => ({ ...row, id: `${kind}-${i}` }))
const rules: fc.Arbitrary<Matrix> = fc
  .record({
    special: fc.array(special, { maxLength: 3 }),
    functional: fc.array(functional, { maxLength: 8 }),
    hierarchical: fc.array(hierarchical, { maxLength: 8 }),
    limits: fc.uniqueArray(limit, { maxLength: 4, selector: (one) => `${one.action} ${one.tier}` })
  })
  .map((each) =>
    Matrix.parse({
      ...matrix(),
      special: named(each.special, 's'),
      functional: named(each.functional, 'f'),
      hierarchical: named(each.hierarchical, 'h'),
      limits: each.limits
    })
  )

type Story = { readonly by: Person; readonly kase: Case }
const story: fc.Arbitrary<Story> = fc
  .record({
    by: fc.constantFrom(ana, zoe, lea),
    category: fc.constantFrom(...CATEGORIES),
    priority: fc.constantFrom(...Priority.options),
    channel: fc.constantFrom(...Channel.options),
    segment: fc.constantFrom(...Segment.options),
    flags: fc.subarray([...Flag.options])
  })
  .map(({ by, segment, ...traits }) => {
    const { customer } = newCase()
    const at = by.queues[0] as Queue
    return { by, kase: openCase(by, { ...traits, queue: at, customer: { ...customer, segment } }) }
  })

const has = <T>(list: readonly T[] | undefined, value: T): boolean =>
  list === undefined || list.indexOf(value) >= 0

function fits(row: When, { category, priority, channel, customer, flags }: Case): boolean {
  if (!has(row.category, category) || !has(row.priority, priority)) return false
  if (!has(row.channel, channel) || !has(row.segment, customer.segment)) return false
  return row.flags === undefined || row.flags.filter((flag) => flags.indexOf(flag) >= 0).length > 0
}

/** The row that leads this case to a queue, read from the top; undefined: nothing does. */
function wayUp({ special, functional: rows }: Matrix, kase: Case, to: Queue) {
  const known = ALL.some((one) => queueKey(one) === queueKey(to))
  const isUp = Number(to.tier[1]) > Number(kase.queue.tier[1])
  const toThere = (row: { to: Queue }) => queueKey(row.to) === queueKey(to)
  const lead = (row: { to: Queue }) =>
    Number(row.to.tier[1]) > Number(kase.queue.tier[1]) && row.to.team !== 'gone'
  const firsts = special.filter(
    (row) => row.tiers.includes(kase.queue.tier) && fits(row.when, kase) && lead(row)
  )
  if (!known || !isUp) return undefined
  if (firsts.length > 0) return firsts.find(toThere)
  return rows.find(
    (row) =>
      toThere(row) &&
      row.from.tier === kase.queue.tier &&
      (row.from.team === undefined || row.from.team === kase.queue.team) &&
      fits(row.when, kase)
  )
}

/** The row for something that needs authority; `left`: the person may do it alone. */
function whoDecides(
  { hierarchical: rows, limits }: Matrix,
  { by, kase }: Story,
  what: Ask
): HierarchicalRow | 'left' | undefined {
  const mine = rows.filter(
    (row) => row.action === what.action && row.tiers.includes(by.tier) && fits(row.when, kase)
  )
  if (what.action === 'move') {
    const isHere = queueKey(what.to) === queueKey(kase.queue)
    const isThere = ALL.some((one) => queueKey(one) === queueKey(what.to))
    return mine.find(
      (row) => !isHere && isThere && row.action === 'move' && queueKey(row.to) === queueKey(what.to)
    )
  }
  if (what.action === 'exception')
    return mine.find((row) => row.action === 'exception' && row.exception === what.exception)
  const alone = limits.find((one) => one.action === what.action && one.tier === by.tier)?.perCaseMinor ?? 0
  if (what.amountMinor <= alone) return 'left'
  const money = mine.flatMap((row) => ('overMinor' in row ? [row] : []))
  const holding = money.find((row) => row.overMinor < what.amountMinor && what.amountMinor <= row.upToMinor)
  const above = money.filter((row) => row.overMinor >= what.amountMinor && row.overMinor < row.upToMinor)
  return holding ?? above.sort((a, b) => a.overMinor - b.overMinor)[0]
}

const asks: readonly Ask[] = [
  ...[1, 1_000, 1_001, 3_500, 7_000, 11_000].flatMap((amountMinor) =>
    (['refund', 'credit', 'goodwill'] as const).map(
      (action): Ask => ({ action, amountMinor, currency: 'EUR', package: PACKAGE })
    )
  ),
  ...[...ALL, queue('L2/gone')].map((to): Ask => ({ action: 'move', to, package: PACKAGE })),
  ...['late', 'odd', 'none'].map((exception): Ask => ({ action: 'exception', exception, package: PACKAGE }))
]

test('[ES1] [ES2] [ES3] [ES24] a case goes up along exactly the row the document has for it, or not at all', () => {
  fc.assert(
    fc.property(rules, story, (document, one) => {
      for (const to of [...ALL, queue('L2/gone')]) {
        for (const rowId of ['f-0', 's-0', 'none']) {
          const row = wayUp(document, one.kase, to)
          const answer = desk({ kase: one.kase, matrix: document }).ask(one.by, {
            type: 'case.escalate',
            rowId,
            to,
            matrixVer: 7,
            package: PACKAGE
          })
          const event = answer.ok && answer.value.outcome === 'applied' ? answer.value.event : undefined
          const done = event?.type === 'case.escalated' ? { rowId: event.rowId, to: event.to } : undefined
          expect(done).toEqual(row && { rowId: row.id, to: row.to })
        }
      }
    }),
    { numRuns: 300 }
  )
})

test('[ES1] [ES11] [ES12] [ES35] what needs authority is asked along exactly the row the document has for it', () => {
  fc.assert(
    fc.property(rules, story, (document, one) => {
      for (const what of asks) {
        const row = whoDecides(document, one, what)
        const at = desk({ kase: one.kase, matrix: document })
        const answer = at.ask(one.by, { type: 'approval.request', rowId: 'x', matrixVer: 7, ask: what })
        const event = answer.ok && answer.value.outcome !== 'noop' ? answer.value.event : undefined
        const asked = event?.type === 'approval.requested' ? event.rowId : undefined
        expect([what, asked]).toEqual([what, typeof row === 'object' ? row.id : undefined])
        if (what.action === 'move' || what.action === 'exception') continue
        expect([what, at.ask(one.by, { type: 'case.grant', ask: what }).ok]).toEqual([what, row === 'left'])
      }
    }),
    { numRuns: 300 }
  )
})
