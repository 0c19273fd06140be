import { afterAll, beforeAll, expect, test } from 'vitest'
import { escalate, matrix } from '../../../test/support/cases.ts'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { facts } from '../../../test/support/server.ts'
import { LIMITS } from '../../shared/protocol/sync.ts'

let host: LiveServer
let id: string
const token: Record<string, string> = {}
beforeAll(async () => {
  host = await liveServer()
  for (const who of ['ana', 'zoe', 'lea', 'max', 'dan']) token[who] = await host.tokens.issue('person', who)
  const opened = await host.core.intake.open({
    subject: 'Charged twice',
    body: 'I was charged twice in May.',
    customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C' },
    channel: 'email',
    category: 'billing',
    queue: { tier: 'L1', team: 'billing' }
  })
  id = opened.ok ? opened.value.caseId : ''
})
afterAll(() => host.stop())

const act = (who: string, opId: string, command: object) =>
  host.call('POST', '/api/commands', { opId, command: { caseId: id, ...command } }, token[who])
const get = (who: string, where: string) => host.call('GET', where, undefined, token[who])

test('[SV58] a program acts in the name of its person, and a no is an answer with its reason', async () => {
  expect(await act('ana', 'op-1', { type: 'case.claim' })).toMatchObject({
    status: 200,
    body: { opId: 'op-1', outcome: 'applied', refusal: null, told: null }
  })
  expect(await act('ana', 'op-2', { type: 'case.claim' })).toMatchObject({
    body: { outcome: 'noop', seq: 0 }
  })
  expect(await act('ana', 'op-3', { type: 'case.assign', to: 'lea' })).toMatchObject({
    status: 200,
    body: { outcome: 'rejected', refusal: { type: expect.any(String) } }
  })
  // To somebody of another team there is no such case.
  expect(await act('zoe', 'op-4', { type: 'case.claim' })).toMatchObject({
    body: { outcome: 'rejected', refusal: { type: 'NoSuchCase' } }
  })
})

test('[SV60] what is no command is refused with its place, is not taken, and may come again when it is right', async () => {
  const before = facts(host.db).length
  const wrong: [body: unknown, where: string][] = [
    [{ opId: 'op-9' }, 'command'],
    [{ opId: 'with space', command: { type: 'case.claim', caseId: id } }, 'opId'],
    [{ opId: 'op-9', command: { type: 'case.explode', caseId: id } }, 'command.type'],
    [{ opId: 'op-9', command: { type: 'case.note', caseId: id, body: '' } }, 'command.body'],
    [{ opId: 'op-9', command: { type: 'case.claim', caseId: id }, actorId: 'max' }, '']
  ]
  for (const [body, where] of wrong) {
    const { status, body: said } = await host.call('POST', '/api/commands', body, token['ana'])
    expect({ body, status, said }).toMatchObject({ status: 400, said: where ? { where } : {} })
  }
  const long = await act('ana', 'op-9', { type: 'case.note', body: 'x'.repeat(300_000) })
  expect(long).toMatchObject({ status: 400, body: { where: 'command.body' } })
  const huge = await act('ana', 'op-9', { type: 'case.note', body: 'x'.repeat(LIMITS.message) })
  expect(huge.status).toBe(413)
  expect(facts(host.db)).toHaveLength(before)
  expect(await act('ana', 'op-9', { type: 'case.note', body: 'right' })).toMatchObject({
    body: { outcome: 'applied' }
  })
})

test('[SV59] another command under an opId that was used is a conflict, and changes nothing', async () => {
  const first = await act('ana', 'op-12', { type: 'case.note', body: '5 back' })
  const before = facts(host.db).length
  expect(await act('ana', 'op-12', { type: 'case.note', body: '50 back' })).toMatchObject({
    status: 409,
    body: { error: 'SentAlready', where: 'opId' }
  })
  expect(await act('ana', 'op-12', { type: 'case.note', body: '5 back' })).toEqual({
    ...first,
    headers: expect.anything()
  })
  expect(facts(host.db)).toHaveLength(before)
})

