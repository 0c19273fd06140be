import { expect, test } from 'vitest'
import { caseId, claim, dump, note, withOneCase } from '../../../test/support/acting.ts'
import { ana, ben, NINE } from '../../../test/support/cases.ts'
import { answer, rowCounts } from '../../../test/support/queue.ts'
import { OpId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Writer } from '../../sqlite/db.ts'
import { findDraftOps, findDrafts, type Mode, putDraft } from '../store/drafts.ts'
import { listUnanswered } from '../store/outbox.ts'

/** Keeps a draft under the name `draft-reply` or `draft-note`. */
function keep(tx: Writer, mode: Mode, text: string, opId = `draft-${mode}`): void {
  putDraft(tx, { caseId, mode, text, opId: OpId.parse(opId) }, NINE)
}

test('[EN1] [SY2] what is asked for twice under one name is done once, also when it was answered in between', () => {
  const { queue, log } = withOneCase()
  const first = queue.act(note, 'page-1')
  const before = dump(queue)
  expect(queue.act(note, 'page-1')).toEqual(first)
  expect(dump(queue)).toEqual(before)
  const fact = log.act('c1', ana, { type: 'case.note', body: note.body }, 'page-1')
  queue.take([fact], { results: [answer({ opId: 'page-1', opNo: 1 }, log.seq)] })
  expect(listUnanswered(queue.db, 10)).toEqual([])
  const settled = dump(queue)
  expect(queue.act(note, 'page-1')).toEqual({ ok: true, opId: 'page-1' })
  expect(dump(queue)).toEqual(settled)
})

test('[EN6] a draft goes in the same write as the reply or note it became, and the other one stays', () => {
  const { queue } = withOneCase()
  queue.act(claim)
  queue.db.write((tx) => {
    keep(tx, 'reply', 'Dear Rosa')
    keep(tx, 'note', 'ask Ben')
  })
  queue.act({ type: 'case.reply', caseId, body: 'Dear Rosa, it is back.' }, 'draft-reply')
  expect(findDrafts(queue.db, caseId)).toEqual({ reply: '', note: 'ask Ben' })
  queue.act({ type: 'case.note', caseId, body: 'ask Ben' }, 'draft-note')
  expect(findDrafts(queue.db, caseId)).toEqual({ reply: '', note: '' })
})

test('[EN6] words out of the review tray leave the draft alone that stands in the composer meanwhile', () => {
  const { queue, log } = withOneCase()
  queue.act(claim)
  queue.act({ type: 'case.reply', caseId, body: 'I am on it.' })
  const [mine, reply] = listUnanswered(queue.db, 2)
  queue.take([log.act('c1', ben, { type: 'case.claim' })], {
    results: [
      answer(must(mine, 'claim'), 0, {
        outcome: 'rejected',
        refusal: { type: 'CaseTaken', by: ben.id, at: NINE, lastType: 'case.claimed' }
      }),
      answer(must(reply, 'reply'), 0, {
        outcome: 'held',
        refusal: { type: 'WaitsOnRefused', opId: must(mine, 'claim').opId }
      })
    ]
  })
  queue.db.write((tx) => {
    keep(tx, 'reply', 'something new')
    keep(tx, 'note', 'half a thought')
  })
  expect(queue.act({ type: 'case.reply', caseId, body: 'I am on it.', anyway: true })).toMatchObject({
    ok: true
  })
  expect(queue.act({ type: 'case.note', caseId, body: 'I am on it.' })).toMatchObject({ ok: true })
  expect(findDrafts(queue.db, caseId)).toEqual({ reply: 'something new', note: 'half a thought' })

  queue.db.write((tx) => keep(tx, 'note', 'I am on it.'))
  queue.act({ type: 'case.note', caseId, body: 'I am on it.' })
  expect(findDrafts(queue.db, caseId).note).toBe('I am on it.')
  queue.act({ type: 'case.note', caseId, body: 'I am on it.' }, 'draft-note')
  expect(findDrafts(queue.db, caseId).note).toBe('')
  expect(queue.view('c1').case.owner).toBe(ben.id)
  expect(queue.place.person).toEqual(ana)
})

