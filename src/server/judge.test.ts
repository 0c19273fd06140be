import { expect, test } from 'vitest'
import { escalate, opened, person, queue } from '../../test/support/cases.ts'
import { caseId, facts, online, server } from '../../test/support/server.ts'
import type { Command } from '../shared/case/command.ts'
import { CaseId, OpId } from '../shared/lib/ids.ts'
import { answersTo, commandPrint } from '../shared/protocol/op.ts'

function setup() {
  const host = server()
  const id = host.open()
  return { host, id, ana: online(host, 'ana'), ben: online(host, 'ben') }
}

test('[SV1] the log is numbered without a gap, over all and within each case, across refusals', () => {
  const { host, id, ana, ben } = setup()
  const other = host.open()
  ana.act({ type: 'case.claim', caseId: id })
  ben.act({ type: 'case.claim', caseId: id })
  ben.act({ type: 'case.claim', caseId: other })
  ana.act({ type: 'case.reply', caseId: id, body: 'Hello' })
  expect(facts(host.db).map(({ seq, caseId, type }) => [seq, caseId, type])).toEqual([
    [1, id, 'case.opened'],
    [2, other, 'case.opened'],
    [3, id, 'case.claimed'],
    [4, other, 'case.claimed'],
    [5, id, 'case.replied']
  ])
  const vers = host.db.prepare('SELECT case_id, ver FROM facts ORDER BY case_id, ver').all()
  expect(vers).toHaveLength(5)
  expect(vers).toMatchObject([{ ver: 1 }, { ver: 2 }, { ver: 3 }, { ver: 1 }, { ver: 2 }])
})

test('[SV2] the same push twice gives the same answers and one fact', () => {
  const { host, id, ana } = setup()
  const ops = [
    ana.op({ type: 'case.claim', caseId: id }),
    ana.op({ type: 'case.reply', caseId: id, body: 'Hello' })
  ]
  const first = ana.push(ops)
  expect(first).toMatchObject({
    stop: null,
    headOpNo: 2,
    results: [{ outcome: 'applied' }, { outcome: 'applied' }]
  })
  expect(ana.push(ops)).toEqual(first)
  expect(ana.push(ops.slice(1))).toEqual({ ...first, results: first.results.slice(1) })
  expect(facts(host.db)).toHaveLength(3)
})

test('[SV3] an answer that got lost comes with the next hello', () => {
  const { host, id, ana } = setup()
  const pushed = ana.push([ana.op({ type: 'case.claim', caseId: id })])
  ana.close()
  const again = host.console('ana', ana.deviceId)
  expect(again.hello({ resultsFrom: 1 }).results).toEqual(pushed.results)
  expect(again.hello({ resultsFrom: 2 }).results).toEqual([])
  expect(again.welcome).toMatchObject({ headOpNo: 1, headOpId: pushed.results[0]?.opId })
})

test('[SV4] an op whose predecessor is missing is not taken', () => {
  const { host, id, ana } = setup()
  ana.op({ type: 'case.note', caseId: id, body: 'lost on the way' })
  const late = ana.op({ type: 'case.note', caseId: id, body: 'second' })
  expect(ana.push([late])).toMatchObject({ stop: 'GAP', headOpNo: 0, results: [] })
  expect(facts(host.db)).toHaveLength(1)
})

test('[SV5] another op under an answered number, or a broken chain, is not taken', () => {
  const { host, id, ana } = setup()
  const claim = ana.op({ type: 'case.claim', caseId: id })
  ana.push([claim])
  ana.close()

  const copy = host.console('ana', ana.deviceId)
  copy.hello()
  const other = copy.op({ type: 'case.note', caseId: id, body: 'from a copy of the disk' }, { opNo: 1 })
  expect(copy.push([other])).toMatchObject({ stop: 'FORKED', headOpNo: 1, results: [] })
  const unchained = {
    ...copy.op({ type: 'case.note', caseId: id, body: 'x' }, { opNo: 2 }),
    hash: '0'.repeat(64)
  }
  expect(copy.push([unchained])).toMatchObject({ stop: 'FORKED', headOpNo: 1 })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV5] an op that was changed on its way does not match its hash', () => {
  const { id, ana } = setup()
  const op = ana.op({ type: 'case.note', caseId: id, body: 'mine' })
  const changed = { ...op, command: { ...op.command, body: 'not mine' } }
  expect(ana.push([changed])).toMatchObject({ stop: 'FORKED', headOpNo: 0 })
})

