import { expect, test } from 'vitest'
import { ana, ben, matrix, NINE, people, queue as queueOf } from '../../../test/support/cases.ts'
import { answer, openQueue, rowCounts, truth, welcome } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Person } from '../../shared/people/person.ts'
import { findGone } from '../store/gone.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { listUnanswered } from '../store/outbox.ts'
import { type Page, takePage } from './take-boot.ts'
import { type Accepted, takeWelcome } from './take-welcome.ts'

const id = (text: string): CaseId => CaseId.parse(text)

function setup() {
  const log = truth()
  const queue = openQueue()
  const page = (ids: readonly string[], over: Partial<Page> = {}): Page => ({
    ok: true,
    asOf: log.seq,
    cases: ids.map((one) => ({ caseId: id(one), facts: log.facts(one) })),
    next: null,
    left: 0,
    ...over
  })
  const take = (one: Page) => takePage(queue.db, queue.place, one, NINE)
  const greet = (over: Partial<Accepted>) => takeWelcome(queue.db, welcome({ seq: log.seq, ...over }), NINE)
  return { log, queue, page, take, greet }
}

test('[EN17] another sight begins a fetch: what is out of sight goes first, and of what I worked on a stub stays', () => {
  const { log, queue, greet } = setup()
  queue.take([log.open('c1'), log.open('c2'), log.open('c3', { queue: queueOf('L1/tech') })])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const moved: Person = { ...ana, queues: [queueOf('L1/tech')] }
  const { caseIds } = greet({ scopeVer: 2, mode: 'boot', person: moved })
  expect([...caseIds].sort()).toEqual(['c1', 'c2'])
  expect(queue.db.prepare('SELECT id FROM cases').all()).toEqual([{ id: 'c3' }])
  expect(findGone(queue.db, id('c1'))).toMatchObject({ ref: 'C1', title: 'Charged twice' })
  expect(findGone(queue.db, id('c2'))).toBeUndefined()
  expect(findMeta(queue.db, 'boot')).toMatchObject({ asOf: null, after: null })
  expect([getNumber(queue.db, 'cursor'), rowCounts(queue.db, 'outbox')]).toEqual([0, { outbox: 1 }])
})

test('[EN17] page by page, and after the last the cursor stands where the fetch began', () => {
  const { log, queue, page, take, greet } = setup()
  for (const one of ['c1', 'c2', 'c3']) log.open(one)
  const asOf = log.seq
  greet({ storeId: 'store-2', mode: 'boot' })
  expect(take(page(['c1'], { next: id('c1'), left: 2 }))).toEqual({ last: false, caseIds: ['c1'] })
  expect(findMeta(queue.db, 'boot')).toMatchObject({ asOf, after: 'c1', done: 1, left: 2 })
  expect(getNumber(queue.db, 'cursor')).toBe(0)
  expect(take(page(['c2', 'c3']))).toMatchObject({ last: true })
  expect([findMeta(queue.db, 'boot'), getNumber(queue.db, 'cursor')]).toEqual([null, asOf])
  expect(
    queue.list({ kind: 'queue', queue: queueOf('L1/billing'), which: 'open' }).map((row) => row.id)
  ).toEqual(['c1', 'c2', 'c3'])
})

test('[EN17] after a cut a fetch of the same sight goes on where it was', () => {
  const { log, queue, page, take, greet } = setup()
  for (const one of ['c1', 'c2']) log.open(one)
  greet({ storeId: 'store-2', mode: 'boot' })
  take(page(['c1'], { next: id('c1'), left: 1 }))
  greet({ storeId: 'store-2', mode: 'boot' })
  expect(findMeta(queue.db, 'boot')).toMatchObject({ after: 'c1', done: 1 })
  greet({ storeId: 'store-2', mode: 'boot', scopeVer: 2 })
  expect(findMeta(queue.db, 'boot')).toMatchObject({ asOf: null, after: null, done: 0 })
})

test('[EN17] a fetch as of a place that the server no longer has begins anew', () => {
  const { log, queue, page, take, greet } = setup()
  for (const one of ['c1', 'c2']) log.open(one)
  greet({ storeId: 'store-2', mode: 'boot' })
  take(page(['c1'], { next: id('c1'), left: 1 }))
  greet({ storeId: 'store-2', mode: 'boot', seq: 1 })
  expect(findMeta(queue.db, 'boot')).toMatchObject({ asOf: null, after: null })
})

