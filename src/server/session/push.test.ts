import { expect, test } from 'vitest'
import { atOneCase, facts, online } from '../../../test/support/server.ts'
import type { Command } from '../../shared/case/command.ts'
import { OpId } from '../../shared/lib/ids.ts'
import { answersTo, commandPrint } from '../../shared/protocol/op.ts'

test('[SV2] the same push twice gives the same answers and one fact', async () => {
  const { host, id, ana } = await atOneCase()
  const ops = [
    ana.op({ type: 'case.claim', caseId: id }),
    ana.op({ type: 'case.reply', caseId: id, body: 'Hello' })
  ]
  const first = await ana.push(ops)
  expect(first).toMatchObject({
    stop: null,
    headOpNo: 2,
    results: [{ outcome: 'applied' }, { outcome: 'applied' }]
  })
  expect(await ana.push(ops)).toEqual(first)
  expect(await ana.push(ops.slice(1))).toEqual({ ...first, results: first.results.slice(1) })
  expect(facts(host.db)).toHaveLength(3)
})

test('[SV3] an answer that got lost comes with the next hello', async () => {
  const { host, id, ana } = await atOneCase()
  const pushed = await ana.push([ana.op({ type: 'case.claim', caseId: id })])
  ana.close()
  const again = host.console('ana', ana.deviceId)
  expect((await again.hello({ resultsFrom: 1 })).results).toEqual(pushed.results)
  expect((await again.hello({ resultsFrom: 2 })).results).toEqual([])
  expect(again.welcome).toMatchObject({ headOpNo: 1, headOpId: pushed.results[0]?.opId })
})

test('[SV4] an op whose predecessor is missing is not taken', async () => {
  const { host, id, ana } = await atOneCase()
  ana.op({ type: 'case.note', caseId: id, body: 'lost on the way' })
  const late = ana.op({ type: 'case.note', caseId: id, body: 'second' })
  expect(await ana.push([late])).toMatchObject({ stop: 'GAP', headOpNo: 0, results: [] })
  expect(facts(host.db)).toHaveLength(1)
})

test('[SV5] another op under an answered number, or a broken chain, is not taken', async () => {
  const { host, id, ana } = await atOneCase()
  const claim = ana.op({ type: 'case.claim', caseId: id })
  await ana.push([claim])
  ana.close()

  const copy = host.console('ana', ana.deviceId)
  await copy.hello()
  const other = copy.op({ type: 'case.note', caseId: id, body: 'from a copy of the disk' }, { opNo: 1 })
  expect(await copy.push([other])).toMatchObject({ stop: 'FORKED', headOpNo: 1, results: [] })
  const unchained = {
    ...copy.op({ type: 'case.note', caseId: id, body: 'x' }, { opNo: 2 }),
    hash: '0'.repeat(64)
  }
  expect(await copy.push([unchained])).toMatchObject({ stop: 'FORKED', headOpNo: 1 })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV5] an op that was changed on its way does not match its hash', async () => {
  const { id, ana } = await atOneCase()
  const op = ana.op({ type: 'case.note', caseId: id, body: 'mine' })
  const changed = { ...op, command: { ...op.command, body: 'not mine' } }
  expect(await ana.push([changed])).toMatchObject({ stop: 'FORKED', headOpNo: 0 })
})

