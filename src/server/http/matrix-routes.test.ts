import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, matrix, queue } from '../../../test/support/cases.ts'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { serverApi } from '../../engine/account/server-api.ts'

let host: LiveServer
const tokens: Record<string, string> = {}
beforeAll(async () => {
  host = await liveServer()
  for (const id of ['ada', 'sol']) {
    await host.setPassword(id, `${id}@example.com`, 'correct horse')
    const asked = { email: `${id}@example.com`, password: 'correct horse', deviceId: `laptop-${id}` }
    tokens[id] = ((await host.call('POST', '/api/sign-in', asked)).body as { token: string }).token
  }
})
afterAll(() => host.stop())

const ada = () => tokens['ada'] ?? ''
const publishing = (over: object = {}) => ({ doc: matrix(), base: 1, reason: 'because', at: null, ...over })

test('[MX32] nobody but an administrator reads or changes versions and plans', async () => {
  const routes: [method: string, path: string, body?: object][] = [
    ['GET', '/api/matrices'],
    ['GET', '/api/matrices/1'],
    ['GET', '/api/matrices/plans'],
    ['POST', '/api/matrices', publishing()],
    ['POST', '/api/matrices/check', { doc: matrix() }],
    ['POST', '/api/matrices/1/roll-back', { reason: 'because' }],
    ['DELETE', '/api/matrices/plans/p1'],
    ['POST', '/api/matrices/trial', { doc: matrix() }],
    ['GET', '/api/matrices/trial'],
    ['GET', '/api/matrices/trial/cases?limit=5'],
    ['DELETE', '/api/matrices/trial']
  ]
  for (const [method, path, body] of routes) {
    expect(await host.call(method, path, body, tokens['sol']), path).toMatchObject({
      status: 403,
      body: { error: 'NotAllowed' }
    })
    expect(await host.call(method, path, body), path).toMatchObject({ status: 401 })
  }
  expect(await host.call('GET', '/api/matrices', undefined, ada())).toMatchObject({
    body: [{ version: 1 }]
  })
})

test('[MX32] what is not understood is refused with where', async () => {
  const bad: [path: string, body: unknown, where: string][] = [
    ['/api/matrices', publishing({ reason: '' }), 'reason'],
    ['/api/matrices', publishing({ reason: ' \n ' }), 'reason'],
    ['/api/matrices', publishing({ at: 1e300 }), 'at'],
    ['/api/matrices', publishing({ at: Date.now() + HOUR + 0.5 }), 'at'],
    ['/api/matrices', publishing({ at: 8_640_000_000_000_001 }), 'at'],
    ['/api/matrices', publishing({ base: 'one' }), 'base'],
    ['/api/matrices/0/roll-back', { reason: 'because', base: 1 }, 'version'],
    ['/api/matrices/1/roll-back', { base: 1 }, 'reason'],
    ['/api/matrices/1/roll-back', { reason: ' ', base: 1 }, 'reason'],
    ['/api/matrices/1/roll-back', { reason: 'because' }, 'base']
  ]
  for (const [path, body, where] of bad) {
    expect(await host.call('POST', path, body, ada()), path).toMatchObject({
      status: 400,
      body: { error: 'BadRequest', message: expect.stringMatching(/../), where }
    })
  }
  expect(await host.call('GET', '/api/matrices/99', undefined, ada())).toMatchObject({ status: 404 })
})

test('[MX32] a console hears the answers by name: findings, another version, no such plan, too late', async () => {
  const { matrices } = serverApi(host.url)
  const refused = async (over: object) => {
    const answer = await matrices.publish(ada(), publishing(over) as never)
    return answer.ok ? answer.value : answer.error
  }
  expect(await refused({ doc: { ...matrix(), riskShare: 7 } })).toMatchObject({
    type: 'MatrixFindings',
    findings: [{ level: 'error', path: 'riskShare' }]
  })
  expect(await refused({ doc: { ...matrix(), format: 'tierline.matrix/9' } })).toMatchObject({
    type: 'MatrixFindings'
  })
  expect(await refused({ base: 7 })).toMatchObject({ type: 'MatrixMoved', version: 1 })
  expect(await refused({ at: 5 })).toMatchObject({ type: 'InThePast' })
  expect(await matrices.cancelPlan(ada(), 'p/1')).toMatchObject({ ok: false, error: { type: 'NotFound' } })
  expect(await matrices.versions(tokens['sol'] ?? '')).toMatchObject({ error: { type: 'NotAllowed' } })
  expect(await matrices.check(ada(), { ...matrix(), riskShare: 7 })).toMatchObject({
    ok: true,
    value: [{ path: 'riskShare' }]
  })
})