test('[SV6] an op that comes again under a new number keeps its answer', () => {
  const { host, id, ana } = setup()
  const opId = OpId.parse('op-kept')
  const first = ana.act({ type: 'case.claim', caseId: id }, { opId })
  expect(ana.act({ type: 'case.claim', caseId: id }, { opId })).toEqual({ ...first, opNo: 2 })
  const phone = online(host, 'ana')
  expect(phone.act({ type: 'case.claim', caseId: id }, { opId })).toEqual(first)
  const ben = online(host, 'ben')
  expect(ben.act({ type: 'case.claim', caseId: id }, { opId })).toMatchObject({
    refusal: { type: 'NotUnderstood' }
  })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV6] other content under the name of an op that was answered is refused, whichever way and however often it comes', () => {
  const { host, id, ana } = setup()
  const opId = OpId.parse('op-kept')
  const note = (body: string): Command => ({ type: 'case.note', caseId: id, body })
  const first = ana.act(note('5 back'), { opId })
  const no = { outcome: 'rejected', refusal: { type: 'SentAlready', sent: null }, told: null, seq: 0 }
  expect(ana.act(note('50 back'), { opId })).toMatchObject({ ...no, opNo: 2 })
  const phone = online(host, 'ana')
  expect(phone.act(note('50 back'), { opId })).toMatchObject({ ...no, opNo: 1 })
  // The first still has its own answer, also after the others had theirs.
  expect(phone.act(note('5 back'), { opId })).toEqual({ ...first, opNo: 2 })
  expect(ana.act(note('50 back'), { opId })).toMatchObject({ ...no, opNo: 3 })
  expect(facts(host.db).map(({ type }) => type)).toEqual(['case.opened', 'case.noted'])
})

test('[SV5] [SV6] other content under the number and the name of an op that was answered is not taken for it', () => {
  const { host, id, ana } = setup()
  const opId = OpId.parse('op-1')
  const first = ana.act({ type: 'case.note', caseId: id, body: '5 back' }, { opId })
  ana.close()
  const copy = host.console('ana', ana.deviceId)
  const welcome = copy.hello()
  const other = copy.op({ type: 'case.note', caseId: id, body: '50 back' }, { opId, opNo: 1 })
  expect(copy.push([other])).toMatchObject({ stop: 'FORKED', results: [] })
  // At the door too the answer says to what it is one.
  expect(welcome.results).toEqual([first])
  expect(answersTo(first, commandPrint(other.command))).toBe(false)
  expect(facts(host.db)).toHaveLength(2)
})

test('[SV6] an answer from before contents were kept is the answer to whatever comes under its name', () => {
  const { host, id, ana } = setup()
  const opId = OpId.parse('op-old')
  const first = ana.act({ type: 'case.note', caseId: id, body: 'x' }, { opId })
  host.db.write((tx) => tx.prepare("UPDATE op_results SET asked = ''").run())
  const again = ana.act({ type: 'case.note', caseId: id, body: 'y' }, { opId })
  expect(again).toMatchObject({ outcome: 'applied', seq: first.seq, opNo: 2 })
  expect(facts(host.db)).toHaveLength(2)
})

test('[SY4] a case opened under another name than its op is refused, whether the name is free or not', () => {
  const { host, id, ana } = setup()
  const { subject, body, customer, channel, category, priority, queue: to } = opened()
  const open = (name: string): Command => ({
    type: 'case.open',
    caseId: CaseId.parse(name),
    subject,
    body,
    customer,
    channel,
    category,
    priority,
    queue: to
  })
  const problem = 'caseId: a new case is named after the op that opens it'
  const forged = { outcome: 'rejected', refusal: { type: 'NotUnderstood', problem } }
  expect(ana.act(open('a-name-of-mine'), { opId: OpId.parse('op-open-1') })).toMatchObject(forged)
  expect(ana.act(open(id), { opId: OpId.parse('op-open-2') })).toMatchObject(forged)
  expect(ana.act(open('op-open-3'), { opId: OpId.parse('op-open-3') })).toMatchObject({ outcome: 'applied' })
  expect(facts(host.db).map((fact) => fact.caseId)).toEqual([id, 'op-open-3'])
})

