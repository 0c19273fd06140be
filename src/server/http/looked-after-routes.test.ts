import { afterAll, beforeAll, expect, test } from 'vitest'
import { person, queue } from '../../../test/support/cases.ts'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { testConsole } from '../../../test/support/server.ts'
import { Device, HeldRow } from '../../shared/protocol/looked-after.ts'

let host: LiveServer
let caseId = ''
const token: Record<string, string> = {}
beforeAll(async () => {
  host = await liveServer()
  for (const who of ['ana', 'sol', 'lia', 'ada']) token[who] = await host.tokens.issue('person', who)
  const opened = await host.core.intake.open({
    subject: 'Charged twice',
    body: 'I was charged twice in May.',
    customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C' },
    channel: 'email',
    category: 'billing',
    queue: { tier: 'L1', team: 'billing' }
  })
  caseId = opened.ok ? opened.value.caseId : ''
})
afterAll(() => host.stop())

const get = (who: string, where: string) => host.call('GET', where, undefined, token[who])
const decide = (who: string, opId: string, decision: string) =>
  host.call('POST', `/api/held/${opId}`, { decision }, token[who])

test('[SV89] an administrator sees every console: whose, which version, how far behind, what waits and what was refused', async () => {
  const here = testConsole(host.core, 'ana', 'laptop-of-ana')
  await here.hello({ app: '0.1.0', waiting: 3, toReview: 1 })
  await here.act({ type: 'case.claim', caseId: caseId as never })
  await here.act({ type: 'case.reopen', caseId: caseId as never, reason: 'not ended' })
  const gone = testConsole(host.core, 'lia', 'laptop-of-lia')
  await gone.hello({ app: '0.0.9' })
  gone.close()
  // A person's programs have no console.
  const asked = { opId: 'by-program', command: { type: 'case.note', caseId, body: 'n' } }
  await host.call('POST', '/api/commands', asked, token['ana'])
  const { status, body } = await get('ada', '/api/devices')
  expect(status).toBe(200)
  const rows = Device.array().parse(body)
  expect(rows).toHaveLength(2)
  expect(rows.find((one) => one.deviceId === 'laptop-of-ana')).toMatchObject({
    personId: 'ana',
    name: 'ana',
    app: '0.1.0',
    online: true,
    behind: 3,
    waiting: 1,
    toReview: 1,
    refused: 1,
    seenAt: expect.any(Number)
  })
  expect(rows.find((one) => one.deviceId === 'laptop-of-lia')).toMatchObject({ app: '0.0.9', online: false })
  for (const who of ['ana', 'sol']) expect((await get(who, '/api/devices')).status).toBe(403)
  expect((await host.call('GET', '/api/devices')).status).toBe(401)
})

test('[SV89] of a console that has gone it is known when it went, and how far it had come by then', async () => {
  const there = testConsole(host.core, 'ben', 'tablet-of-ben')
  const { fetch } = await there.hello()
  const row = async () => {
    await host.home.write(() => undefined)
    const rows = Device.array().parse((await get('ada', '/api/devices')).body)
    return rows.find((one) => one.deviceId === 'tablet-of-ben')
  }
  const came = (await row())?.seenAt ?? 0
  const note = (opId: string) =>
    host.core.command(person('ana'), {
      opId: opId as never,
      command: { type: 'case.note', caseId: caseId as never, body: 'n' }
    })
  host.clock.ahead += 3_600_000
  await note('while-ben-is-here')
  const { to } = await there.pull(fetch?.asOf ?? 0)
  expect(await row()).toMatchObject({ online: true, behind: 0 })
  // What nobody sent it, it cannot have stored.
  await there.ask('sync:seen', { cursor: to + 1_000 })
  there.close()
  const left = await row()
  expect(left).toMatchObject({ online: false, behind: 0 })
  expect((left?.seenAt ?? 0) - came).toBeGreaterThanOrEqual(3_600_000)
  await note('when-ben-has-gone')
  expect(await row()).toMatchObject({ online: false, behind: 1, seenAt: left?.seenAt })
})

test('[SV90] what is held is listed for who answers for its queue, and decided by them once', async () => {
  const at = testConsole(host.core, 'ben', 'laptop-of-ben')
  const { grant } = await at.hello()
  await host.core.putPerson(person('ben', { queues: [queue('L1/tech')] }))
  const held = await at.act({ type: 'case.claim', caseId: caseId as never }, { grantId: grant.body.id })
  // It is ana's by now, so even then ben could not have it: refused as ever.
  expect(held).toMatchObject({ outcome: 'rejected' })
  await host.core.putPerson(person('ben'))
  const again = await at.hello()
  await host.core.command(person('ana'), {
    opId: 'rel' as never,
    command: { type: 'case.release', caseId: caseId as never }
  })
  await host.core.putPerson(person('ben', { queues: [queue('L1/tech')] }))
  const op = await at.act({ type: 'case.claim', caseId: caseId as never }, { grantId: again.grant.body.id })
  expect(op).toMatchObject({ outcome: 'held', refusal: { type: 'NoLongerAllowed' } })

  const rows = HeldRow.array().parse((await get('sol', '/api/held')).body)
  expect(rows).toMatchObject([
    { opId: op.opId, kind: 'op', caseId, subject: 'Charged twice', personId: 'ben' }
  ])
  expect((await get('ada', '/api/held')).body).toMatchObject([{ opId: op.opId }])
  expect((await get('lia', '/api/held')).body).toEqual([])
  expect((await get('ana', '/api/held')).status).toBe(403)
  expect((await decide('lia', op.opId, 'let')).status).toBe(403)
  expect((await decide('sol', 'no-such', 'let')).status).toBe(404)
  expect((await decide('sol', op.opId, 'maybe')).status).toBe(400)
  await host.core.command(person('ana'), {
    opId: 'back' as never,
    command: { type: 'case.claim', caseId: caseId as never }
  })
  expect(await decide('sol', op.opId, 'let')).toMatchObject({
    status: 409,
    body: { error: 'HeldRefused', refusal: { type: 'CaseTaken' } }
  })
  expect((await decide('sol', op.opId, 'drop')).status).toBe(200)
  expect((await decide('sol', op.opId, 'drop')).status).toBe(409)
  expect((await get('sol', '/api/held')).body).toEqual([])
})
