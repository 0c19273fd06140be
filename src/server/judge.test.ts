import { expect, test } from 'vitest'
import { escalate, opened, person, queue } from '../../test/support/cases.ts'
import { atOneCase, caseId, facts, online, server } from '../../test/support/server.ts'
import type { Command } from '../shared/case/command.ts'
import { hashOf } from '../shared/lib/hash.ts'
import { CaseId, OpId } from '../shared/lib/ids.ts'

test('[SV1] the log is numbered without a gap, over all and within each case, across refusals', async () => {
  const { host, id, ana, ben } = await atOneCase()
  const other = await host.open()
  await ana.act({ type: 'case.claim', caseId: id })
  await ben.act({ type: 'case.claim', caseId: id })
  await ben.act({ type: 'case.claim', caseId: other })
  await ana.act({ type: 'case.reply', caseId: id, body: 'Hello' })
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

test('[SY4] a case opened under another name than its op is refused, whether the name is free or not', async () => {
  const { host, id, ana } = await atOneCase()
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
  expect(await ana.act(open('a-name-of-mine'), { opId: OpId.parse('op-open-1') })).toMatchObject(forged)
  expect(await ana.act(open(id), { opId: OpId.parse('op-open-2') })).toMatchObject(forged)
  expect(await ana.act(open('op-open-3'), { opId: OpId.parse('op-open-3') })).toMatchObject({
    outcome: 'applied'
  })
  expect(facts(host.db).map((fact) => fact.caseId)).toEqual([id, 'op-open-3'])
})

test('[SV12] what says it builds on an op of somebody else is held', async () => {
  const { id, ana, ben } = await atOneCase()
  const theirs = await ana.act({ type: 'case.claim', caseId: id })
  expect(
    await ben.act(
      { type: 'case.setPriority', caseId: id, priority: 'high', was: 'normal' },
      { deps: [theirs.opId] }
    )
  ).toMatchObject({ outcome: 'held', refusal: { type: 'WaitsOnRefused', opId: theirs.opId } })
})

test('[SV9] who came to a queue after the case had left it, or left before it came, writes no note on it', async () => {
  const { host, id, ana, ben } = await atOneCase()
  await host.core.putPerson(person('ben', { queues: [queue('L1/tech')] }))
  const late = await host.open()
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  await host.core.putPerson(person('new', { queues: [queue('L1/billing')] }))
  const fresh = await online(host, 'new')
  const note = { type: 'case.note', body: 'who is this?' } as const
  expect(await fresh.act({ ...note, caseId: id })).toMatchObject({ refusal: { type: 'NoSuchCase' } })
  expect(await ben.act({ ...note, caseId: late })).toMatchObject({ refusal: { type: 'NoSuchCase' } })
  expect(await ben.act({ ...note, caseId: id })).toMatchObject({ outcome: 'applied' })
})

test('[SV8] a case out of sight is answered like one that does not exist', async () => {
  const { host, id } = await atOneCase()
  const zoe = await online(host, 'zoe')
  const hidden = await zoe.act({ type: 'case.claim', caseId: id })
  expect(hidden).toMatchObject({ outcome: 'rejected', refusal: { type: 'NoSuchCase' }, seq: 0 })
  expect(await zoe.act({ type: 'case.claim', caseId: caseId('nowhere') })).toEqual({
    ...hidden,
    opId: expect.anything(),
    opNo: 2,
    asked: expect.any(String)
  })
})

test('[SV9] a note about a case one could see once is taken and says it is late', async () => {
  const { host, id, ana } = await atOneCase()
  const lea = await online(host, 'lea')
  const zoe = await online(host, 'zoe')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  await lea.act({ type: 'case.claim', caseId: id })
  expect(await ana.act({ type: 'case.reply', caseId: id, body: 'x' })).toMatchObject({
    refusal: { type: 'NoSuchCase' }
  })
  expect(await ana.act({ type: 'case.note', caseId: id, body: 'forgot to say' })).toMatchObject({
    outcome: 'applied'
  })
  expect(await zoe.act({ type: 'case.note', caseId: id, body: 'who is this?' })).toMatchObject({
    refusal: { type: 'NoSuchCase' }
  })
  const { changes } = await lea.pull(lea.welcome.seq)
  expect(changes.at(-1)).toMatchObject({ fact: { by: 'ana', event: { type: 'case.noted', late: true } } })
})

test('[SV10] an op nobody understands is answered and holds nothing up', async () => {
  const { id, ana } = await atOneCase()
  const unknown = ana.op({ type: 'case.teleport', caseId: id } as never)
  const long = ana.op({ type: 'case.note', caseId: id, body: 'x'.repeat(20_001) })
  const elsewhere = ana.op({ type: 'case.note', caseId: id, body: 'x' }, { caseId: caseId('another') })
  const good = ana.op({ type: 'case.claim', caseId: id })
  const pushed = await ana.push([unknown, long, elsewhere, good])
  expect(pushed).toMatchObject({ stop: null, headOpNo: 4 })
  expect(pushed.results.map((result) => result.refusal?.type ?? result.outcome)).toEqual([
    'NotUnderstood',
    'NotUnderstood',
    'NotUnderstood',
    'applied'
  ])
  expect(pushed.results[1]?.refusal).toMatchObject({ problem: expect.stringContaining('command.body') })
})

test('[SV11] an op that breaks our own code is answered, undone, and the next one is taken', async () => {
  const { host, id, ana } = await atOneCase()
  const sound = await host.open()
  // A row that should not be there: the claim fails on it when its fact is already written.
  await host.home.write((tx) =>
    tx.prepare(`INSERT INTO case_scope (scope, case_id) VALUES ('user:ana', ?)`).run(id)
  )
  const pushed = await ana.push([
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

test('[SV12] what builds on a refused op is held with it, a note is not', async () => {
  const { id, ana, ben } = await atOneCase()
  await ana.act({ type: 'case.claim', caseId: id })
  const claim = ben.op({ type: 'case.claim', caseId: id })
  const reply = ben.op({ type: 'case.reply', caseId: id, body: 'On it' }, { deps: [claim.opId] })
  const pend = ben.op({ type: 'case.pend', caseId: id }, { deps: [reply.opId] })
  const note = ben.op({ type: 'case.note', caseId: id, body: 'seen' }, { deps: [claim.opId] })
  expect((await ben.push([claim, reply, pend, note])).results).toMatchObject([
    { outcome: 'rejected', refusal: { type: 'CaseTaken', by: 'ana' } },
    { outcome: 'held', refusal: { type: 'WaitsOnRefused', opId: claim.opId } },
    { outcome: 'held', refusal: { type: 'WaitsOnRefused', opId: reply.opId } },
    { outcome: 'applied' }
  ])
})

test('[SV13] answers go to the device that asked and to no other', async () => {
  const { host, id, ana } = await atOneCase()
  const phone = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  host.core.flush()
  expect(phone.frames().flatMap((frame) => frame.results)).toEqual([])
  expect((await phone.hello()).results).toEqual([])
  expect((await ana.hello()).results).toHaveLength(1)
})

test('[SV91] nobody takes the name of a message before it comes', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  const named = OpId.parse(`message:${hashOf('mail-1')}`)
  const before = await ana.act({ type: 'case.note', caseId: id, body: 'x' }, { opId: named })
  expect(before).toMatchObject({ outcome: 'rejected', refusal: { type: 'NotUnderstood' } })
  expect(await host.core.intake.customerWrote(id, 'Any news?', 'mail-1')).toMatchObject({ ok: true })
  expect(facts(host.db).map(({ opId, type }) => [opId, type])).toEqual([
    [null, 'case.opened'],
    [named, 'case.customerWrote']
  ])
  const ben = await online(host, 'ben')
  const after = await ben.act({ type: 'case.note', caseId: id, body: 'x' }, { opId: named })
  expect(after).toMatchObject({ outcome: 'rejected', refusal: { type: 'NotUnderstood' } })
  expect(host.reports).not.toContain('op.broke')
})
