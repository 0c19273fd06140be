import { expect, test } from 'vitest'
import { ana, ask, ben, eva, NINE, queue as queueOf, sol } from '../../../test/support/cases.ts'
import { answer, openQueue, rowCounts, truth } from '../../../test/support/queue.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import { mayDecide } from '../../shared/case/who-decides.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { OpResult, WireChange } from '../../shared/protocol/sync.ts'
import { listUnanswered } from '../store/outbox.ts'
import { dropReview } from '../store/review.ts'
import { listOutboxRows, listReviewRows } from './trays.ts'

const taken: Refusal = { type: 'CaseTaken', by: ben.id, at: NINE, lastType: 'case.claimed' }
const refused = (refusal: Refusal): Partial<OpResult> => ({ outcome: 'rejected', refusal })

function setup() {
  const log = truth()
  const queue = openQueue()
  queue.take([log.open('c1')])
  /** Does it here, and hears this of it. */
  const hear = (command: object, over: Partial<OpResult>): string => {
    const acted = queue.act({ caseId: 'c1', ...command })
    if (!acted.ok || !acted.opId) throw new Error(JSON.stringify(acted))
    const op = must(listUnanswered(queue.db, 10).at(-1), 'op')
    log.skip(1)
    queue.take([], { to: log.seq, results: [answer(op, 0, over)] })
    return acted.opId
  }
  const rows = () => listReviewRows(queue.db, 9)
  const leave = (): void => {
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
  }
  return { log, queue, hear, rows, leave }
}

test('[EN21] an entry says what was asked, what happened instead, and every word', () => {
  const { queue, hear, rows } = setup()
  queue.act({ type: 'case.claim', caseId: 'c1' })
  const opId = hear(
    { type: 'case.reply', body: 'I am on it.' },
    { outcome: 'held', refusal: { type: 'ReplyNotSent', because: 'owner', by: ben.id, at: NINE } }
  )
  expect(rows()).toEqual([
    {
      opId,
      type: 'case.reply',
      command: { type: 'case.reply', caseId: 'c1', body: 'I am on it.' },
      retry: { type: 'case.reply', caseId: 'c1', body: 'I am on it.' },
      changed: null,
      caseId: 'c1',
      ref: 'C1',
      title: 'Charged twice',
      madeAt: NINE,
      answeredAt: NINE,
      outcome: 'held',
      refusal: { type: 'ReplyNotSent', because: 'owner', by: 'ben', at: NINE },
      told: null,
      words: 'I am on it.',
      choices: ['sendAnyway', 'toComposer', 'saveAsNote', 'dismiss']
    }
  ])
})

test('[EN21] what was done to the letter, or was so already, is nothing to review', () => {
  const { hear, rows } = setup()
  hear({ type: 'case.claim' }, {})
  hear({ type: 'case.note', body: 'x' }, { outcome: 'noop' })
  expect(rows()).toEqual([])
})

test('[EN21] settled once, an entry is gone, and settling it again changes nothing', () => {
  const { queue, hear, rows } = setup()
  const opId = hear({ type: 'case.claim' }, refused(taken))
  expect(queue.db.write((tx) => dropReview(tx, must(rows()[0], 'row').opId))).toBe('c1')
  expect(queue.db.write((tx) => dropReview(tx, opId as never))).toBeUndefined()
  expect(rows()).toEqual([])
})

test('[EN21] the answer to an op is heard once, however often it is told', () => {
  const { queue, log, hear, rows } = setup()
  const opId = hear({ type: 'case.claim' }, refused(taken))
  log.skip(1)
  queue.take([], { to: log.seq, results: [answer({ opId, opNo: 1 }, 0, refused({ type: 'CaseClosed' }))] })
  expect(rows()).toMatchObject([{ refusal: { type: 'CaseTaken' } }])
  expect(rowCounts(queue.db, 'archive', 'outbox')).toEqual({ archive: 1, outbox: 0 })
})

test('[EN21] each no offers what can be done about it', () => {
  const { queue, hear, rows } = setup()
  queue.act({ type: 'case.claim', caseId: 'c1' })
  const escalate = {
    type: 'case.escalate',
    rowId: 'l1-billing',
    to: queueOf('L2/billing'),
    matrixVer: 7,
    package: { need: 'n', tried: 't' }
  }
  hear(escalate, {
    outcome: 'held',
    refusal: { type: 'TargetChanged', was: queueOf('L2/billing'), now: queueOf('L2/tech') }
  })
  hear(
    { type: 'case.setPriority', priority: 'urgent', was: 'normal' },
    { outcome: 'transformed', told: { type: 'ChangedMeanwhile', was: 'high', by: ben.id, at: NINE } }
  )
  hear(
    { type: 'case.setPriority', priority: 'low', was: 'normal' },
    refused({ type: 'ServerBroke', problem: 'x' })
  )
  hear({ type: 'case.note', body: 'a note' }, refused({ type: 'NoSuchCase' }))
  hear({ type: 'case.resolve', resolution: 'solved', note: 'all fine' }, refused({ type: 'ApprovalOpen' }))
  expect(rows().map((row) => [row.type, row.choices])).toEqual([
    ['case.escalate', ['tryAgain', 'saveAsNote', 'dismiss']],
    ['case.setPriority', ['undo', 'dismiss']],
    ['case.setPriority', ['tryAgain', 'dismiss']],
    ['case.note', ['dismiss']],
    ['case.resolve', ['saveAsNote', 'dismiss']]
  ])
  expect(rows()[0]?.retry).toMatchObject({ to: queueOf('L2/tech'), matrixVer: 9 })
})