test('[SV6] an op that comes again under a new number keeps its answer', async () => {
  const { host, id, ana } = await atOneCase()
  const opId = OpId.parse('op-kept')
  const first = await ana.act({ type: 'case.claim', caseId: id }, { opId })
  expect(await ana.act({ type: 'case.claim', caseId: id }, { opId })).toEqual({ ...first, opNo: 2 })
  const phone = await online(host, 'ana')
  expect(await phone.act({ type: 'case.claim', caseId: id }, { opId })).toEqual(first)
  const ben = await online(host, 'ben')
  expect(await ben.act({ type: 'case.claim', caseId: id }, { opId })).toMatchObject({
    refusal: { type: 'NotUnderstood' }
  })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV6] other content under the name of an op that was answered is refused, whichever way and however often it comes', async () => {
  const { host, id, ana } = await atOneCase()
  const opId = OpId.parse('op-kept')
  const note = (body: string): Command => ({ type: 'case.note', caseId: id, body })
  const first = await ana.act(note('5 back'), { opId })
  const no = { outcome: 'rejected', refusal: { type: 'SentAlready', sent: null }, told: null, seq: 0 }
  expect(await ana.act(note('50 back'), { opId })).toMatchObject({ ...no, opNo: 2 })
  const phone = await online(host, 'ana')
  expect(await phone.act(note('50 back'), { opId })).toMatchObject({ ...no, opNo: 1 })
  // The first still has its own answer, also after the others had theirs.
  expect(await phone.act(note('5 back'), { opId })).toEqual({ ...first, opNo: 2 })
  expect(await ana.act(note('50 back'), { opId })).toMatchObject({ ...no, opNo: 3 })
  expect(facts(host.db).map(({ type }) => type)).toEqual(['case.opened', 'case.noted'])
})

test('[SV5] [SV6] other content under the number and the name of an op that was answered is not taken for it', async () => {
  const { host, id, ana } = await atOneCase()
  const opId = OpId.parse('op-1')
  const first = await ana.act({ type: 'case.note', caseId: id, body: '5 back' }, { opId })
  ana.close()
  const copy = host.console('ana', ana.deviceId)
  const welcome = await copy.hello()
  const other = copy.op({ type: 'case.note', caseId: id, body: '50 back' }, { opId, opNo: 1 })
  expect(await copy.push([other])).toMatchObject({ stop: 'FORKED', results: [] })
  // At the door too the answer says to what it is one.
  expect(welcome.results).toEqual([first])
  expect(answersTo(first, commandPrint(other.command))).toBe(false)
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV6] an answer from before contents were kept is the answer to whatever comes under its name', async () => {
  const { host, id, ana } = await atOneCase()
  const opId = OpId.parse('op-old')
  const first = await ana.act({ type: 'case.note', caseId: id, body: 'x' }, { opId })
  await host.home.write((tx) => tx.prepare("UPDATE op_results SET asked = ''").run())
  const again = await ana.act({ type: 'case.note', caseId: id, body: 'y' }, { opId })
  expect(again).toMatchObject({ outcome: 'applied', seq: first.seq, opNo: 2 })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV7] an op in somebody else’s name ends the push; those before it stand', async () => {
  const { host, id, ana, ben } = await atOneCase()
  const mine = ana.op({ type: 'case.note', caseId: id, body: 'mine' })
  const forged = ana.op({ type: 'case.claim', caseId: id }, { actorId: ben.welcome.person.id })
  expect(await ana.push([mine, forged])).toMatchObject({
    stop: 'AUTH',
    headOpNo: 1,
    results: [{ outcome: 'applied' }]
  })
  const elsewhere = ana.op({ type: 'case.claim', caseId: id }, { opNo: 2, deviceId: ben.deviceId })
  expect(await ana.push([elsewhere])).toMatchObject({ stop: 'AUTH', headOpNo: 1 })
  expect(facts(host.db).map(({ by }) => by)).toEqual(['customer', 'ana'])
})

test('[SV7] an op pushed under somebody else’s installation is not taken, whoever it says it is by', async () => {
  const { host, id, ana, ben } = await atOneCase()
  const forged = ben.op({ type: 'case.claim', caseId: id })
  expect(await ana.push([forged], { deviceId: ben.deviceId })).toMatchObject({ stop: 'HELLO', results: [] })
  expect(await ana.push([{ ...forged, deviceId: ana.deviceId }])).toMatchObject({ stop: 'AUTH', results: [] })
  expect(facts(host.db)).toHaveLength(1)
})

test('[SV4] an op that says another number than its place in the batch is not taken', async () => {
  const { host, id, ana } = await atOneCase()
  const op = ana.op({ type: 'case.claim', caseId: id })
  expect(await ana.push([op], { firstOpNo: 2 })).toMatchObject({ stop: 'BAD', results: [], headOpNo: 0 })
  expect(facts(host.db)).toHaveLength(1)
  expect(await ana.push([op])).toMatchObject({ stop: null, headOpNo: 1 })
})
