import { expect, test } from 'vitest'
import { ana, ben, NINE, queue as queueOf } from '../../../test/support/cases.ts'
import { fetching } from '../../../test/support/fetching.ts'
import { answer, callOf, rowCounts } from '../../../test/support/queue.ts'
import { snapshotFile } from '../../../test/support/snapshot-file.ts'
import { personScopes } from '../../shared/case/rights.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Person } from '../../shared/people/person.ts'
import { findGone } from '../store/gone.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { listUnanswered } from '../store/outbox.ts'
import { recountSums } from '../store/sums.ts'
import { takeFetched } from './take-fetched.ts'

const id = (text: string): CaseId => CaseId.parse(text)

test('[SY28] what is out of sight goes first, and of what I worked on a stub stays', () => {
  const { log, queue, greet, ids } = fetching()
  queue.take([log.open('c1'), log.open('c2'), log.open('c3', { queue: queueOf('L1/tech') })])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const moved: Person = { ...ana, queues: [queueOf('L1/tech')] }
  const { caseIds } = greet(['user:ana'], { scopeVer: 2, person: moved, scopes: personScopes(moved) })
  expect([...caseIds].sort()).toEqual(['c1', 'c2'])
  expect(ids()).toEqual(['c3'])
  expect(findGone(queue.db, id('c1'))).toMatchObject({ ref: 'C1', title: 'Charged twice' })
  expect(findGone(queue.db, id('c2'))).toBeUndefined()
  expect(findMeta(queue.db, 'fetch')).toMatchObject({ scopes: ['L1/tech'], sight: ['L1/tech', 'user:ana'] })
  expect(findMeta(queue.db, 'scopes')).toEqual(['user:ana'])
  expect([getNumber(queue.db, 'cursor'), rowCounts(queue.db, 'outbox')]).toEqual([3, { outbox: 1 }])
})

test('[SY28] what is kept stays as it is, what is new comes, and the cursor stands where both are read to', () => {
  const { log, queue, greet, bring, ids } = fetching()
  queue.take([log.open('c1')])
  log.open('t1', { queue: queueOf('L1/tech') })
  log.open('t2', { queue: queueOf('L1/tech') })
  const both: Person = { ...ana, queues: [queueOf('L1/billing'), queueOf('L1/tech')] }
  const row = queue.db.prepare("SELECT * FROM facts WHERE case_id = 'c1'").get()
  greet(['L1/billing', 'user:ana'], { scopeVer: 2, person: both, scopes: personScopes(both) })
  expect([ids(), getNumber(queue.db, 'cursor')]).toEqual([['c1'], 1])
  bring(['t1', 't2'], 'L1/tech')
  expect([ids(), getNumber(queue.db, 'cursor')]).toEqual([['c1', 't1', 't2'], 3])
  expect(queue.db.prepare("SELECT * FROM facts WHERE case_id = 'c1'").get()).toEqual(row)
  expect(findMeta(queue.db, 'scopes')).toEqual(personScopes(both))
  const sums = findMeta(queue.db, 'sums')
  queue.db.write(recountSums)
  expect(sums).toEqual(findMeta(queue.db, 'sums'))
  expect(
    queue.db.prepare("SELECT key, n FROM counts WHERE n > 0 AND key LIKE 'open:%' ORDER BY key").all()
  ).toEqual([
    { key: 'open:L1/billing', n: 1 },
    { key: 'open:L1/tech', n: 2 }
  ])
})

test('[SY28] what did not come and nothing kept sees is swept away with a stub, and what was opened here stays', () => {
  for (const kept of [[], ['user:ana']]) {
    const { log, queue, greet, bring, ids } = fetching()
    queue.take([log.open('c1'), log.open('c2'), log.open('c3')])
    queue.act({ type: 'case.note', caseId: 'c2', body: 'mine' })
    queue.act(callOf('new'), 'new')
    greet(kept)
    expect(rowCounts(queue.db, 'cases')).toEqual({ cases: 4 })
    const caseIds = bring(['c1'])
    expect(caseIds).toEqual(expect.arrayContaining(['c1', 'c2', 'c3']))
    expect(ids()).toEqual(['c1', 'new'])
    expect([findGone(queue.db, id('c2'))?.title, findGone(queue.db, id('c3'))]).toEqual([
      'Charged twice',
      undefined
    ])
    expect(rowCounts(queue.db, 'facts', 'outbox')).toEqual({ facts: 1, outbox: 2 })
    expect(queue.list({ kind: 'search', text: 'She called' }).map((row) => row.id)).toEqual(['new'])
  }
})