test('[EN21] of a case that is not here any more the words stay, and nothing is offered that could only be refused', () => {
  const { queue, hear, rows, leave } = setup()
  queue.act({ type: 'case.claim', caseId: 'c1' })
  hear(
    { type: 'case.reply', body: 'Nearly done' },
    { outcome: 'held', refusal: { type: 'ReplyNotSent', because: 'owner', by: ben.id, at: NINE } }
  )
  leave()
  expect(rows()).toMatchObject([
    { ref: 'C1', title: 'Charged twice', words: 'Nearly done', choices: ['dismiss'] }
  ])
})

test('[EN21] an answer that comes after the case left still says which case it was', () => {
  const { queue, log, rows, leave } = setup()
  queue.act({ type: 'case.note', caseId: 'c1', body: 'late' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  leave()
  log.skip(1)
  queue.take([], { to: log.seq, results: [answer(op, 0, refused({ type: 'NoSuchCase' }))] })
  expect(rows()).toMatchObject([{ ref: 'C1', title: 'Charged twice', words: 'late' }])
})

test('[EN21] a reply to a case that is closed by now can only be kept as a note', () => {
  const { queue, log, hear, rows } = setup()
  queue.act({ type: 'case.claim', caseId: 'c1' })
  hear({ type: 'case.reply', body: 'Too late' }, { outcome: 'rejected', refusal: { type: 'CaseClosed' } })
  const done = [
    log.act('c1', ben, { type: 'case.claim' }),
    log.act('c1', ben, { type: 'case.resolve', resolution: 'solved' }),
    log.act('c1', ben, { type: 'case.close' })
  ]
  queue.take(done)
  expect(rows()).toMatchObject([{ choices: ['saveAsNote', 'dismiss'] }])
})

test('[EN21] words too long for one note are not offered as one', () => {
  const { queue, hear, rows } = setup()
  queue.act({ type: 'case.claim', caseId: 'c1' })
  const long = 'x'.repeat(15_000)
  hear(
    {
      type: 'case.escalate',
      rowId: 'l1-billing',
      to: queueOf('L2/billing'),
      matrixVer: 7,
      package: { need: long, tried: long }
    },
    refused({ type: 'NotYourCase', owner: null })
  )
  expect(rows()).toMatchObject([{ choices: ['dismiss'] }])
})

test('[EN21] the outbox shows in its order what nobody has answered, also of a case that left', () => {
  const { queue, leave } = setup()
  queue.act({ type: 'case.note', caseId: 'c1', body: 'first' })
  queue.act({ type: 'case.claim', caseId: 'c1' })
  leave()
  expect(listOutboxRows(queue.db)).toEqual([
    {
      opId: 'my-op-1',
      opNo: 1,
      type: 'case.note',
      caseId: 'c1',
      ref: 'C1',
      title: 'Charged twice',
      madeAt: NINE,
      saved: 'here',
      words: 'first'
    },
    {
      opId: 'my-op-2',
      opNo: 2,
      type: 'case.claim',
      caseId: 'c1',
      ref: 'C1',
      title: 'Charged twice',
      madeAt: NINE,
      saved: 'here',
      words: ''
    }
  ])
  expect(queue.place.person).toEqual(ana)
})

/** Ana asked for 120.00, Sol said yes here, and meanwhile Ana had made it 150.00: the server said stale. */
function answeredTooLate(then: (log: ReturnType<typeof truth>, about: object) => WireChange[] = () => []) {
  const log = truth()
  const queue = openQueue({ person: sol })
  const request = () => {
    const one = log.kase('c1').escalations.at(-1)
    if (one?.kind !== 'hierarchical') throw new Error('no request')
    return { escalationId: one.id, subjectHash: one.subjectHash }
  }
  queue.take([
    log.open('c1'),
    log.act('c1', ana, { type: 'case.claim' }),
    log.act('c1', ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  ])
  const old = request()
  queue.act({ type: 'approval.approve', caseId: 'c1', ...old, note: 'fine' })
  const op = must(listUnanswered(queue.db, 10).at(-1), 'op')
  const { escalationId } = old
  const amended = log.act('c1', ana, { type: 'approval.amend', escalationId, ask: ask(150) })
  queue.take([amended, ...then(log, request())], {
    results: [answer(op, 0, refused({ type: 'StaleSubject' }))]
  })
  const { person, findPerson } = queue.place
  const known = { at: NINE, findPerson }
  return listReviewRows(queue.db, 7, (one) => mayDecide(person, one, known))
}

test('[EN21] an answer to a request that had changed shows what was answered beside what is asked, and offers to look again', () => {
  expect(answeredTooLate()).toMatchObject([
    {
      words: 'fine',
      changed: { by: 'ana', was: ask(120), now: ask(150), waits: true },
      choices: ['lookAgain', 'saveAsNote', 'dismiss']
    }
  ])
})

test('[EN21] what somebody else decided since is shown as it was, and not offered again', () => {
  const rows = answeredTooLate((log, about) => [
    log.act('c1', eva, {
      type: 'approval.approve',
      ...(about as { escalationId: never; subjectHash: string })
    })
  ])
  expect(rows).toMatchObject([
    { changed: { was: ask(120), now: ask(150), waits: false }, choices: ['saveAsNote', 'dismiss'] }
  ])
})