test('[SV7] an op in somebody else’s name ends the push; those before it stand', () => {
  const { host, id, ana, ben } = setup()
  const mine = ana.op({ type: 'case.note', caseId: id, body: 'mine' })
  const forged = ana.op({ type: 'case.claim', caseId: id }, { actorId: ben.welcome.person.id })
  expect(ana.push([mine, forged])).toMatchObject({
    stop: 'AUTH',
    headOpNo: 1,
    results: [{ outcome: 'applied' }]
  })
  const elsewhere = ana.op({ type: 'case.claim', caseId: id }, { opNo: 2, deviceId: ben.deviceId })
  expect(ana.push([elsewhere])).toMatchObject({ stop: 'AUTH', headOpNo: 1 })
  expect(facts(host.db).map(({ by }) => by)).toEqual(['customer', 'ana'])
})

test('[SV7] an op pushed under somebody else’s installation is not taken, whoever it says it is by', () => {
  const { host, id, ana, ben } = setup()
  const forged = ben.op({ type: 'case.claim', caseId: id })
  expect(ana.push([forged], { deviceId: ben.deviceId })).toMatchObject({ stop: 'HELLO', results: [] })
  expect(ana.push([{ ...forged, deviceId: ana.deviceId }])).toMatchObject({ stop: 'AUTH', results: [] })
  expect(facts(host.db)).toHaveLength(1)
})

test('[SV4] an op that says another number than its place in the batch is not taken', () => {
  const { host, id, ana } = setup()
  const op = ana.op({ type: 'case.claim', caseId: id })
  expect(ana.push([op], { firstOpNo: 2 })).toMatchObject({ stop: 'BAD', results: [], headOpNo: 0 })
  expect(facts(host.db)).toHaveLength(1)
  expect(ana.push([op])).toMatchObject({ stop: null, headOpNo: 1 })
})

test('[SV12] what says it builds on an op of somebody else is held', () => {
  const { id, ana, ben } = setup()
  const theirs = ana.act({ type: 'case.claim', caseId: id })
  expect(
    ben.act(
      { type: 'case.setPriority', caseId: id, priority: 'high', was: 'normal' },
      { deps: [theirs.opId] }
    )
  ).toMatchObject({ outcome: 'held', refusal: { type: 'WaitsOnRefused', opId: theirs.opId } })
})

test('[SV9] who came to a queue after the case had left it, or left before it came, writes no note on it', () => {
  const { host, id, ana, ben } = setup()
  host.core.putPerson(person('ben', { queues: [queue('L1/tech')] }))
  const late = host.open()
  ana.act({ type: 'case.claim', caseId: id })
  ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  host.core.putPerson(person('new', { queues: [queue('L1/billing')] }))
  const fresh = online(host, 'new')
  const note = { type: 'case.note', body: 'who is this?' } as const
  expect(fresh.act({ ...note, caseId: id })).toMatchObject({ refusal: { type: 'NoSuchCase' } })
  expect(ben.act({ ...note, caseId: late })).toMatchObject({ refusal: { type: 'NoSuchCase' } })
  expect(ben.act({ ...note, caseId: id })).toMatchObject({ outcome: 'applied' })
})

test('[SV8] a case out of sight is answered like one that does not exist', () => {
  const { host, id } = setup()
  const zoe = online(host, 'zoe')
  const hidden = zoe.act({ type: 'case.claim', caseId: id })
  expect(hidden).toMatchObject({ outcome: 'rejected', refusal: { type: 'NoSuchCase' }, seq: 0 })
  expect(zoe.act({ type: 'case.claim', caseId: caseId('nowhere') })).toEqual({
    ...hidden,
    opId: expect.anything(),
    opNo: 2,
    asked: expect.any(String)
  })
})

