import { expect, test } from 'vitest'
import {
  ana,
  ask,
  HOUR,
  MINUTE,
  matrix,
  NINE,
  newCase,
  people,
  queue as queueOf,
  sol
} from '../../../test/support/cases.ts'
import { openQueue, type TestQueue, truth } from '../../../test/support/queue.ts'
import { seeded } from '../../../test/support/random.ts'
import type { Case } from '../../shared/case/case.ts'
import { CaseId, OpId, PersonId } from '../../shared/lib/ids.ts'
import type { View } from '../../shared/protocol/views.ts'
import { clocksWhenOpened, clocksWhenPaused, targetFor } from '../../shared/sla/clocks.ts'
import { toPlace } from '../place.ts'
import { dropCase, putCase } from '../store/cases.ts'
import { putDraft } from '../store/drafts.ts'
import { listCases } from './case-list.ts'
import { getCounts } from './counts.ts'

const at = NINE
const KEYS = ['L1/billing', 'L1/tech', 'L2/billing']
const QUEUE_VIEWS = KEYS.flatMap((key) =>
  (['open', 'unowned', 'ended'] as const).map(
    (which): View => ({ kind: 'queue', queue: queueOf(key), which })
  )
)
const VIEWS: readonly View[] = [
  ...QUEUE_VIEWS,
  { kind: 'work' },
  { kind: 'atRisk' },
  { kind: 'drafts' },
  { kind: 'asked' },
  { kind: 'approvals' }
]

/** Cases with few different times, so that most of them tie. */
function fill(queue: TestQueue, n: number): Map<string, Case> {
  const dice = seeded(42)
  const cases = new Map<string, Case>()
  const make = (id: string): Case => {
    const openedAt = NINE - dice.below(3) * HOUR
    const clocks = clocksWhenOpened(targetFor(matrix(), 'L1', 'high'), openedAt)
    const kase = {
      ...newCase({ queue: queueOf(dice.pick(KEYS)) }, id),
      clocks: dice.chance(0.2) ? clocksWhenPaused(clocks, openedAt) : clocks,
      updatedAt: openedAt
    }
    const owner = dice.pick([null, null, 'ana', 'ben'])
    const isEnded = dice.chance(0.3)
    const by = PersonId.parse('ben')
    return {
      ...kase,
      owner: owner === null ? null : PersonId.parse(owner),
      ...(dice.chance(0.2) && { swarm: [by, ana.id] }),
      state: isEnded ? { status: 'resolved', at, by, resolution: 'solved' } : { status: 'open' }
    }
  }
  const put = (kase: Case): void => {
    queue.db.write((tx) => putCase(tx, { confirmed: kase, body: kase }, 0, queue.place))
    cases.set(kase.id, kase)
  }
  for (let index = 0; index < n; index += 1) put(make(`c${String(dice.below(1_000_000)).padStart(7, '0')}`))
  for (const id of [...cases.keys()]) {
    if (dice.chance(0.4)) put(make(id))
    else if (dice.chance(0.1)) {
      queue.db.write((tx) => dropCase(tx, CaseId.parse(id)))
      cases.delete(id)
    }
    if (dice.chance(0.1))
      queue.db.write((tx) =>
        putDraft(
          tx,
          { caseId: CaseId.parse(id), mode: 'note', text: 'typed', opId: OpId.parse('draft-1') },
          at - dice.below(3)
        )
      )
  }
  return cases
}

function pages(queue: TestQueue, view: View, limit: number) {
  const rows = []
  const totals = new Set<number | null>()
  let after: string | null = null
  do {
    const page = listCases(queue.db, queue.place, { view, after, limit }, at)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    totals.add(page.total)
    after = page.next
  } while (after !== null)
  return { rows, totals: [...totals] }
}

