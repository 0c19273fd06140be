import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, MINUTE, queue } from '../../../test/support/cases.ts'
import { heard, type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { isOnPostgres } from '../../../test/support/places.ts'
import { helloOf } from '../../../test/support/server.ts'
import { PROTOCOL } from '../../shared/protocol/sync.ts'
import { headSeq } from '../log/facts.ts'

let host: LiveServer
let demo: LiveServer
beforeAll(async () => {
  host = await liveServer()
  demo = await liveServer({ demo: true })
  await host.setPassword('ana', 'Ana@Example.com', 'correct horse')
  await host.setPassword('ben', 'ben@example.com', 'battery staple')
})
afterAll(async () => {
  await host.stop()
  await demo.stop()
})

type SignedIn = { token: string; person: { id: string } }
const signIn = (email: string, password: string) =>
  host.call('POST', '/api/sign-in', { email, password, deviceId: 'laptop-01' })

test('[SV42] demo sign-in works in a demo workspace and nowhere else', async () => {
  expect(await demo.call('GET', '/api/about')).toMatchObject({
    body: { demo: true, protocol: PROTOCOL, people: expect.any(Array) }
  })
  const about = await host.call('GET', '/api/about')
  expect(about.body).toMatchObject({ name: 'Tierline server', demo: false })
  expect(about.body).not.toHaveProperty('people')
  const asked = { personId: 'ana', deviceId: 'laptop-01' }
  expect(await demo.call('POST', '/api/sign-in/demo', asked)).toMatchObject({
    status: 200,
    body: { person: { id: 'ana' } }
  })
  expect(await demo.call('POST', '/api/sign-in/demo', { ...asked, personId: 'nobody' })).toMatchObject({
    status: 401
  })
  expect(await host.call('POST', '/api/sign-in/demo', asked)).toMatchObject({
    status: 404,
    body: { error: 'NotADemo' }
  })
})

test('[SV42] a demo answers to no name that was made to point here', async () => {
  const ask = (host: string): Promise<number> =>
    new Promise((done) =>
      get(`${demo.url}/api/about`, { headers: { host } }, (reply) => done(reply.statusCode ?? 0))
    )
  const { port } = new URL(demo.url)
  expect(await ask(`localhost:${port}`)).toBe(200)
  expect(await ask(`[::1]:${port}`)).toBe(200)
  expect(await ask(`rebound.example:${port}`)).toBe(421)
})

test('[SV43] an unknown account and a wrong password get the same answer, and trying is slowed down', async () => {
  const right = await signIn('ana@example.com', 'correct horse')
  expect(right).toMatchObject({ status: 200, body: { person: { id: 'ana' } } })
  const wrong = await signIn('ana@example.com', 'wrong')
  expect(wrong).toMatchObject({ status: 401, body: { error: 'WrongPassword' } })
  expect(await signIn('nobody@example.com', 'wrong')).toMatchObject({ status: 401, body: wrong.body })
  for (let i = 0; i < 3; i++) await signIn('ana@example.com', 'wrong')
  const slowed = await signIn('ana@example.com', 'correct horse')
  expect(slowed).toMatchObject({
    status: 429,
    body: { error: 'TooManyTries', message: expect.stringMatching(/in \d+ s/) }
  })
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await signIn('ben@example.com', 'battery staple')).toMatchObject({ status: 200 })
  host.clock.ahead += MINUTE
  expect(await signIn('ana@example.com', 'correct horse')).toMatchObject({ status: 200 })
})

test('[SV43] an invented sender is no way round the limit; a proxy is believed about the sender', async () => {
  const asked = { email: 'eve@example.com', password: 'wrong', deviceId: 'laptop-01' }
  const try6 = async (server: LiveServer): Promise<number[]> => {
    const answers: number[] = []
    for (let i = 0; i < 6; i++)
      answers.push((await server.call('POST', '/api/sign-in', asked, undefined, `10.0.0.${i}`)).status)
    return answers
  }
  host.clock.ahead += HOUR
  expect(await try6(host)).toEqual([401, 401, 401, 401, 401, 429])
  const behind = await liveServer({ proxy: '127.0.0.1' })
  expect(await try6(behind)).toEqual([401, 401, 401, 401, 401, 401])
  await behind.stop()
}, 30_000)

test('[SV44] tokens and passwords are kept as hashes only', async () => {
  host.clock.ahead += 5 * MINUTE
  const { token } = (await signIn('ana@example.com', 'correct horse')).body as SignedIn
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  host.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  const file = readFileSync(path.join(host.data, isOnPostgres ? 'replica/replica.db' : 'server.db'))
  for (const secret of [token, 'correct horse']) expect(file.includes(secret)).toBe(false)
  expect(file.includes('scrypt$32768$8$1$')).toBe(true)
})

test('[SV44] a sign-in lasts while it is used and ends 12 hours after', async () => {
  const token = await host.tokens.issue('person', 'ada')
  const isGood = async () => (await host.call('GET', '/api/imports', undefined, token)).status === 200
  for (let i = 0; i < 4; i++) {
    host.clock.ahead += 11 * HOUR
    expect(await isGood()).toBe(true)
  }
  host.clock.ahead += 12 * HOUR + 1
  expect(await isGood()).toBe(false)
})