test('[SY26] what waits stands on top of what came, and is not there twice when its fact came as well', () => {
  const { log, queue, greet, bring } = fetching()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'first' })
  queue.act({ type: 'case.note', caseId: 'c1', body: 'second' })
  log.act('c1', ben, { type: 'case.claim' })
  log.act('c1', ana, { type: 'case.note', body: 'first' }, 'my-op-1')
  greet([])
  bring(['c1'])
  expect(queue.view('c1').timeline.map((one) => [one.event.type, one.saved])).toEqual([
    ['case.opened', null],
    ['case.claimed', null],
    ['case.noted', null],
    ['case.noted', 'here']
  ])
})

test('[SY26] an answered op whose fact lies before the place of the fetch is done with', () => {
  const { log, queue, greet, bring } = fetching()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  log.act('c1', ana, { type: 'case.note', body: 'mine' }, op.opId)
  greet([], { headOpNo: op.opNo, headHash: op.hash, results: [answer(op, log.seq)] })
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 1 })
  expect(bring(['c1'])).toContain('c1')
  expect([rowCounts(queue.db, 'outbox'), queue.view('c1').timeline.map((one) => one.saved)]).toEqual([
    { outbox: 0 },
    [null, null]
  ])
})

test('[SY26] a file of a fetch that is over changes nothing', () => {
  const { log, queue, bring, ids } = fetching()
  queue.take([log.open('c1')])
  log.open('c2')
  expect(bring(['c2'])).toEqual([])
  expect(ids()).toEqual(['c1'])
})

test('[EN19] a server that was set back has lost a fact of mine: the op is shown again as waiting', () => {
  const { log, queue, greet } = fetching()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const before = { kase: log.kase('c1'), facts: [...log.facts('c1')] }
  queue.take([log.act('c1', ana, { type: 'case.note', body: 'mine' }, 'my-op-1')])
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, null])
  greet([], { storeId: 'store-2', seq: 1 })
  const { file, manifest } = snapshotFile([before], { scope: 'L1/billing', asOf: 1 })
  takeFetched(queue.db, queue.place, file, [manifest], NINE)
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, 'here'])
  expect(getNumber(queue.db, 'cursor')).toBe(1)
})

test('[SY16] cases with a fact of a kind this build does not know are read one by one, and it is kept aside', () => {
  const { log, queue, greet, bring } = fetching()
  log.open('c1')
  log.happen('c1', { type: 'case.sang', song: 'la' } as { type: string })
  log.open('c2')
  greet([], { storeId: 'store-2' })
  bring(['c1', 'c2'])
  expect(rowCounts(queue.db, 'cases', 'facts', 'deferred')).toEqual({ cases: 2, facts: 2, deferred: 1 })
  expect(queue.view('c1').case.ver).toBe(2)
  expect(queue.view('c1').timeline.map((one) => one.event.type)).toEqual(['case.opened'])
})

test('[SY29] what is held and is not what the server has is let go of, and nothing else', () => {
  const { log, queue } = fetching()
  queue.take([log.open('c1'), log.open('c2')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const right = must(findMeta(queue.db, 'sums'), 'sums')
  expect(queue.take([], { sums: right, to: 3 })).toMatchObject({ kind: 'taken', differs: [] })
  const wrong = { ...right, 'L1/billing': (right['L1/billing'] ?? 0) + 1 }
  expect(queue.take([], { sums: wrong, from: 3, to: 4 })).toMatchObject({ differs: ['L1/billing'] })
  expect(findMeta(queue.db, 'scopes')).toEqual(['user:ana'])
  expect(rowCounts(queue.db, 'cases', 'outbox')).toEqual({ cases: 2, outbox: 1 })
  // Fetched again and still not the same: it is not fetched over and over.
  queue.db.write((tx) => putMeta(tx, 'scopes', personScopes(ana)))
  expect(queue.take([], { sums: wrong, from: 4, to: 5 })).toMatchObject({ differs: [] })
  expect(queue.take([], { sums: wrong, from: 5, to: 1_004 })).toMatchObject({ differs: ['L1/billing'] })
})