test.each(VIEWS)(
  '[EN5] paging through $kind shows every row once, in one order, whatever the page size',
  (view) => {
    const queue = openQueue()
    fill(queue, 300)
    const whole = pages(queue, view, 200).rows.map((row) => row.id)
    expect(new Set(whole).size).toBe(whole.length)
    for (const limit of [1, 7, 50]) expect(pages(queue, view, limit).rows.map((row) => row.id)).toEqual(whole)
  }
)

test('[EN5] [EN40] what a list holds and how much it says it holds is what is really there, after any changes', () => {
  const queue = openQueue()
  const cases = [...fill(queue, 400).values()]
  const isEnded = (kase: Case): boolean => kase.state.status === 'resolved'
  for (const view of QUEUE_VIEWS) {
    if (view.kind !== 'queue') continue
    const wanted = cases.filter(
      (kase) =>
        kase.queue.tier === view.queue.tier &&
        kase.queue.team === view.queue.team &&
        isEnded(kase) === (view.which === 'ended') &&
        (view.which !== 'unowned' || kase.owner === null)
    )
    const { rows, totals } = pages(queue, view, 50)
    expect(rows.map((row) => row.id).sort()).toEqual(wanted.map((kase) => kase.id).sort())
    expect(totals).toEqual([wanted.length])
  }
  // [EN40] Those I was pulled into are my work too, and those I own and was pulled into are not there twice.
  const isMine = (kase: Case): boolean => kase.owner === 'ana' || kase.swarm?.includes(ana.id) === true
  const mine = cases.filter((kase) => isMine(kase) && !isEnded(kase))
  expect(pages(queue, { kind: 'work' }, 50)).toMatchObject({
    totals: [mine.length],
    rows: { length: mine.length }
  })
  expect(
    pages(queue, { kind: 'work' }, 7)
      .rows.map(({ id }) => id)
      .sort()
  ).toEqual(mine.map(({ id }) => id).sort())
  for (const kind of ['atRisk', 'drafts'] as const) {
    const { rows, totals } = pages(queue, { kind }, 50)
    expect(totals).toEqual([rows.length])
  }
  const counts = getCounts(queue.db, queue.place, at)
  expect(counts).toMatchObject({
    work: mine.length,
    drafts: pages(queue, { kind: 'drafts' }, 50).rows.length
  })
  expect(counts.queues).toEqual([
    {
      queue: queueOf('L1/billing'),
      open: cases.filter(
        (kase) => kase.queue.tier === 'L1' && kase.queue.team === 'billing' && !isEnded(kase)
      ).length,
      unowned: cases.filter(
        (kase) =>
          kase.queue.tier === 'L1' && kase.queue.team === 'billing' && !isEnded(kase) && kase.owner === null
      ).length
    }
  ])
})

test('[EN5] open cases stand in the order they are due, those with no running clock last; ended ones newest first', () => {
  const queue = openQueue()
  fill(queue, 200)
  const { rows } = pages(queue, { kind: 'queue', queue: queueOf('L1/billing'), which: 'open' }, 50)
  const due = rows.map((row) => row.due?.dueAt ?? Number.POSITIVE_INFINITY)
  expect(due).toEqual([...due].sort((a, b) => a - b))
  expect(due.some((time) => time === Number.POSITIVE_INFINITY)).toBe(true)
  const ended = pages(queue, { kind: 'queue', queue: queueOf('L1/billing'), which: 'ended' }, 50).rows.map(
    (row) => row.updatedAt
  )
  expect(ended).toEqual([...ended].sort((a, b) => b - a))
})

test('[EN5] at risk are the cases whose time is nearly up or over, and only now', () => {
  const queue = openQueue()
  const log = truth()
  queue.take([log.open('c1')])
  const atRisk = (now: number) =>
    listCases(queue.db, queue.place, { view: { kind: 'atRisk' }, after: null, limit: 10 }, now)
  const [row] = queue.list({ kind: 'queue', queue: queueOf('L1/billing'), which: 'open' })
  const riskAt = row?.due?.riskAt ?? 0
  expect(atRisk(riskAt - 1)).toMatchObject({ rows: [], total: 0 })
  expect(atRisk(riskAt)).toMatchObject({ rows: [{ id: 'c1' }], total: 1 })
})