test('[SV44] a connection that has not said hello ends with its sign-in too', async () => {
  const token = await host.tokens.issue('person', 'ana')
  const socket = host.socket(token)
  await heard(socket, 'connect')
  const bye = heard(socket, 'sync:bye')
  await host.call('POST', '/api/sign-out', {}, token)
  expect(await bye).toEqual([{ why: 'signedOut' }])
})

test('[SV44] signing out ends the connections made with it', async () => {
  const token = await host.tokens.issue('person', 'ana')
  const socket = host.socket(token)
  await heard(socket, 'connect')
  await socket.emitWithAck('sync:hello', helloOf('laptop-09'))
  const bye = heard(socket, 'sync:bye')
  expect(await host.call('POST', '/api/sign-out', {}, token)).toMatchObject({ status: 200 })
  expect(await bye).toEqual([{ why: 'signedOut' }])
  expect(await host.call('POST', '/api/sign-out', {}, token)).toMatchObject({ status: 401 })
})

const CASE = {
  subject: 'Hello',
  body: 'Help',
  customer: { id: 'c', name: 'Rosa', language: 'it', segment: 'B2C' },
  channel: 'email',
  category: 'billing',
  queue: queue('L1/billing')
}

test('[SV45] bringing cases is for integrations, and each error says what and where', async () => {
  const shop = await host.tokens.issue('integration', 'shop')
  const post = (body: unknown, token = shop) => host.call('POST', '/api/cases', body, token)
  const opened = await post(CASE)
  expect(opened).toMatchObject({ status: 201, body: { ref: expect.stringMatching(/^T-\d+$/) } })
  const { caseId } = opened.body as { caseId: string }
  const write = (id: string, body: unknown) => host.call('POST', `/api/cases/${id}/messages`, body, shop)
  const message = { body: 'And?', messageId: '<1@mail.example.com>' }
  expect(await write(caseId, message)).toMatchObject({ status: 201 })
  const head = headSeq(host.db)
  expect(await write(caseId, message)).toMatchObject({ status: 201 })
  expect(headSeq(host.db)).toBe(head)
  expect(await write('none', { body: 'And?' })).toMatchObject({ status: 404, body: { error: 'NoSuchCase' } })
  expect(await write(caseId, { body: '' })).toMatchObject({ status: 400, body: { where: 'body' } })
  expect(await post({ ...CASE, customer: { ...CASE.customer, language: 'xx' } })).toMatchObject({
    status: 400,
    body: { error: 'BadRequest', where: 'customer.language', message: expect.any(String) }
  })
  expect(await post({ ...CASE, queue: queue('L4/none') })).toMatchObject({
    status: 422,
    body: { error: 'NoSuchQueue' }
  })
  expect(await post(CASE, await host.tokens.issue('person', 'ana'))).toMatchObject({ status: 403 })
  expect(await post(CASE, 'made-up')).toMatchObject({ status: 401 })
  const broken = await fetch(new URL('/api/cases', host.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${shop}`, 'content-type': 'application/json' },
    body: '{"subject":'
  })
  expect(broken.status).toBe(400)
  expect(await host.call('GET', '/nothing')).toMatchObject({ status: 404, body: { error: 'NotFound' } })
  expect(await post({ ...CASE, body: 'x'.repeat(2_000_000) })).toMatchObject({ status: 413 })
})

const MAPPING = `
format: tierline.mapping/1
name: small
source: { type: csv }
kind: case-list
dates: { formats: [yyyy-MM-dd], zone: UTC }
columns: { externalId: id, subject: '{subject}', openedAt: opened }
defaults: { status: new, queue: L1/billing, priority: normal, category: billing, channel: email, segment: B2C, language: en, resolution: solved }
maxRejectedShare: 0.1
`

test('[SV45] importing is for administrators', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const ana = await host.tokens.issue('person', 'ana')
  const begin = { name: 'past.csv', mapping: MAPPING }
  for (const [method, where] of [
    ['POST', '/api/imports'],
    ['GET', '/api/imports'],
    ['GET', '/api/import-mappings']
  ] as const) {
    const body = method === 'POST' ? begin : undefined
    expect(await host.call(method, where, body, ana)).toMatchObject({ status: 403 })
    expect(await host.call(method, where, body)).toMatchObject({ status: 401 })
  }
  expect(await host.call('POST', '/api/imports', { ...begin, mapping: 'format: what' }, ada)).toMatchObject({
    status: 422,
    body: {
      error: 'NotAMapping',
      message: expect.stringContaining('format'),
      said: {
        type: 'BadMapping',
        problems: expect.arrayContaining([expect.objectContaining({ path: 'format' })])
      }
    }
  })
  expect(await host.call('POST', '/api/imports', { ...begin, mapping: '' }, ada)).toMatchObject({
    status: 422,
    body: { said: { problems: expect.arrayContaining([expect.objectContaining({ path: 'columns' })]) } }
  })
  const nowhere = { ...begin, mapping: MAPPING.replace('L1/billing', 'L1/nowhere') }
  expect(await host.call('POST', '/api/imports', nowhere, ada)).toMatchObject({
    status: 422,
    body: { said: { problems: [{ path: 'defaults.queue', line: expect.any(Number) }] } }
  })
  expect(await host.call('POST', '/api/imports/none/end', {}, ada)).toMatchObject({ status: 404 })
  expect(await host.call('GET', '/api/import-mappings', undefined, ada)).toMatchObject({
    body: expect.arrayContaining([
      { name: 'uci-incidents', title: expect.any(String), text: expect.any(String) }
    ])
  })
})

test('[SV46] a file imported over HTTP tells its progress, its rejected rows and how it ended', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const importFile = async (text: string, acceptRejections: boolean) => {
    const begun = await host.call(
      'POST',
      '/api/imports',
      { name: 'past.csv', mapping: MAPPING, acceptRejections },
      ada
    )
    const { id } = begun.body as { id: string }
    const half = Math.ceil(text.length / 2)
    for (const part of [text.slice(0, half), text.slice(half)]) {
      expect(await host.call('PUT', `/api/imports/${id}/bytes`, Buffer.from(part), ada)).toMatchObject({
        status: 200
      })
    }
    expect(await host.call('POST', `/api/imports/${id}/end`, {}, ada)).toMatchObject({ status: 200 })
    const job = async () => {
      const { body } = await host.call('GET', '/api/imports', undefined, ada)
      return (body as { id: string; phase: string }[]).find((one) => one.id === id)
    }
    await expect.poll(async () => (await job())?.phase, { timeout: 5_000 }).toMatch(/done|failed/)
    return await job()
  }
  const rows =
    'id,subject,opened\n1,First,2026-01-02\n2,"Second, with a comma",2026-01-03\n3,Third,not-a-day\n'
  expect(await importFile(rows, false)).toMatchObject({
    phase: 'failed',
    imported: 0,
    said: { type: 'TooManyRejected', rejected: 1, rows: 3 },
    rejections: [
      {
        line: 4,
        until: null,
        column: 'opened',
        value: 'not-a-day',
        why: { code: 'bad-date', formats: ['yyyy-MM-dd'] }
      }
    ]
  })
  expect(await importFile(rows, true)).toMatchObject({ phase: 'done', imported: 2, rejected: 1, skipped: 0 })
  expect(await importFile(rows, true)).toMatchObject({
    phase: 'done',
    imported: 0,
    skipped: 2,
    rejections: [{ line: 4 }],
    said: { type: 'AlreadyImported' }
  })
  expect(await importFile('%PDF\0\0', true)).toMatchObject({
    phase: 'failed',
    said: { type: 'BadFile', problem: { code: 'binary' } }
  })
  expect(await importFile('', true)).toMatchObject({
    phase: 'failed',
    said: { type: 'BadFile', problem: { code: 'empty' } }
  })
})

test('[SV46] [IM53] rejected rows are read in pages by an administrator', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const begun = await host.call(
    'POST',
    '/api/imports',
    { name: 'bad.csv', mapping: MAPPING, acceptRejections: true },
    ada
  )
  const { id } = begun.body as { id: string }
  const text = `id,subject,opened\n${Array.from({ length: 5 }, (_, n) => `b${n},x,never\n`).join('')}g,good,2026-01-02\n`
  await host.call('PUT', `/api/imports/${id}/bytes`, Buffer.from(text), ada)
  await host.call('POST', `/api/imports/${id}/end`, {}, ada)
  const page = (query: string, token = ada) =>
    host.call('GET', `/api/imports/${id}/rejections${query}`, undefined, token)
  await expect
    .poll(async () => ((await page('')).body as { rows: unknown[] }).rows.length, { timeout: 5_000 })
    .toBe(5)
  expect(await page('?from=3&limit=1')).toMatchObject({ status: 200, body: { rows: [{ line: 5 }] } })
  expect(await page('?from=5')).toMatchObject({ body: { rows: [] } })
  expect(await page('?limit=1001')).toMatchObject({ status: 400 })
  expect(await page('?from=x')).toMatchObject({ status: 400 })
  expect(await page('', await host.tokens.issue('person', 'ana'))).toMatchObject({ status: 403 })
  const none = await host.call('GET', '/api/imports/none/rejections', undefined, ada)
  expect(none).toMatchObject({ status: 404, body: { said: { type: 'NoSuchImport' } } })
})

test('[SV46] a cancelled import brings nothing', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const { body } = await host.call('POST', '/api/imports', { name: 'past.csv', mapping: MAPPING }, ada)
  const { id } = body as { id: string }
  expect(await host.call('DELETE', `/api/imports/${id}`, undefined, ada)).toMatchObject({ status: 200 })
  expect(await host.call('PUT', `/api/imports/${id}/bytes`, Buffer.from('x'), ada)).toMatchObject({
    status: 409,
    body: {
      error: 'NotNow',
      message: expect.stringContaining('cancelled'),
      said: { type: 'NotNow', phase: 'cancelled' }
    }
  })
})
