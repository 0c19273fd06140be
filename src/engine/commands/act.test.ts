import { expect, test } from 'vitest'
import { caseId, claim, dump, note, withOneCase } from '../../../test/support/acting.ts'
import { ben, NINE } from '../../../test/support/cases.ts'
import { answer, rowCounts } from '../../../test/support/queue.ts'
import { MAX_TEXT } from '../../shared/case/case.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { type Op, opHash } from '../../shared/protocol/op.ts'
import { findCase, findStored } from '../store/cases.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { listOutbox, listUnanswered } from '../store/outbox.ts'
import { act } from './act.ts'

test('[EN1] a command changes the case and waits in the outbox, offline or not', () => {
  const { queue } = withOneCase()
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

test('[EN1] when the write fails just before it is done, nothing of the command is there', () => {
  let dies = false
  const die = (): void => {
    if (dies) throw new Error('power cut')
  }
  const { queue } = withOneCase({ hooks: { beforeCommit: die } })
  const before = dump(queue)
  dies = true
  expect(() => queue.act(note)).toThrow('power cut')
  dies = false
  expect(dump(queue)).toEqual(before)
  expect(queue.act(note)).toMatchObject({ ok: true })
  expect(listUnanswered(queue.db, 10)).toMatchObject([{ opNo: 1 }])
})

test('[EN1] a command is made at the hour of the server', () => {
  const { queue } = withOneCase()
  queue.db.write((tx) => putMeta(tx, 'clockOffsetMs', 5_000))
  queue.act(note)
  expect(listUnanswered(queue.db, 1)).toMatchObject([{ madeAt: NINE + 5_000 }])
})

test('[EN2] a refused command leaves no trace', () => {
  const { queue, log } = withOneCase()
  queue.take([log.act('c1', ben, { type: 'case.claim' })])
  const before = dump(queue)
  expect(queue.act(claim)).toMatchObject({ ok: false, error: { type: 'CaseTaken', by: 'ben' } })
  expect(dump(queue)).toEqual(before)
})

test('[EN2] what is so already is done, and nothing is stored for it', () => {
  const { queue } = withOneCase()
  queue.act(claim)
  const before = dump(queue)
  expect(queue.act(claim)).toEqual({ ok: true, opId: null })
  expect(dump(queue)).toEqual(before)
})

test('[EN3] a case this machine does not have is refused, not guessed', () => {
  const { queue } = withOneCase()
  const before = dump(queue)
  expect(queue.act({ ...note, caseId: 'elsewhere' })).toEqual({ ok: false, error: { type: 'NoSuchCase' } })
  expect(act({ ...queue.deps, place: () => undefined }, note)).toEqual({
    ok: false,
    error: { type: 'NoSuchCase' }
  })
  expect(dump(queue)).toEqual(before)
})

test('[EN3] what is no command is refused with what is wrong with it', () => {
  const { queue } = withOneCase()
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
  const { queue } = withOneCase()
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
  const { queue } = withOneCase()
  for (const command of [claim, note, { type: 'case.reply', caseId, body: 'On it.' }]) queue.act(command)
  let previous = ''
  for (const op of listUnanswered(queue.db, 10)) {
    expect(op.hash).toBe(opHash(op, previous))
    previous = op.hash
  }
  expect(findMeta(queue.db, 'lastHash')).toBe(previous)
})

test('[EN4] an op builds on the last unanswered one on its case that is not a note, and a note on none', () => {
  const { queue, log } = withOneCase()
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
  const { queue } = withOneCase()
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

test('[EN32] a text that is too long is refused with its field and both lengths, and nothing of it is stored', () => {
  const { queue } = withOneCase()
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
