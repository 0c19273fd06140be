import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { afterEach, expect, test } from 'vitest'
import type { EngineHost } from '../host/engine-host.ts'
import type { EngineState } from '../shared/protocol/bridge.ts'
import { channel } from '../shared/protocol/channel.ts'
import { keepEngines } from './engines.ts'
import { servePage } from './http.ts'
import { connectTabs } from './tabs.ts'

const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end()
})

/** A host on a free port, whose engines answer with what they were asked. */
async function setup() {
  const left: string[] = []
  const news: ((change: unknown) => void)[] = []
  const engines = keepEngines(
    (profile): EngineHost => ({
      request: (kind, name, payload) =>
        Promise.resolve({ ok: true, value: { profile, kind, name, payload } }),
      onChange: (listener) => {
        news.push(listener)
        return () => news.splice(news.indexOf(listener), 1)
      },
      onState: () => () => {},
      state: (): EngineState => 'up',
      stop: () => Promise.resolve()
    })
  )
  const http = servePage(import.meta.dirname)
  const leave = (profile: string): void => {
    left.push(profile)
    engines.leave(profile)
  }
  const tabs = connectTabs(http, { ...engines, leave })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  cleanUp.push(() => tabs.close())
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, news, left }
}

function tab(url: string, profile: unknown, headers: Record<string, string> = { origin: url }): Socket {
  const socket = io(url, {
    transports: ['websocket'],
    auth: { profile },
    extraHeaders: headers,
    forceNew: true,
    reconnection: false
  })
  cleanUp.push(() => socket.close())
  return socket
}

/** What became of a tab: `connect`, or why not. */
function outcome(socket: Socket): Promise<string> {
  return new Promise((done) => {
    socket.once('connect', () => done('connect'))
    socket.once('connect_error', (error) => done(error.message))
  })
}

test("a tab asks its own profile's engine and hears its news", async () => {
  const { url, news } = await setup()
  const socket = tab(url, 'profile-a')
  const heard = once(socket as never, channel.change)
  const state = once(socket as never, channel.engine)
  expect(await socket.emitWithAck(channel.ask, 'case.get', { caseId: 'c1' })).toEqual({
    ok: true,
    value: { profile: 'profile-a', kind: 'ask', name: 'case.get', payload: { caseId: 'c1' } }
  })
  expect(await socket.emitWithAck(channel.act, { type: 'case.claim' })).toMatchObject({
    value: { name: 'act' }
  })
  for (const tell of news) tell({ caseIds: ['c1'] })
  expect(await heard).toEqual([{ caseIds: ['c1'] }])
  expect(await state).toEqual(['up'])
})

test('[SH10] a tab of another site, or under another name, is turned away', async () => {
  const { url } = await setup()
  expect(await outcome(tab(url, 'profile-a'))).toBe('connect')
  expect(await outcome(tab(url, 'profile-a', { origin: 'https://evil.example' }))).not.toBe('connect')
  expect(await outcome(tab(url, 'profile-a', {}))).not.toBe('connect')
  const rebound = { host: 'evil.example', origin: 'http://evil.example' }
  expect(await outcome(tab(url, 'profile-a', rebound))).not.toBe('connect')
})

test('[SH11] a tab without a proper profile is turned away', async () => {
  const { url } = await setup()
  expect(await outcome(tab(url, '../../etc'))).toBe('NoProfile')
  expect(await outcome(tab(url, undefined))).toBe('NoProfile')
})

test('a message that is none is not answered and breaks nothing', async () => {
  const { url } = await setup()
  const socket = tab(url, 'profile-a')
  socket.emit(channel.ask, { not: 'a name' }, 'not a callback')
  socket.emit(channel.tell)
  expect(await socket.emitWithAck(channel.ask, 'case.get', {})).toMatchObject({ ok: true })
})

test('[SH12] a tab that is closed leaves its engine', async () => {
  const { url, left } = await setup()
  const socket = tab(url, 'profile-a')
  expect(await outcome(socket)).toBe('connect')
  socket.close()
  await expect.poll(() => left).toEqual(['profile-a'])
})