test('[EN31] another content under the name of what was sent is refused with what that was, answered or not', () => {
  const { queue, log } = withOneCase()
  queue.act(claim)
  const reply = { type: 'case.reply', caseId, body: 'You get 5 back.' }
  expect(queue.act(reply, 'form-1')).toEqual({ ok: true, opId: 'form-1' })
  const changed = { ...reply, body: 'You get 50 back.' }
  const no = { ok: false, error: { type: 'SentAlready', sent: reply, at: NINE } }
  const waiting = dump(queue)
  expect(queue.act(changed, 'form-1')).toEqual(no)
  // Another case and another kind of command are other contents too.
  expect(queue.act({ ...note, body: reply.body }, 'form-1')).toEqual(no)
  expect(queue.act({ ...reply, caseId: 'elsewhere' }, 'form-1')).toEqual(no)
  expect(dump(queue)).toEqual(waiting)

  queue.take([log.act('c1', ana, { type: 'case.claim' }, 'my-op-1')])
  const fact = log.act('c1', ana, { type: 'case.reply', body: reply.body }, 'form-1')
  const results = [
    answer({ opId: 'my-op-1', opNo: 1 }, log.seq - 1),
    answer({ opId: 'form-1', opNo: 2 }, log.seq)
  ]
  queue.take([fact], { results })
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 0 })
  const settled = dump(queue)
  expect(queue.act(changed, 'form-1')).toEqual(no)
  expect(queue.act(reply, 'form-1')).toEqual({ ok: true, opId: 'form-1' })
  expect(dump(queue)).toEqual(settled)
  // A press under another name is meant.
  expect(queue.act(changed, 'form-2')).toEqual({ ok: true, opId: 'form-2' })
  expect(listUnanswered(queue.db, 9)).toMatchObject([{ opId: 'form-2', command: changed }])
})

test('[EN31] fields in another order and left out are the same content', () => {
  const { queue } = withOneCase()
  queue.act({ type: 'case.hold', caseId, reason: 'vendor', note: undefined }, 'no')
  queue.act(claim)
  expect(queue.act({ type: 'case.hold', caseId, reason: 'vendor' }, 'form-1')).toMatchObject({ ok: true })
  const again = { note: undefined, reason: 'vendor', caseId, type: 'case.hold' }
  expect(queue.act(again, 'form-1')).toEqual({ ok: true, opId: 'form-1' })
})

test('[EN31] a draft is sent once, whenever it comes back to the disk: with an answer that was lost, or in another window', () => {
  const { queue } = withOneCase()
  queue.act(claim)
  const reply = { type: 'case.reply', caseId, body: 'Dear Rosa' }
  queue.db.write((tx) => keep(tx, 'reply', 'Dear Rosa'))
  queue.act(reply, 'draft-reply')
  // The window heard no answer and writes its draft again.
  queue.db.write((tx) => keep(tx, 'reply', 'Dear Rosa'))
  expect(findDraftOps(queue.db, caseId)).toEqual({ reply: null, note: null })
  // Changed since: it is kept, and is not what was sent.
  queue.db.write((tx) => keep(tx, 'reply', 'Dear Rosa, sorry'))
  const changed = { ...reply, body: 'Dear Rosa, sorry' }
  expect(queue.act(changed, 'draft-reply')).toMatchObject({ error: { type: 'SentAlready', sent: reply } })
  expect(findDrafts(queue.db, caseId).reply).toBe('Dear Rosa, sorry')
  // The first words again under the first name: sent already, and the draft of that name goes.
  expect(queue.act(reply, 'draft-reply')).toMatchObject({ ok: true })
  expect(findDrafts(queue.db, caseId).reply).toBe('')
  queue.db.write((tx) => keep(tx, 'reply', changed.body, 'draft-2'))
  expect(queue.act(changed, 'draft-2')).toMatchObject({ ok: true })
  expect(findDrafts(queue.db, caseId).reply).toBe('')
  const replies = listUnanswered(queue.db, 9).filter((op) => op.command.type === 'case.reply')
  expect(replies.map((op) => op.opId)).toEqual(['draft-reply', 'draft-2'])
})
