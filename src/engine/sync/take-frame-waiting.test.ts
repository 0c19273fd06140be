import { expect, test } from 'vitest'
import { ana, ben, NINE, queue as queueOf } from '../../../test/support/cases.ts'
import { answer, callOf, openQueue, rowCounts, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { findStored } from '../store/cases.ts'
import { getNumber } from '../store/meta.ts'
import { listOutbox, listUnanswered } from '../store/outbox.ts'
import { dropReview } from '../store/review.ts'

const caseId = CaseId.parse('c1')
function setup(given: Parameters<typeof openQueue>[0] = {}) {
  const log = truth()
  const queue = openQueue(given)
  const cursor = () => getNumber(queue.db, 'cursor')
  return { log, queue, cursor }
}

test('[EN16] what waits on a case is decided again in its order on top of what came', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.claim', caseId })
  queue.act({ type: 'case.setPriority', caseId, priority: 'urgent', was: 'normal' })
  queue.act({ type: 'case.pend', caseId })
  queue.take([log.act('c1', ben, { type: 'case.setPriority', priority: 'low', was: 'normal' })])
  expect(queue.view('c1').case).toMatchObject({
    owner: 'ana',
    priority: 'urgent',
    state: { status: 'pending' },
    ver: 5
  })
  expect(findStored(queue.db, caseId)?.confirmed).toEqual(log.kase('c1'))
  queue.take([log.act('c1', ben, { type: 'case.claim' })])
  expect(queue.view('c1').case).toMatchObject({
    owner: 'ben',
    priority: 'urgent',
    state: { status: 'open' },
    ver: 4
  })
  expect(listUnanswered(queue.db, 9)).toHaveLength(3)
})

test('[EN16] the answer to one op leaves the others of the case on top', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.claim', caseId })
  queue.act({ type: 'case.note', caseId, body: 'still here' })
  const claim = must(listUnanswered(queue.db, 1)[0], 'claim')
  log.skip(1)
  const taken = { type: 'CaseTaken' as const, by: ben.id, at: NINE, lastType: 'case.claimed' }
  queue.take([], { to: log.seq, results: [answer(claim, 0, { outcome: 'rejected', refusal: taken })] })
  expect(queue.view('c1').case.owner).toBeNull()
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, 'here'])
})

test('[EN16] a case opened here becomes the fact it is, under the same name', () => {
  const { log, queue } = setup()
  const { subject, body } = callOf('new')
  queue.act(callOf('new'), 'new')
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  log.open('new', { subject, body })
  const fact = { ...must(log.facts('new')[0], 'fact'), opId: op.opId, by: ana.id }
  queue.take([{ kind: 'enter', seq: fact.seq, caseId: fact.caseId, facts: [fact] }], {
    results: [answer(op, fact.seq)]
  })
  expect(rowCounts(queue.db, 'cases', 'outbox', 'facts')).toEqual({ cases: 1, outbox: 0, facts: 1 })
  expect(queue.view('new').timeline).toMatchObject([{ key: op.opId, saved: null }])
})

test('[EN16] a case opened here that the server will not have goes, and its words are in the review tray', () => {
  const { log, queue } = setup()
  queue.act(callOf('new'), 'new')
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  log.skip(1)
  queue.take([], {
    to: 1,
    results: [
      answer(op, 0, { outcome: 'rejected', refusal: { type: 'NoSuchQueue', queue: queueOf('L1/billing') } })
    ]
  })
  expect(rowCounts(queue.db, 'cases', 'outbox', 'review', 'words')).toEqual({
    cases: 0,
    outbox: 0,
    review: 1,
    words: 0
  })
})

test('[EN16] an op answered yes stays on top until its fact is here, and goes when the cursor has passed it though nothing came', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId, body: 'note' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  log.skip(1)
  queue.take([], { to: log.seq, results: [answer(op, log.seq + 5)] })
  expect(listOutbox(queue.db)).toEqual([])
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, 'sent'])
  log.skip(5)
  expect(queue.take([], { to: log.seq })).toEqual({ kind: 'taken', caseIds: ['c1'], differs: [] })
  expect(queue.view('c1').timeline).toHaveLength(1)
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 0 })
})

test('[EN16] [SY11] an answer heard again before its fact came brings nothing back that its author has settled', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.setPriority', caseId, priority: 'high', was: 'normal' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  const told = { type: 'ChangedMeanwhile', was: 'low', by: ben.id, at: NINE } as const
  const result = answer(op, log.seq + 9, { outcome: 'transformed', told })
  log.skip(1)
  queue.take([], { to: log.seq, results: [result] })
  expect(rowCounts(queue.db, 'review')).toEqual({ review: 1 })
  queue.db.write((tx) => dropReview(tx, op.opId))
  log.skip(1)
  queue.take([], { to: log.seq, results: [result] })
  expect(rowCounts(queue.db, 'review')).toEqual({ review: 0 })
})
