import { expect, test } from 'vitest'
import { LOG } from './fixtures/mappings.ts'
import { normalise } from './normalise.ts'
import type { PastCase } from './past-case.ts'
import type { Row, RowStatus } from './row.ts'

const HOUR = 3_600_000

/** A row at an hour; what it does not say stays as it was. */
function row(hour: number, says: Partial<Row> = {}): Row {
  return { line: hour + 2, externalId: 'A', at: hour * HOUR, revision: 0, attributes: {}, ...says }
}

const as = (status: Exclude<RowStatus['status'], 'on_hold'>): Pick<Row, 'status'> => ({ status: { status } })
const HELD: Pick<Row, 'status'> = { status: { status: 'on_hold', reason: 'problem' } }
const VENDOR: Pick<Row, 'status'> = { status: { status: 'on_hold', reason: 'vendor', queue: 'L4/vendor' } }

/** `3 escalated L2/technical`: the steps, short. */
function steps(...rows: Row[]): string[] {
  return short(normalise(rows, LOG.defaults))
}

function short(past: PastCase): string[] {
  return past.steps.map((step) => {
    const hour = step.at / HOUR
    if (step.type === 'moved') return `${hour} ${step.how} ${step.to}`
    return 'to' in step ? `${hour} ${step.type} ${step.to}` : `${hour} ${step.type}`
  })
}

test('[IM20] moves, names and states are read from the differences between updates', () => {
  expect(
    steps(
      row(0, { ...as('new'), queue: 'L1/front', priority: 'normal', category: 'access' }),
      row(1, { ...as('open'), queue: 'L1/front', assignedTo: 'Ann' }),
      row(2, { ...as('open'), queue: 'L2/technical', assignedTo: 'Bob', priority: 'high' }),
      row(3, { ...as('pending'), queue: 'L2/billing', category: 'billing' }),
      row(4, { ...as('open'), queue: 'L1/front' }),
      row(5, { ...HELD }),
      row(6, { ...as('resolved') }),
      row(7, { ...as('open') }),
      row(8, { ...as('closed') })
    )
  ).toEqual([
    '1 assigned Ann',
    '2 escalated L2/technical',
    '2 prioritised high',
    '2 assigned Bob',
    '3 transferred L2/billing',
    '3 categorised billing',
    '3 pended',
    '4 returned L1/front',
    '5 held',
    '6 resolved',
    '7 reopened',
    '8 resolved',
    '8 closed'
  ])
})

test('[IM20] the first update opens the case as it stands there', () => {
  const past = normalise(
    [
      row(3, { ...as('open'), queue: 'L3/core', priority: 'urgent', category: 'network', assignedTo: 'Cleo' })
    ],
    LOG.defaults
  )
  expect(past).toEqual({
    externalId: 'A',
    subject: 'A',
    body: '',
    customer: { id: 'A', name: 'A' },
    channel: 'phone',
    segment: 'B2C',
    language: 'en',
    priority: 'urgent',
    category: 'network',
    queue: 'L3/core',
    openedAt: 3 * HOUR,
    steps: [{ type: 'assigned', to: 'Cleo', at: 3 * HOUR }],
    final: { status: 'open', queue: 'L3/core', owner: 'Cleo' },
    attributes: {}
  })
})

test('[IM20] work that begins without a name is begun all the same', () => {
  expect(steps(row(0, as('new')), row(1, as('open')))).toEqual(['1 started'])
})

test('[IM20] a case that was worked on is never new again', () => {
  const past = normalise(
    [row(0, as('pending')), row(1, as('new')), row(2, as('resolved')), row(3, as('new'))],
    LOG.defaults
  )
  expect(short(past)).toEqual(['0 pended', '1 resumed', '2 resolved', '3 reopened'])
  expect(past.final.status).toBe('open')
})

test('[IM20] a case that moves while it waits still waits there', () => {
  expect(steps(row(0, as('pending')), row(1, { ...as('pending'), queue: 'L2/technical' }))).toEqual([
    '0 pended',
    '1 escalated L2/technical',
    '1 pended'
  ])
})

