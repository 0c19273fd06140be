import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, MINUTE, queue } from '../../../test/support/cases.ts'
import { helloOf } from '../../../test/support/hello.ts'
import { heard, type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { isOnPostgres } from '../../../test/support/places.ts'
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
