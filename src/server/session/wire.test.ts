import { afterAll, beforeAll, expect, test } from 'vitest'
import { helloOf } from '../../../test/support/hello.ts'
import { heard, type LiveServer, liveServer } from '../../../test/support/live-server.ts'

let host: LiveServer
beforeAll(async () => {
  host = await liveServer()
})
afterAll(() => host.stop())

const tokenOf = async (personId: string) => host.tokens.issue('person', personId)
async function connected(personId: string, deviceId: string) {
  const socket = host.socket(await tokenOf(personId))
  await heard(socket, 'connect')
  const welcome = await socket.emitWithAck('sync:hello', helloOf(deviceId))
  return { socket, welcome }
}
/** What a console asks once it has its files. */
const fromTheStart = ({ fetch, scopeVer }: { fetch: { asOf: number }; scopeVer: number }) => ({
  cursor: fetch.asOf,
  scopeVer,
  max: 5
})
const logged = (event: string) => host.log.filter((line) => line['msg'] === event)

test('[SV38] a socket needs the token of a person that is still good', async () => {
  for (const token of ['', 'made-up', await host.tokens.issue('integration', 'shop')]) {
    const [error] = await heard(host.socket(token), 'connect_error')
    expect(error).toMatchObject({ message: 'AUTH' })
  }
  const { welcome } = await connected('ana', 'laptop-01')
  expect(welcome).toMatchObject({ ok: true, person: { id: 'ana' } })
})

test('[SV25] a message nobody knows, or of the wrong shape, is answered over the wire too', async () => {
  const { socket, welcome } = await connected('ana', 'laptop-02')
  expect(await socket.emitWithAck('rm -rf', {})).toMatchObject({ ok: false, why: 'BAD' })
  expect(await socket.emitWithAck('sync:push')).toMatchObject({ stop: 'BAD' })
  expect(await socket.emitWithAck('sync:pull', 'one', 'two', 'three')).toMatchObject({
    ok: false,
    why: 'BAD'
  })
  socket.emit('sync:pull', { cursor: 'no ack' })
  expect(await socket.emitWithAck('sync:pull', fromTheStart(welcome))).toMatchObject({ ok: true })
})

test('[SV39] a message over the limit ends only the socket it came on, with a logged reason', async () => {
  const { socket: good, welcome } = await connected('ben', 'laptop-03')
  const { socket: bad } = await connected('ana', 'laptop-04')
  const ended = heard(bad, 'disconnect')
  bad.emit('sync:push', { storeId: 'x'.repeat(1_100_000) })
  await ended
  expect(await good.emitWithAck('sync:pull', fromTheStart(welcome))).toMatchObject({ ok: true })
  await expect
    .poll(() => logged('socket.ended'))
    .toMatchObject([{ deviceId: 'laptop-04', why: expect.stringMatching(/payload/i) }])
  await expect((await fetch(new URL('/healthz', host.url))).json()).resolves.toEqual({ ok: true })
})

test('[SV40] who says too much at once is told to wait', async () => {
  const { socket } = await connected('zoe', 'laptop-05')
  // More than a slow machine takes in while it is let say a little more each second.
  const answers = await Promise.all(
    Array.from({ length: 4_000 }, () => socket.emitWithAck('sync:nothing', {}))
  )
  expect(answers[0]).toMatchObject({ why: 'BAD' })
  expect(answers).toContainEqual(
    expect.objectContaining({ ok: false, why: 'BUSY', retryAfterMs: expect.any(Number) })
  )
})

test('[SV21] over the wire the older connection is told and cut', async () => {
  const { socket: older } = await connected('ana', 'laptop-06')
  const told = heard(older, 'sync:bye')
  const ended = heard(older, 'disconnect')
  await connected('ana', 'laptop-06')
  expect(await told).toEqual([{ why: 'replaced' }])
  await ended
})

test('[SV26] what one console did reaches the other by itself', async () => {
  const { socket, welcome } = await connected('ana', 'laptop-07')
  await socket.emitWithAck('sync:pull', fromTheStart(welcome))
  const frame = heard(socket, 'sync:frame')
  await host.core.intake.open({
    subject: 'Hello',
    body: 'Help',
    customer: { id: 'c', name: 'Rosa', language: 'es', segment: 'B2C' },
    channel: 'chat',
    category: 'billing',
    queue: { tier: 'L1', team: 'billing' }
  })
  expect((await frame)[0]).toMatchObject({ changes: [{ kind: 'enter' }] })
})

test('[SV41] a server that ends sends its consoles away with a time to come back', async () => {
  const own = await liveServer()
  const socket = own.socket(await own.tokens.issue('person', 'ana'))
  await heard(socket, 'connect')
  await socket.emitWithAck('sync:hello', helloOf('laptop-08'))
  const bye = heard(socket, 'sync:bye')
  const stopped = own.core.drain(() => 1_234)
  expect(await bye).toEqual([{ why: 'drain', retryAfterMs: 1_234 }])
  await stopped
  await own.stop()
})

test('[SV41] [SV88] a server that ends says that it does, and its consoles do not all come back at once', async () => {
  const own = await liveServer()
  const byes: Promise<unknown[]>[] = []
  for (const who of ['ana', 'ben', 'zoe', 'sol', 'lea', 'max']) {
    const socket = own.socket(await own.tokens.issue('person', who))
    await heard(socket, 'connect')
    await socket.emitWithAck('sync:hello', helloOf(`laptop-of-${who}`))
    byes.push(heard(socket, 'sync:bye'))
  }
  expect(await own.call('GET', '/readyz')).toMatchObject({ status: 200 })
  const ready = own.call('GET', '/readyz')
  const ended = own.end()
  expect(await ready).toMatchObject({ status: 503, body: { ok: false, staying: false } })
  const waits = (await Promise.all(byes)).map(([bye]) => (bye as { retryAfterMs: number }).retryAfterMs)
  for (const wait of waits) {
    expect(wait).toBeGreaterThanOrEqual(500)
    expect(wait).toBeLessThanOrEqual(5_000)
  }
  expect(new Set(waits).size).toBeGreaterThan(1)
  await ended
  await own.stop()
})
