import { expect, test } from 'vitest'
import { ana, ben, NINE, queue as queueOf, sol } from '../../../test/support/cases.ts'
import { answer, openQueue, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { listUnanswered, markSent } from '../store/outbox.ts'
import { getCase } from './case-get.ts'

const caseId = CaseId.parse('c1')
const claim = { type: 'case.claim', caseId }
const note = { type: 'case.note', caseId, body: 'remember the ledger' }

function setup() {
  const log = truth()
  const queue = openQueue()
  queue.take([log.open('c1')])
  const marks = () => queue.view('c1').timeline.map((entry) => [entry.event.type, entry.saved])
  return { log, queue, marks }
}

test('[EN13] what waits stands at the end, with how far it has got', () => {
  const { log, queue, marks } = setup()
  queue.act(claim)
  queue.act(note)
  queue.db.write((tx) => markSent(tx, 1))
  expect(marks()).toEqual([
    ['case.opened', null],
    ['case.claimed', 'sent'],
    ['case.noted', 'here']
  ])
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  queue.take([log.act('c1', ana, { type: 'case.claim' }, op.opId)], { results: [answer(op, log.seq)] })
  expect(marks()).toEqual([
    ['case.opened', null],
    ['case.claimed', null],
    ['case.noted', 'here']
  ])
  expect(queue.list({ kind: 'work' })).toMatchObject([{ waiting: 1 }])
})

test('[EN13] nothing flickers or is there twice, whether the answer or the fact comes first', () => {
  for (const first of ['answer', 'fact'] as const) {
    const { log, queue, marks } = setup()
    queue.act(note)
    const op = must(listUnanswered(queue.db, 1)[0], 'op')
    const fact = log.act('c1', ana, { type: 'case.note', body: note.body }, op.opId)
    const key = queue.view('c1').timeline.at(-1)?.key
    if (first === 'answer') queue.take([], { to: 1, from: 0, results: [answer(op, log.seq)] })
    queue.take([fact], first === 'answer' ? { results: [answer(op, log.seq)] } : {})
    expect(marks(), first).toEqual([
      ['case.opened', null],
      ['case.noted', null]
    ])
    expect(queue.view('c1').timeline.at(-1)?.key).toBe(key)
    log.skip(1)
    queue.take([], { to: log.seq, results: [answer(op, 2)] })
    expect(marks()).toHaveLength(2)
    expect(queue.list({ kind: 'queue', queue: queueOf('L1/billing'), which: 'open' })).toMatchObject([
      { waiting: 0 }
    ])
  }
})

test('[EN13] what no longer fits the case is not shown, and still waits', () => {
  const { log, queue, marks } = setup()
  queue.act(claim)
  queue.take([log.act('c1', ben, { type: 'case.claim' })])
  expect(marks()).toEqual([
    ['case.opened', null],
    ['case.claimed', null]
  ])
  expect(queue.view('c1').case.owner).toBe('ben')
  expect(listUnanswered(queue.db, 10)).toHaveLength(1)
})

test('[EN13] of a case that left, where it went is told, and nothing else; of one never had, nothing', () => {
  const { log, queue } = setup()
  queue.take([log.open('c2')])
  queue.act(note)
  log.skip(2)
  const gone = (id: string, seq: number) => ({
    kind: 'gone' as const,
    seq,
    caseId: CaseId.parse(id),
    to: queueOf('L1/tech'),
    by: sol.id,
    why: 'case.transferred'
  })
  queue.take([gone('c1', log.seq - 1), gone('c2', log.seq)])
  const get = (id: string) => getCase(queue.db, queue.place, CaseId.parse(id), NINE)
  expect(get('c1')).toEqual({
    kind: 'gone',
    caseId,
    ref: 'C1',
    title: 'Charged twice',
    to: queueOf('L1/tech'),
    by: 'sol',
    why: 'case.transferred',
    at: NINE,
    drafts: { reply: '', note: '' },
    draftOps: { reply: null, note: null }
  })
  expect(get('c2')).toBeNull()
  expect(get('c3')).toBeNull()
})