test('[IM20] a case that waits for a vendor stands there, and comes back to its group', () => {
  expect(
    steps(
      row(0, { ...as('open'), queue: 'L2/technical', assignedTo: 'Bob' }),
      row(1, { ...VENDOR, queue: 'L2/technical', assignedTo: 'Bob' }),
      row(2, { ...VENDOR, assignedTo: 'Bob' }),
      row(3, { ...as('open'), assignedTo: 'Bob' })
    )
  ).toEqual([
    '0 assigned Bob',
    '1 escalated L4/vendor',
    '1 held',
    '3 returned L2/technical',
    '3 assigned Bob'
  ])
})

test('[IM5] what a row does not say stays as it was', () => {
  const rows = [
    row(0, { ...as('open'), queue: 'L2/technical', assignedTo: 'Bob' }),
    row(1),
    row(2, as('pending'))
  ]
  const past = normalise(rows, LOG.defaults)
  expect(short(past)).toEqual(['0 assigned Bob', '2 pended'])
  expect(past.final).toEqual({ status: 'pending', queue: 'L2/technical', owner: 'Bob' })
})

test('[IM21] rows are ordered by time, then revision, then line', () => {
  const rows = [
    row(5, { ...as('resolved'), revision: 9 }),
    row(1, { ...as('pending'), revision: 7, line: 4 }),
    row(1, { ...as('open'), revision: 2, line: 9 }),
    row(1, { ...as('pending'), revision: 2, line: 8 }),
    row(0, { ...as('new'), revision: 0 })
  ]
  expect(steps(...rows)).toEqual(['1 pended', '1 resumed', '1 pended', '5 resolved'])
})

test('[IM22] end dates that stand on every row are not believed before their time', () => {
  const ends = { resolvedAt: 5 * HOUR, closedAt: 9 * HOUR }
  const rows = [row(0, { ...as('new'), ...ends }), row(1, { ...as('open'), ...ends })]
  expect(steps(...rows)).toEqual(['1 started'])
})

test('[IM22] on the row that ends the case they tell when between the updates it happened', () => {
  const ends = { resolvedAt: 5 * HOUR, closedAt: 7 * HOUR }
  expect(
    steps(row(0, as('new')), row(6, { ...as('resolved'), ...ends }), row(8, { ...as('closed'), ...ends }))
  ).toEqual(['5 resolved', '7 closed'])
})

test.each([
  ['after the update', 7],
  ['before what happened last', 1]
])('[IM22] an end date that lies %s gives way to the time of the update', (_what, hour) => {
  const rows = [
    row(0, as('new')),
    row(2, as('pending')),
    row(6, { ...as('resolved'), resolvedAt: hour * HOUR })
  ]
  expect(steps(...rows)).toEqual(['2 pended', '6 resolved'])
})

test('[IM23] an update from before the opening date moves the opening', () => {
  const early = normalise([row(2, { openedAt: 3 * HOUR }), row(4, as('open'))], LOG.defaults)
  expect(early.openedAt).toBe(2 * HOUR)
  const usual = normalise([row(2, { openedAt: 1 * HOUR }), row(4, as('open'))], LOG.defaults)
  expect(usual.openedAt).toBe(1 * HOUR)
})

test('[IM24] what changes after the end is no step, unless the case comes back', () => {
  const ended = [
    row(0, as('open')),
    row(1, as('resolved')),
    row(2, { ...as('closed'), queue: 'L3/core', priority: 'low' })
  ]
  expect(steps(...ended)).toEqual(['0 started', '1 resolved', '2 closed'])
  expect(steps(...ended, row(3, { ...as('open'), queue: 'L3/core' }))).toEqual([
    '0 started',
    '1 resolved',
    '2 closed',
    '3 reopened',
    '3 escalated L3/core'
  ])
  expect(steps(...ended, row(3, as('resolved')))).toEqual([
    '0 started',
    '1 resolved',
    '2 closed',
    '3 reopened',
    '3 resolved'
  ])
})