test('[SV60] it takes the token of a person, and not too many questions at once', async () => {
  const command = { opId: 'op-10', command: { type: 'case.claim', caseId: id } }
  const shop = await host.tokens.issue('integration', 'shop')
  expect(await host.call('POST', '/api/commands', command)).toMatchObject({ status: 401 })
  expect(await host.call('POST', '/api/commands', command, shop)).toMatchObject({ status: 403 })
  expect(await host.call('GET', `/api/cases/${id}`, undefined, shop)).toMatchObject({ status: 403 })
  const asked = await Promise.all(Array.from({ length: 160 }, () => get('max', `/api/cases/${id}/hops`)))
  const put = asked.filter(({ status }) => status === 429)
  expect(put.length).toBeGreaterThan(0)
  expect(put[0]?.headers.get('retry-after')).toBe('1')
  expect(await get('ana', `/api/cases/${id}`)).toMatchObject({ status: 200 })
})

test('[SV61] a person reads a case they may see, with its buttons and its way, and no other', async () => {
  const mine = await get('ana', `/api/cases/${id}`)
  expect(mine).toMatchObject({ status: 200, body: { case: { id, owner: 'ana' } } })
  const { options } = mine.body as { options: { name: string; can: boolean }[] }
  expect(options.filter(({ can }) => can).map(({ name }) => name)).toContain('escalate')
  for (const where of [`/api/cases/${id}`, `/api/cases/${id}/hops`]) {
    const none = await get('zoe', where.replace(id, 'no-such-case'))
    const hidden = await get('zoe', where)
    expect(hidden.status).toBe(404)
    expect(hidden.body).toEqual(JSON.parse(JSON.stringify(none.body).replace('no-such-case', id)))
  }
  await act('ana', 'op-11', escalate('l1-billing', 'L2/billing'))
  expect((await get('lea', `/api/cases/${id}/hops`)).body).toMatchObject([
    { how: 'opened', to: { tier: 'L1', team: 'billing' }, from: null },
    { how: 'escalated', by: 'ana', to: { tier: 'L2', team: 'billing' }, rowId: 'l1-billing', stayedMs: null }
  ])
})

test('[SV84] a program that was written before one could choose where a case goes back to is read as it was meant', async () => {
  const read = await act('ana', 'op-old', { type: 'escalation.return', escalationId: 'none', note: 'n' })
  expect(read).toMatchObject({ status: 200, body: { refusal: { type: 'NoSuchEscalation' } } })
  const wrong = { type: 'escalation.return', escalationId: 'none', note: 'n', to: 'nowhere' }
  expect(await act('ana', 'op-worse', wrong)).toMatchObject({ status: 400, body: { where: 'command.to' } })
})

test('[SV61] [ES34] the way of a case tells of an automatic row as well: by which, why, and with what was left', async () => {
  const automatic = [
    {
      id: 'again',
      trigger: { on: 'reopened', times: 1 },
      tiers: ['L2'],
      act: { do: 'escalate', to: { tier: 'L3', team: 'core' }, acceptMinutes: 10, resolveMinutes: 60 }
    }
  ]
  expect(await host.core.publishMatrix(matrix({ automatic }), 'ada')).toMatchObject({ ok: true })
  const told = [
    await act('lea', 'op-20', { type: 'case.claim' }),
    await act('lea', 'op-21', { type: 'case.resolve', resolution: 'solved' }),
    await act('lea', 'op-22', { type: 'case.reopen', reason: 'again' })
  ]
  for (const answer of told) expect(answer).toMatchObject({ body: { outcome: 'applied' } })
  await host.core.tick()
  const hops = (await get('dan', `/api/cases/${id}/hops`)).body as object[]
  expect(hops).toHaveLength(3)
  expect(hops.at(-1)).toMatchObject({
    how: 'escalated',
    from: { tier: 'L2', team: 'billing' },
    to: { tier: 'L3', team: 'core' },
    by: 'system',
    automatic: { rowId: 'again', on: 'reopened' },
    why: 'the case was reopened (1 times or more)',
    package: { need: 'the second charge back' },
    stayedMs: null
  })
  expect(hops.at(-2)).toMatchObject({
    automatic: null,
    why: 'check the ledger',
    stayedMs: expect.any(Number)
  })
})