test('[EN5] a case that leaves with a draft stays in the list of drafts with where it went, and the draft is back with it', () => {
  const queue = openQueue()
  const log = truth()
  queue.take([log.open('c1')])
  queue.db.write((tx) =>
    putDraft(
      tx,
      { caseId: CaseId.parse('c1'), mode: 'note', text: 'half a thought', opId: OpId.parse('draft-1') },
      at
    )
  )
  expect(getCounts(queue.db, queue.place, at).drafts).toBe(1)
  log.skip(1)
  queue.take([
    {
      kind: 'gone',
      seq: log.seq,
      caseId: CaseId.parse('c1'),
      to: queueOf('L1/tech'),
      by: sol.id,
      why: 'case.transferred'
    }
  ])
  expect(getCounts(queue.db, queue.place, at).drafts).toBe(1)
  expect(queue.list({ kind: 'drafts' })).toMatchObject([{ id: 'c1' }])
  log.skip(1)
  queue.take([log.enter('c1')])
  expect(queue.list({ kind: 'drafts' })).toMatchObject([{ id: 'c1' }])
  expect(queue.view('c1').drafts).toEqual({ reply: '', note: 'half a thought' })
})

test('[EN5] a case with two requests for authority is one row of the list and counts once there', () => {
  const queue = openQueue({ person: sol })
  const log = truth()
  log.open('c1')
  log.act('c1', ana, { type: 'case.claim' })
  log.act('c1', ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(100) })
  const kase = log.kase('c1')
  const [first] = kase.escalations
  const twice = { ...kase, escalations: [...kase.escalations, { ...first, id: 'second' }] } as Case
  queue.db.write((tx) => putCase(tx, { confirmed: twice, body: twice }, 0, queue.place))
  expect(pages(queue, { kind: 'approvals' }, 1)).toMatchObject({ totals: [1], rows: [{ id: 'c1' }] })
  expect(getCounts(queue.db, queue.place, at).approvals).toBe(2)
})

test('[EN5] a mark that no page gave is turned away as a bad request', () => {
  const queue = openQueue()
  fill(queue, 20)
  const ask = (after: string) => () =>
    listCases(
      queue.db,
      queue.place,
      { view: QUEUE_VIEWS[0] ?? VIEWS[0] ?? { kind: 'work' }, after, limit: 5 },
      at
    )
  for (const after of [
    '',
    'x',
    '{}',
    '[]',
    '[1]',
    '["1","c"]',
    '[1,2]',
    '[null,"c"]',
    '[1e999,"c"]',
    '[1,"c",3]',
    '{"0":1,"1":"c"}',
    "[0,''] OR 1=1"
  ]) {
    expect(ask(after), after).toThrow(expect.objectContaining({ name: 'ZodError' }))
  }
  expect(ask(`[-5,"'; DROP TABLE cases; --"]`)().rows).toHaveLength(5)
})

test('[EN5] a time between two milliseconds is no reason to lose a case', () => {
  const queue = openQueue()
  const kase = {
    ...newCase(),
    updatedAt: NINE + 0.4,
    lastChange: { ...newCase().lastChange, at: NINE + 0.4 }
  }
  queue.db.write((tx) => putCase(tx, { confirmed: kase, body: kase }, 0, queue.place))
  expect(queue.list({ kind: 'queue', queue: queueOf('L1/billing'), which: 'open' })).toHaveLength(1)
})

test('[EN5] who sees everything has all queues in the navigation, in the order of the tiers', () => {
  const manager = people.find((one) => one.role === 'escalation_manager')
  const queue = openQueue()
  const place = toPlace(manager ?? ana, matrix(), people)
  expect(
    getCounts(queue.db, place, at + MINUTE).queues.map((one) => `${one.queue.tier}/${one.queue.team}`)
  ).toEqual(['L1/billing', 'L1/tech', 'L2/billing', 'L2/tech', 'L3/core'])
})