test('[MX30] from a console: published, planned, cancelled, brought back', async () => {
  const { matrices } = serverApi(host.url)
  const doc = matrix({ name: 'Quiet nights' })
  expect(await matrices.publish(ada(), publishing({ doc }) as never)).toEqual({ ok: true, value: '2' })
  expect(await matrices.version(ada(), 2)).toMatchObject({ value: { name: 'Quiet nights', author: 'ada' } })
  const at = Date.now() + HOUR
  const plan = await matrices.publish(ada(), publishing({ base: 2, at }) as never)
  const id = plan.ok ? plan.value : ''
  expect(await matrices.plans(ada())).toMatchObject({ value: [{ id, state: 'waiting', publishAt: at }] })
  expect(await matrices.cancelPlan(ada(), id)).toEqual({ ok: true, value: null })
  const back = { version: 1, base: 2, reason: 'as before' }
  expect(await matrices.rollBack(ada(), { ...back, base: 1 })).toMatchObject({
    error: { type: 'MatrixMoved', version: 2 }
  })
  for (const _ of ['once', 'and pressed again'])
    expect(await matrices.rollBack(ada(), back)).toEqual({ ok: true, value: '3' })
  expect(await matrices.versions(ada())).toMatchObject({
    value: [{ version: 3, from: 1, author: 'ada', reason: 'as before' }, { version: 2 }, { version: 1 }]
  })
})

test('[MX24] from a console: a draft is tried, looked at and stopped', async () => {
  await host.core.intake.open({
    subject: 'Charged twice',
    body: 'I was charged twice in May.',
    customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C' },
    channel: 'email',
    category: 'billing',
    queue: queue('L1/billing')
  })
  const { matrices } = serverApi(host.url)
  expect(await matrices.trial(ada())).toEqual({ ok: true, value: null })
  const none = { row: null, after: null, limit: 5 }
  expect(await matrices.trialCases(ada(), none)).toMatchObject({ ok: false, error: { type: 'NotFound' } })
  expect(await matrices.tryOut(ada(), { ...matrix(), riskShare: 7 })).toMatchObject({
    error: { type: 'MatrixFindings', findings: [{ path: 'riskShare' }] }
  })
  // It has errors (its tiers are not left by any row), but it is a matrix, so it can be tried.
  expect(await matrices.tryOut(ada(), matrix({ functional: [] }))).toMatchObject({ ok: true })
  await expect
    .poll(async () => await matrices.trial(ada()))
    .toMatchObject({ value: { state: 'done', changed: 1 } })
  expect(await matrices.trialCases(ada(), none)).toMatchObject({
    value: { cases: [{ from: queue('L1/billing'), after: { to: null } }], next: null }
  })
  const row = { list: 'functional' as const, id: 'l2-core' }
  expect(await matrices.trialCases(ada(), { ...none, row })).toMatchObject({ value: { cases: [] } })
  expect(await matrices.cancelTrial(ada())).toEqual({ ok: true, value: null })
  expect(
    await host.call('GET', '/api/matrices/trial/cases?limit=5&list=functional', undefined, ada())
  ).toMatchObject({
    status: 400
  })
})

test('[MX45] what the schema takes is taken: who publishes it, why and as which version stands in no file', async () => {
  const { version: _version, author: _author, reason: _reason, ...doc } = matrix()
  const [{ version: base } = { version: 0 }] = (await host.call('GET', '/api/matrices', undefined, ada()))
    .body as { version: number }[]
  const asked = (over: object) => publishing({ doc, base, ...over })
  const check = (candidate: unknown) => host.call('POST', '/api/matrices/check', { doc: candidate }, ada())
  expect((await check(doc)).body).toEqual((await check(matrix())).body)
  expect(await host.call('POST', '/api/matrices/trial', { doc }, ada())).toMatchObject({ status: 202 })
  const at = Date.now() + HOUR
  expect(await host.call('POST', '/api/matrices', asked({ at }), ada())).toMatchObject({ status: 201 })
  const reason = 'the new teams'
  const next = { status: 201, body: { version: base + 1 } }
  for (const _ of ['once', 'and sent again'])
    expect(await host.call('POST', '/api/matrices', asked({ reason }), ada())).toMatchObject(next)
  expect(await host.call('GET', `/api/matrices/${base + 1}`, undefined, ada())).toMatchObject({
    body: { version: base + 1, author: 'ada', reason }
  })
  // What is there is looked at, and a list is no document.
  expect((await check({ ...doc, author: 7 })).body).toMatchObject([{ code: 'shape', path: 'author' }])
  expect((await check([doc])).body).toMatchObject([{ code: 'shape', path: '' }])
})

test('[MX45] the schema of a file is there for everybody', async () => {
  const { status, headers, body } = await host.call('GET', '/api/matrix.schema.json')
  expect([status, headers.get('content-type')]).toEqual([200, 'application/schema+json; charset=utf-8'])
  expect(body).toMatchObject({ title: 'Tierline escalation matrix', additionalProperties: false })
})
