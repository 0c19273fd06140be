import { expect, test } from 'vitest'
import { ana, ben, NINE } from '../../../test/support/cases.ts'
import { answer, openQueue, rowCounts, type TestQueue, truth } from '../../../test/support/queue.ts'
import { MAX_TEXT } from '../../shared/case/case.ts'
import { CaseId, OpId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { type Op, opHash } from '../../shared/protocol/op.ts'
import type { Writer } from '../../sqlite/db.ts'
import { findCase, findStored } from '../store/cases.ts'
import { findDraftOps, findDrafts, type Mode, putDraft } from '../store/drafts.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { listOutbox, listUnanswered } from '../store/outbox.ts'
import { act } from './act.ts'

const caseId = CaseId.parse('c1')
const claim = { type: 'case.claim', caseId }
const note = { type: 'case.note', caseId, body: 'looks like a double charge' }
const EVERYTHING = ['cases', 'facts', 'words', 'outbox', 'archive', 'review', 'drafts', 'gone', 'approvals']

/** Keeps a draft under the name `draft-reply` or `draft-note`. */
function keep(tx: Writer, mode: Mode, text: string, opId = `draft-${mode}`): void {
  putDraft(tx, { caseId, mode, text, opId: OpId.parse(opId) }, NINE)
}

function setup(given: Parameters<typeof openQueue>[0] = {}) {
  const log = truth()
  const queue = openQueue(given)
  queue.take([log.open('c1')])
  return { queue, log }
}

/** Every row of the file, so that "nothing changed" means nothing. */
function dump({ db }: TestQueue): unknown {
  return [...EVERYTHING, 'meta', 'counts'].map((table) =>
    db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()
  )
}

test('[EN1] a command changes the case and waits in the outbox, offline or not', () => {
  const { queue } = setup()
  expect(queue.act(claim)).toEqual({ ok: true, opId: 'my-op-1' })
  expect(findCase(queue.db, caseId)).toMatchObject({ owner: 'ana', state: { status: 'open' }, ver: 2 })
  expect(findStored(queue.db, caseId)?.confirmed).toMatchObject({ owner: null, ver: 1 })
  expect(listUnanswered(queue.db, 10)).toMatchObject([
    {
      opId: 'my-op-1',
      opNo: 1,
      deviceId: 'device-1',
      actorId: 'ana',
      storeId: 'store-1',
      caseId,
      base: { caseVer: 1, cursor: 1, matrixVer: 7 },
      deps: [],
      madeAt: NINE,
      mono: 7,
      bootId: 'boot-1',
      offline: true,
      grantId: null,
      command: claim
    }
  ])
  expect(queue.list({ kind: 'work' })).toMatchObject([{ id: 'c1', owner: 'ana', waiting: 1 }])
})

test('[EN1] [SY2] what is asked for twice under one name is done once, also when it was answered in between', () => {
  const { queue, log } = setup()
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

test('[EN1] when the write fails just before it is done, nothing of the command is there', () => {
  let dies = false
  const die = (): void => {
    if (dies) throw new Error('power cut')
  }
  const { queue } = setup({ hooks: { beforeCommit: die } })
  const before = dump(queue)
  dies = true
  expect(() => queue.act(note)).toThrow('power cut')
  dies = false
  expect(dump(queue)).toEqual(before)
  expect(queue.act(note)).toMatchObject({ ok: true })
  expect(listUnanswered(queue.db, 10)).toMatchObject([{ opNo: 1 }])
})

test('[EN1] a command is made at the hour of the server', () => {
  const { queue } = setup()
  queue.db.write((tx) => putMeta(tx, 'clockOffsetMs', 5_000))
  queue.act(note)
  expect(listUnanswered(queue.db, 1)).toMatchObject([{ madeAt: NINE + 5_000 }])
})

test('[EN2] a refused command leaves no trace', () => {
  const { queue, log } = setup()
  queue.take([log.act('c1', ben, { type: 'case.claim' })])
  const before = dump(queue)
  expect(queue.act(claim)).toMatchObject({ ok: false, error: { type: 'CaseTaken', by: 'ben' } })
  expect(dump(queue)).toEqual(before)
})

test('[EN2] what is so already is done, and nothing is stored for it', () => {
  const { queue } = setup()
  queue.act(claim)
  const before = dump(queue)
  expect(queue.act(claim)).toEqual({ ok: true, opId: null })
  expect(dump(queue)).toEqual(before)
})

test('[EN3] a case this machine does not have is refused, not guessed', () => {
  const { queue } = setup()
  const before = dump(queue)
  expect(queue.act({ ...note, caseId: 'elsewhere' })).toEqual({ ok: false, error: { type: 'NoSuchCase' } })
  expect(act({ ...queue.deps, place: () => undefined }, note)).toEqual({
    ok: false,
    error: { type: 'NoSuchCase' }
  })
  expect(dump(queue)).toEqual(before)
})

test('[EN3] what is no command is refused with what is wrong with it', () => {
  const { queue } = setup()
  for (const nonsense of [
    null,
    7,
    'case.claim',
    [],
    { type: 'case.sing', caseId },
    { type: 'case.claim' },
    { ...note, body: '' },
    { ...note, caseId: "x'; DROP" }
  ]) {
    expect(queue.act(nonsense)).toMatchObject({
      ok: false,
      error: { type: 'NotUnderstood', problem: expect.stringMatching(/./) }
    })
  }
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 0 })
})

test('[EN4] the ops of a device are numbered without a gap, whatever is refused or done already in between', () => {
  const { queue } = setup()
  queue.act(note)
  queue.act({ ...note, caseId: 'elsewhere' })
  queue.act(claim)
  queue.act(claim)
  queue.act({ type: 'case.reopen', caseId, reason: 'no' })
  queue.act(note)
  expect(listUnanswered(queue.db, 10).map((op) => op.opNo)).toEqual([1, 2, 3])
  expect(getNumber(queue.db, 'nextOpNo')).toBe(4)
})

test('[EN4] the hash of an op is chained to the one before', () => {
  const { queue } = setup()
  for (const command of [claim, note, { type: 'case.reply', caseId, body: 'On it.' }]) queue.act(command)
  let previous = ''
  for (const op of listUnanswered(queue.db, 10)) {
    expect(op.hash).toBe(opHash(op, previous))
    previous = op.hash
  }
  expect(findMeta(queue.db, 'lastHash')).toBe(previous)
})

test('[EN4] an op builds on the last unanswered one on its case that is not a note, and a note on none', () => {
  const { queue, log } = setup()
  queue.take([log.open('c2')])
  const commands = [
    claim,
    note,
    { type: 'case.pend', caseId },
    { type: 'case.claim', caseId: 'c2' },
    { type: 'case.resume', caseId },
    note
  ]
  for (const command of commands) expect(queue.act(command)).toMatchObject({ ok: true })
  const deps = (ops: readonly Op[]) => ops.map((op) => op.deps)
  expect(deps(listUnanswered(queue.db, 10))).toEqual([[], [], ['my-op-1'], [], ['my-op-3'], []])

  const first = must(listUnanswered(queue.db, 1)[0], 'op')
  queue.take([], { results: [answer(first, 50)] })
  expect(listOutbox(queue.db).some(({ op }) => op.opId === first.opId)).toBe(false)
  queue.act({ type: 'case.release', caseId })
  expect(deps(listUnanswered(queue.db, 10)).at(-1)).toEqual(['my-op-5'])
})

test('[EN4] a case opened here is known by its op until the server knows it too', () => {
  const { queue } = setup()
  const made = {
    type: 'case.open',
    caseId: 'new-1',
    subject: 'Called about the bill',
    body: 'She called.',
    customer: { id: 'cust-2', name: 'Pia Vera', language: 'es', segment: 'B2C' },
    channel: 'phone',
    category: 'billing',
    priority: 'high',
    queue: { tier: 'L1', team: 'billing' }
  }
  expect(queue.act(made)).toMatchObject({ ok: false, error: { type: 'NotUnderstood' } })
  expect(queue.act(made, 'new-1')).toEqual({ ok: true, opId: 'new-1' })
  // Pressed again before the first answer came: one case, one op.
  expect(queue.act(made, 'new-1')).toEqual({ ok: true, opId: 'new-1' })
  expect(findStored(queue.db, CaseId.parse('new-1'))).toMatchObject({
    confirmed: null,
    body: { subject: 'Called about the bill', ver: 1 }
  })
  expect(listUnanswered(queue.db, 2)).toMatchObject([{ opId: 'new-1', base: { caseVer: 0 } }])
})

test('[EN6] a draft goes in the same write as the reply or note it became, and the other one stays', () => {
  const { queue } = setup()
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
  const { queue, log } = setup()
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
  const { queue, log } = setup()
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
  const { queue } = setup()
  queue.act({ type: 'case.hold', caseId, reason: 'vendor', note: undefined }, 'no')
  queue.act(claim)
  expect(queue.act({ type: 'case.hold', caseId, reason: 'vendor' }, 'form-1')).toMatchObject({ ok: true })
  const again = { note: undefined, reason: 'vendor', caseId, type: 'case.hold' }
  expect(queue.act(again, 'form-1')).toEqual({ ok: true, opId: 'form-1' })
})

test('[EN31] a draft is sent once, whenever it comes back to the disk: with an answer that was lost, or in another window', () => {
  const { queue } = setup()
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

test('[EN32] a text that is too long is refused with its field and both lengths, and nothing of it is stored', () => {
  const { queue } = setup()
  const before = dump(queue)
  const long = 'x'.repeat(MAX_TEXT + 7)
  expect(queue.act({ ...note, body: long })).toEqual({
    ok: false,
    error: { type: 'TooLong', field: 'body', length: MAX_TEXT + 7, most: MAX_TEXT }
  })
  const ask = { action: 'refund', amountMinor: 1, currency: 'EUR', package: { need: 'a', tried: long } }
  expect(queue.act({ type: 'case.grant', caseId, ask })).toMatchObject({
    error: { type: 'TooLong', field: 'ask.package.tried' }
  })
  expect(queue.act({ type: 'case.reopen', caseId, reason: 'y'.repeat(2_001) })).toMatchObject({
    error: { type: 'TooLong', field: 'reason', most: 2_000 }
  })
  expect(dump(queue)).toEqual(before)
})