test('[SV9] a note about a case one could see once is taken and says it is late', () => {
  const { host, id, ana } = setup()
  const lea = online(host, 'lea')
  const zoe = online(host, 'zoe')
  ana.act({ type: 'case.claim', caseId: id })
  ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  lea.act({ type: 'case.claim', caseId: id })
  expect(ana.act({ type: 'case.reply', caseId: id, body: 'x' })).toMatchObject({
    refusal: { type: 'NoSuchCase' }
  })
  expect(ana.act({ type: 'case.note', caseId: id, body: 'forgot to say' })).toMatchObject({
    outcome: 'applied'
  })
  expect(zoe.act({ type: 'case.note', caseId: id, body: 'who is this?' })).toMatchObject({
    refusal: { type: 'NoSuchCase' }
  })
  const { changes } = lea.pull(lea.welcome.seq)
  expect(changes.at(-1)).toMatchObject({ fact: { by: 'ana', event: { type: 'case.noted', late: true } } })
})

test('[SV10] an op nobody understands is answered and holds nothing up', () => {
  const { id, ana } = setup()
  const unknown = ana.op({ type: 'case.teleport', caseId: id } as never)
  const long = ana.op({ type: 'case.note', caseId: id, body: 'x'.repeat(20_001) })
  const elsewhere = ana.op({ type: 'case.note', caseId: id, body: 'x' }, { caseId: caseId('another') })
  const good = ana.op({ type: 'case.claim', caseId: id })
  const pushed = ana.push([unknown, long, elsewhere, good])
  expect(pushed).toMatchObject({ stop: null, headOpNo: 4 })
  expect(pushed.results.map((result) => result.refusal?.type ?? result.outcome)).toEqual([
    'NotUnderstood',
    'NotUnderstood',
    'NotUnderstood',
    'applied'
  ])
  expect(pushed.results[1]?.refusal).toMatchObject({ problem: expect.stringContaining('command.body') })
})

test('[SV11] an op that breaks our own code is answered, undone, and the next one is taken', () => {
  const { host, id, ana } = setup()
  const sound = host.open()
  // A row that should not be there: the claim fails on it when its fact is already written.
  host.db.write((tx) => tx.prepare(`INSERT INTO case_scope (scope, case_id) VALUES ('user:ana', ?)`).run(id))
  const pushed = ana.push([
    ana.op({ type: 'case.claim', caseId: id }),
    ana.op({ type: 'case.claim', caseId: sound })
  ])
  expect(pushed).toMatchObject({
    stop: null,
    results: [{ outcome: 'rejected', refusal: { type: 'ServerBroke' } }, { outcome: 'applied' }]
  })
  expect(host.reports).toContain('op.broke')
  expect(facts(host.db).map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'case.opened'],
    [2, 'case.opened'],
    [3, 'case.claimed']
  ])
})

test('[SV12] what builds on a refused op is held with it, a note is not', () => {
  const { id, ana, ben } = setup()
  ana.act({ type: 'case.claim', caseId: id })
  const claim = ben.op({ type: 'case.claim', caseId: id })
  const reply = ben.op({ type: 'case.reply', caseId: id, body: 'On it' }, { deps: [claim.opId] })
  const pend = ben.op({ type: 'case.pend', caseId: id }, { deps: [reply.opId] })
  const note = ben.op({ type: 'case.note', caseId: id, body: 'seen' }, { deps: [claim.opId] })
  expect(ben.push([claim, reply, pend, note]).results).toMatchObject([
    { outcome: 'rejected', refusal: { type: 'CaseTaken', by: 'ana' } },
    { outcome: 'held', refusal: { type: 'WaitsOnRefused', opId: claim.opId } },
    { outcome: 'held', refusal: { type: 'WaitsOnRefused', opId: reply.opId } },
    { outcome: 'applied' }
  ])
})

test('[SV13] answers go to the device that asked and to no other', () => {
  const { host, id, ana } = setup()
  const phone = online(host, 'ana')
  ana.act({ type: 'case.claim', caseId: id })
  host.core.flush()
  expect(phone.frames().flatMap((frame) => frame.results)).toEqual([])
  expect(phone.hello().results).toEqual([])
  expect(ana.hello().results).toHaveLength(1)
})