test('[EN17] at the end what did not come is swept away with a stub, and what was opened here stays', () => {
  const { log, queue, page, take, greet } = setup()
  queue.take([log.open('c1'), log.open('c2'), log.open('c3')])
  queue.act({ type: 'case.note', caseId: 'c2', body: 'mine' })
  queue.act(
    {
      type: 'case.open',
      caseId: 'new',
      subject: 'Call',
      body: 'She called',
      customer: { id: 'x', name: 'X', language: 'en', segment: 'B2C' },
      channel: 'phone',
      category: 'billing',
      priority: 'low',
      queue: queueOf('L1/billing')
    },
    'new'
  )
  greet({ mode: 'boot', scopeVer: 2 })
  expect(rowCounts(queue.db, 'cases')).toEqual({ cases: 4 })
  const { caseIds } = take(page(['c1']))
  expect([...caseIds].sort()).toEqual(['c1', 'c2', 'c3'])
  expect(queue.db.prepare('SELECT id FROM cases ORDER BY id').all()).toEqual([{ id: 'c1' }, { id: 'new' }])
  expect([findGone(queue.db, id('c2'))?.title, findGone(queue.db, id('c3'))]).toEqual([
    'Charged twice',
    undefined
  ])
  expect(rowCounts(queue.db, 'facts', 'outbox')).toEqual({ facts: 1, outbox: 2 })
  expect(queue.db.prepare('SELECT count(*) AS n FROM words_docsize WHERE id > 0').get()).toEqual({ n: 1 })
})

test('[EN17] what waits stands on top of what a page brings, and is not there twice when the page has its fact', () => {
  const { log, queue, page, take, greet } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'first' })
  queue.act({ type: 'case.note', caseId: 'c1', body: 'second' })
  log.act('c1', ben, { type: 'case.claim' })
  log.act('c1', ana, { type: 'case.note', body: 'first' }, 'my-op-1')
  greet({ mode: 'boot', scopeVer: 2 })
  take(page(['c1']))
  expect(queue.view('c1').timeline.map((one) => [one.event.type, one.saved])).toEqual([
    ['case.opened', null],
    ['case.claimed', null],
    ['case.noted', null],
    ['case.noted', 'here']
  ])
})

test('[EN17] an answered op whose fact lies before the place of the fetch is done with when it ends', () => {
  const { log, queue, page, take, greet } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  log.act('c1', ana, { type: 'case.note', body: 'mine' }, op.opId)
  const asOf = log.seq
  greet({ mode: 'boot', scopeVer: 2, headOpNo: op.opNo, headHash: op.hash, results: [answer(op, asOf)] })
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 1 })
  expect(take(page(['c1'])).caseIds).toContain('c1')
  expect([rowCounts(queue.db, 'outbox'), queue.view('c1').timeline.map((one) => one.saved)]).toEqual([
    { outbox: 0 },
    [null, null]
  ])
})

test('[EN17] a page of a fetch that has ended changes nothing', () => {
  const { log, queue, page, take } = setup()
  queue.take([log.open('c1')])
  expect(take(page([]))).toEqual({ last: true, caseIds: [] })
  expect(rowCounts(queue.db, 'cases')).toEqual({ cases: 1 })
})

test('[EN19] a server that was set back has lost a fact of mine: the op is shown again as waiting', () => {
  const { log, queue, page, take, greet } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const before = {
    ok: true as const,
    asOf: 1,
    cases: [{ caseId: id('c1'), facts: [...log.facts('c1')] }],
    next: null,
    left: 0
  }
  queue.take([log.act('c1', ana, { type: 'case.note', body: 'mine' }, 'my-op-1')])
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, null])
  greet({ mode: 'boot', storeId: 'store-2', seq: 1 })
  take(before)
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, 'here'])
  expect(page([])).toMatchObject({ ok: true })
})

test('[EN20] with a new matrix what waits is decided again and what is at risk sorted anew', () => {
  const { log, queue, greet } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.claim', caseId: 'c1' })
  queue.act({ type: 'case.setCategory', caseId: 'c1', category: 'bug', was: 'billing' })
  const risk = () => queue.db.prepare('SELECT risk_at FROM cases').pluck?.(true).get()
  const before = risk()
  const other = matrix({
    version: 8,
    riskShare: 0.9,
    categories: [{ id: 'billing', name: { en: 'Billing' } }]
  })
  greet({ matrix: { ...other, functional: [] } as typeof other })
  expect(queue.view('c1').case.category).toBe('billing')
  expect(risk()).toBeLessThan(Number(before))
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 2 })
})

test('[EN20] when somebody leaves a queue, giving them a case there no longer shows as done', () => {
  const { log, queue, greet } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.claim', caseId: 'c1' })
  queue.act({ type: 'case.assign', caseId: 'c1', to: 'ben' })
  expect(queue.view('c1').case.owner).toBe('ben')
  const list = people.map((one) => (one.id === 'ben' ? { ...one, queues: [] } : one))
  greet({ matrix: null, people: { ver: 2, list } })
  expect(queue.view('c1').case.owner).toBe('ana')
})
