import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EngineRequest } from '../shared/protocol/engine.ts'
import { keepEngine } from './engine-host.ts'
import type { EngineProcess } from './engine-process.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const down = { ok: false, fault: { name: 'EngineDown', message: expect.any(String) } }

/** A host over engines whose every word is said by hand. */
function setup() {
  const engines: FakeEngine[] = []
  const host = keepEngine(() => {
    const engine = fakeEngine()
    engines.push(engine)
    return engine
  })
  const states: string[] = []
  host.onState((state) => states.push(state))
  const last = (): FakeEngine => engines.at(-1) ?? fakeEngine()
  return { host, engines, states, last }
}

type FakeEngine = EngineProcess & {
  readonly sent: EngineRequest[]
  readonly calls: string[]
  say(message: unknown): void
  die(): void
}

function fakeEngine(): FakeEngine {
  let hear = (_message: unknown): void => {}
  let leave = (_code: number | null): void => {}
  const sent: EngineRequest[] = []
  const calls: string[] = []
  return {
    sent,
    calls,
    send: (message) => sent.push(message as EngineRequest),
    onMessage: (listener) => {
      hear = listener
    },
    onExit: (listener) => {
      leave = listener
    },
    end: () => calls.push('end'),
    kill: () => calls.push('kill'),
    say: (message) => hear(message),
    die: () => leave(1)
  }
}

test('[SH7] a request waits until the engine is ready, and gets its own reply', async () => {
  const { host, last } = setup()
  const first = host.request('ask', 'queue.list', { tier: 1 })
  const second = host.request('act', 'act', { type: 'case.claim' })
  expect(last().sent).toEqual([])
  last().say({ push: 'ready' })
  expect(last().sent.map(({ name }) => name)).toEqual(['queue.list', 'act'])
  last().say({ id: 2, ok: true, value: 'second' })
  last().say({ id: 1, ok: false, fault: { name: 'NoSuchQueue', message: 'no' } })
  expect(await second).toEqual({ ok: true, value: 'second' })
  expect(await first).toEqual({ ok: false, fault: { name: 'NoSuchQueue', message: 'no' } })
})

test('[SH7] an engine that dies answers all it was asked, and is started again', async () => {
  const { host, engines, states, last } = setup()
  last().say({ push: 'ready' })
  const inFlight = host.request('ask', 'queue.list', {})
  last().die()
  expect(await inFlight).toEqual(down)
  expect(await host.request('ask', 'queue.list', {})).toEqual(down)
  vi.advanceTimersByTime(250)
  last().say({ push: 'ready' })
  expect(engines.length).toBe(2)
  expect(states).toEqual(['up', 'down', 'restarting', 'up'])
})

test('[SH8] the pauses grow while it keeps dying, and begin again once it has lived a minute', () => {
  const { engines, last } = setup()
  const pauseOf = (): number => {
    const before = engines.length
    let ms = 0
    for (; engines.length === before; ms += 50) vi.advanceTimersByTime(50)
    return ms
  }
  const pauses = [1, 2, 3].map(() => {
    last().die()
    return pauseOf()
  })
  expect(pauses).toEqual([250, 500, 1000])
  last().say({ push: 'ready' })
  vi.advanceTimersByTime(60_000)
  last().die()
  expect(pauseOf()).toBe(250)
})

test('[SH9] an engine that never gets ready is ended', () => {
  const { last } = setup()
  vi.advanceTimersByTime(60_000)
  expect(last().calls).toEqual(['kill'])
})

test('changes reach every listener until it stops listening', () => {
  const { host, last } = setup()
  const heard: unknown[] = []
  const deaf = host.onChange((change) => heard.push(change))
  last().say({ push: 'change', change: { caseIds: ['c1'] } })
  deaf()
  last().say({ push: 'change', change: { caseIds: ['c2'] } })
  expect(heard).toEqual([{ caseIds: ['c1'] }])
})

test('[SH9] a stopped engine is asked to end, then ended, and not started again', async () => {
  const { host, engines, last } = setup()
  const stopped = host.stop()
  expect(last().calls).toEqual(['end'])
  vi.advanceTimersByTime(2000)
  expect(last().calls).toEqual(['end', 'kill'])
  last().die()
  await stopped
  vi.advanceTimersByTime(60_000)
  expect(engines.length).toBe(1)
})
