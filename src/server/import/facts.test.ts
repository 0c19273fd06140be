import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Case } from '../../shared/case/case.ts'
import { Happening } from '../../shared/case/event.ts'
import { factsOf, foldProblem } from './facts.ts'
import { house } from './fixtures/house.ts'
import { LOG } from './fixtures/mappings.ts'
import { outsider } from './names.ts'
import { normalise } from './normalise.ts'
import type { Row, RowStatus } from './row.ts'

const HOUR = 3_600_000
const row = (hour: number, says: Partial<Row>): Row => ({
  line: hour,
  externalId: 'INC 7',
  at: hour * HOUR,
  revision: 0,
  attributes: {},
  ...says
})
const as = (status: Exclude<RowStatus['status'], 'on_hold'>): Pick<Row, 'status'> => ({ status: { status } })
const facts = (...rows: Row[]) => factsOf(normalise(rows, LOG.defaults), 'desk', house())

test('[IM30] facts have their historical times and their persons', () => {
  const { happenings } = facts(
    row(1, { ...as('new'), openedAt: 0 }),
    row(2, { ...as('open'), assignedTo: 'Ann Ó Sé', updatedBy: 'Updated by 6' }),
    row(9, { ...as('closed') })
  )
  expect(happenings.map(({ at, by, event }) => [at / HOUR, by, event.type])).toEqual([
    [0, 'import', 'case.opened'],
    [2, 'x:Updated-by-6', 'case.assigned'],
    [9, 'import', 'case.resolved'],
    [9, 'import', 'case.closed']
  ])
  expect(happenings[1]?.event).toMatchObject({ to: 'x:Ann-O-Se' })
  expect(happenings.every(({ opId }) => opId === null)).toBe(true)
})

test('[IM30] names of any alphabet become ids, different ones different', () => {
  expect(outsider('Ann Ó Sé')).toBe('x:Ann-O-Se')
  expect(outsider('日本')).not.toBe(outsider('中国'))
})

test('[IM30] the case carries where it comes from', () => {
  const { kase } = facts(
    row(1, { ...as('new'), customerId: 'Caller 4', slaMet: false, attributes: { place: 'Rome' } })
  )
  expect(kase).toMatchObject({
    ref: 'INC 7',
    customer: { id: 'desk:Caller 4', name: 'Caller 4' },
    attributes: { place: 'Rome', source: 'desk', sourceId: 'INC 7', slaMet: 'false' }
  })
})

test('[IM30] whatever the updates, the facts fold to where the file ends, in the order of time', () => {
  const status: fc.Arbitrary<RowStatus> = fc.oneof(
    fc.constantFrom('new', 'open', 'pending', 'resolved', 'closed').map((one) => ({ status: one })),
    fc.constantFrom(undefined, 'L4/vendor').map((queue) => ({
      status: 'on_hold' as const,
      reason: 'vendor' as const,
      ...(queue ? { queue } : {})
    }))
  )
  const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const update = fc.record({
    status: fc.option(status, { nil: undefined }),
    queue: some('L1/front', 'L2/technical', 'L2/billing', 'L3/core'),
    assignedTo: some('Ann', 'Bob'),
    priority: some('high' as const, 'low' as const),
    resolvedAt: fc.option(fc.integer({ min: 0, max: 20 * HOUR }), { nil: undefined }),
    closedAt: fc.option(fc.integer({ min: 0, max: 20 * HOUR }), { nil: undefined })
  })
  fc.assert(
    fc.property(fc.array(update, { minLength: 1, maxLength: 12 }), (updates) => {
      const rows = updates.map((says, hour) => row(hour, JSON.parse(JSON.stringify(says)) as Partial<Row>))
      const past = normalise(rows, LOG.defaults)
      const made = factsOf(past, 'desk', house())
      expect(foldProblem(made, past)).toBeUndefined()
      Case.parse(made.kase)
      const times = made.happenings.map((one) => Happening.parse(one).at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      // The status the file ends with, but that a case somebody was given is no longer new.
      const last = updates.findLast((one) => one.status)?.status?.status ?? 'new'
      const ends = made.kase.state.status
      expect(ends === last || (last === 'new' && ends === 'open')).toBe(true)
    }),
    { numRuns: 1_000 }
  )
})

test('[IM31] a case that is still to be done belongs to nobody', () => {
  const { kase, happenings } = facts(row(1, { ...as('open'), assignedTo: 'Ann' }))
  expect(kase).toMatchObject({ state: { status: 'open' }, owner: null })
  expect(kase.clocks.own?.run.state).toBe('running')
  expect(happenings.at(-1)?.event.type).toBe('case.released')
  expect(facts(row(1, { ...as('pending'), assignedTo: 'Ann' })).kase.clocks.own?.run.state).toBe('paused')
})

test('[IM32] the clocks of a case that has ended have run through the recorded times', () => {
  const { kase } = facts(
    row(0, as('new')),
    row(10, as('pending')),
    row(90, as('open')),
    row(120, as('closed'))
  )
  // 2880 minutes to resolve are 48 hours; the 80 hours of waiting do not count.
  expect(kase.clocks.resolve).toEqual({
    targetMinutes: 2880,
    spentMs: 40 * HOUR,
    run: { state: 'stopped', at: 120 * HOUR, late: false }
  })
  expect(kase.clocks.firstResponse).toBeUndefined()
})

test('[IM32] a case that waits has all its clocks', () => {
  expect(Object.keys(facts(row(0, as('new'))).kase.clocks).toSorted()).toEqual([
    'firstResponse',
    'own',
    'resolve'
  ])
})

test('[IM33] a move up names the row of the matrix that leads there, or that there is none', () => {
  const { kase } = facts(row(0, as('new')), row(1, { queue: 'L2/technical' }), row(2, { queue: 'L3/core' }))
  expect(kase.escalations.map((one) => [one.rowId, one.judgedUnder])).toEqual([
    ['front-to-technical', 3],
    ['imported', 3]
  ])
})

test('[IM33] a move down returns what was escalated above it, one after the other', () => {
  const { kase } = facts(
    row(0, as('new')),
    row(1, { queue: 'L2/technical' }),
    row(2, { queue: 'L3/core' }),
    row(3, { queue: 'L1/front' })
  )
  expect(kase.escalations.map((one) => one.state)).toEqual([
    { status: 'closed', at: 3 * HOUR, how: 'returned', note: '' },
    { status: 'closed', at: 3 * HOUR, how: 'returned', note: '' }
  ])
  expect(kase.hops.map((hop) => `${hop.how} ${hop.queue.tier}`)).toEqual([
    'opened L1',
    'escalated L2',
    'escalated L3',
    'returned L2',
    'returned L1'
  ])
})

test('[IM33] a move down that no escalation led up to is a transfer', () => {
  const { kase } = facts(row(0, { ...as('new'), queue: 'L2/technical' }), row(1, { queue: 'L1/front' }))
  expect(kase.hops.at(-1)).toMatchObject({ how: 'transferred', queue: { tier: 'L1', team: 'front' } })
})
