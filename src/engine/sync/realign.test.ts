import { expect, test } from 'vitest'
import { ana, ben, NINE } from '../../../test/support/cases.ts'
import { answer, openQueue, rowCounts, truth, welcome } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { type Op, opHash } from '../../shared/protocol/op.ts'
import { searchCases } from '../queries/search.ts'
import { listReviewRows } from '../queries/trays.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { listUnanswered } from '../store/outbox.ts'
import { realign } from './realign.ts'
import { takeWelcome } from './take-welcome.ts'

const caseId = CaseId.parse('c1')
const WORDS = ['kangaroo', 'wombat', 'quokka', 'echidna']

/** Four notes; the first `settled` of them answered, and their facts here. */
function setup(settled: number) {
  const log = truth()
  const queue = openQueue()
  queue.take([log.open('c1')])
  for (const body of WORDS) queue.act({ type: 'case.note', caseId, body })
  const ops = listUnanswered(queue.db, 10)
  for (const op of ops.slice(0, settled)) {
    const fact = log.act('c1', ana, { type: 'case.note', body: WORDS[op.opNo - 1] ?? '' }, op.opId)
    queue.take([fact], { results: [answer(op, log.seq)] })
  }
  const hashAt = (opNo: number): string => ops[opNo - 1]?.hash ?? ''
  const meet = (head: { opNo: number; hash: string }) => queue.db.write((tx) => realign(tx, head))
  const found = (word: string) => searchCases(queue.db, word, 9).rows.length
  return { log, queue, ops, hashAt, meet, found }
}

/** The ops go on from `head` without a gap, each chained to the one before. */
function expectChain(ops: readonly Op[], head: { opNo: number; hash: string }, next: number): void {
  let { opNo, hash } = head
  for (const op of ops) {
    opNo += 1
    expect(op.opNo).toBe(opNo)
    expect(op.hash).toBe(opHash(op, hash))
    hash = op.hash
  }
  expect(next).toBe(opNo + 1)
}

test('[EN19] normally the server knows what this machine knows, and nothing is touched', () => {
  const { queue, hashAt, meet } = setup(2)
  const before = queue.db.prepare('SELECT * FROM outbox').all()
  meet({ opNo: 2, hash: hashAt(2) })
  expect(queue.db.prepare('SELECT * FROM outbox').all()).toEqual(before)
})

test('[EN19] a disk that was rolled back numbers its ops behind what the server knows, under their own names', () => {
  const { queue, ops, meet, found } = setup(0)
  const head = { opNo: 7, hash: 'f'.repeat(64) }
  meet(head)
  const now = listUnanswered(queue.db, 10)
  expect(now.map((op) => op.opId)).toEqual(ops.map((op) => op.opId))
  expectChain(now, head, getNumber(queue.db, 'nextOpNo'))
  expect(findMeta(queue.db, 'lastHash')).toBe(now.at(-1)?.hash)
  expect(queue.view('c1').timeline).toHaveLength(5)
  expect(WORDS.map(found)).toEqual([1, 1, 1, 1])
  queue.act({ type: 'case.note', caseId, body: 'next' })
  expectChain(listUnanswered(queue.db, 10), head, getNumber(queue.db, 'nextOpNo'))
})

test('[EN19] a machine with nothing waiting goes on behind what the server knows', () => {
  const { queue, meet } = setup(4)
  meet({ opNo: 9, hash: 'a'.repeat(64) })
  queue.act({ type: 'case.note', caseId, body: 'next' })
  expectChain(
    listUnanswered(queue.db, 10),
    { opNo: 9, hash: 'a'.repeat(64) },
    getNumber(queue.db, 'nextOpNo')
  )
})

test('[EN19] another op under a number of mine, with as many: the first does not fit, so all are chained anew', () => {
  const { queue, ops, meet } = setup(1)
  const head = { opNo: 1, hash: 'c'.repeat(64) }
  meet(head)
  expect(listUnanswered(queue.db, 10).map((op) => op.opId)).toEqual(ops.slice(1).map((op) => op.opId))
  expectChain(listUnanswered(queue.db, 10), head, 5)
})

test('[EN19] a server that was set back gets what it forgot again, in order and before the rest', () => {
  const { queue, ops, hashAt, meet } = setup(3)
  meet({ opNo: 1, hash: hashAt(1) })
  expect(listUnanswered(queue.db, 10).map((op) => op.opId)).toEqual(ops.slice(1).map((op) => op.opId))
  expectChain(listUnanswered(queue.db, 10), { opNo: 1, hash: hashAt(1) }, 5)
  expect(rowCounts(queue.db, 'archive', 'outbox')).toEqual({ archive: 1, outbox: 3 })
})

test('[EN19] an op the server had said yes to, and forgot before its fact came, goes out again and is found by its words once', () => {
  const { log, queue, ops, meet, found } = setup(0)
  log.skip(9)
  queue.take([], { to: 2, results: ops.slice(0, 2).map((op) => answer(op, 10)) })
  expect(rowCounts(queue.db, 'archive', 'outbox')).toEqual({ archive: 2, outbox: 4 })
  meet({ opNo: 0, hash: '' })
  expect(listUnanswered(queue.db, 10).map((op) => op.opId)).toEqual(ops.map((op) => op.opId))
  expect(rowCounts(queue.db, 'archive', 'outbox')).toEqual({ archive: 0, outbox: 4 })
  expect(queue.db.prepare('SELECT count(*) AS n FROM words_docsize WHERE id < 0').get()).toEqual({ n: 4 })
  expect(WORDS.map(found)).toEqual([1, 1, 1, 1])
  expect(queue.db.prepare("SELECT count(*) AS n FROM words WHERE words MATCH 'kangaroo'").get()).toEqual({
    n: 1
  })

  for (const op of listUnanswered(queue.db, 10)) {
    const fact = log.act('c1', ana, { type: 'case.note', body: WORDS[op.opNo - 1] ?? '' }, op.opId)
    queue.take([fact], { results: [answer(op, log.seq)] })
  }
  expect(queue.db.prepare('SELECT count(*) AS n FROM words_docsize WHERE id < 0').get()).toEqual({ n: 0 })
  expect(WORDS.map(found)).toEqual([1, 1, 1, 1])
})

test('[EN19] a no that the server forgot is no longer to be reviewed: it will be judged again', () => {
  const { log, queue, ops, meet } = setup(0)
  log.skip(1)
  const first = must(ops[0], 'op')
  queue.take([], {
    to: log.seq,
    results: [answer(first, 0, { outcome: 'rejected', refusal: { type: 'NoSuchCase' } })]
  })
  expect(listReviewRows(queue.db, 7)).toHaveLength(1)
  meet({ opNo: 0, hash: '' })
  expect(listReviewRows(queue.db, 7)).toEqual([])
  const again = must(listUnanswered(queue.db, 1)[0], 'op')
  queue.take([], {
    to: log.seq + 1,
    from: log.seq,
    results: [answer(again, 0, { outcome: 'rejected', refusal: { type: 'CaseClosed' } })]
  })
  expect(listReviewRows(queue.db, 7)).toMatchObject([{ opId: first.opId, refusal: { type: 'CaseClosed' } }])
})

test('[EN19] what the server answered meanwhile is heard at the door first, and only the rest is numbered anew', () => {
  const { queue, ops, log } = setup(0)
  const [first, second, third] = ops.map((op) => must(op, 'op'))
  const results = [
    answer(must(first, '1'), 90),
    answer(must(second, '2'), 0, { outcome: 'rejected', refusal: { type: 'CaseClosed' } })
  ]
  const head = { headOpNo: 6, headHash: 'b'.repeat(64), headOpId: null }
  takeWelcome(queue.db, welcome({ seq: 95, results, ...head }), NINE)
  expect(listUnanswered(queue.db, 10)).toMatchObject([{ opId: third?.opId, opNo: 7 }, { opNo: 8 }])
  expect(listReviewRows(queue.db, 7)).toMatchObject([{ opId: second?.opId }])
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, 'sent', 'here', 'here'])
  expect(log.kase('c1').owner).not.toBe(ben.id)
})

test('[SY4] what has landed and is not answered yet stays landed under another number', () => {
  const { queue, ops, meet, log } = setup(0)
  const [first] = ops
  queue.take([log.act('c1', ana, { type: 'case.note', body: 'kangaroo' }, must(first, 'op').opId)])
  meet({ opNo: 7, hash: 'another' })
  const rows = queue.db.prepare('SELECT op_no, landed FROM outbox ORDER BY op_no').all()
  expect(rows).toEqual([8, 9, 10, 11].map((op_no) => ({ op_no, landed: op_no === 8 ? 1 : 0 })))
})
