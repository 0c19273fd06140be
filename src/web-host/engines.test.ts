import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EngineHost } from '../host/engine-host.ts'
import { keepEngines } from './engines.ts'

const log: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  log.length = 0
})
afterEach(() => void vi.useRealTimers())

function start(profile: string): EngineHost {
  log.push(`start ${profile}`)
  return {
    stop: () => {
      log.push(`stop ${profile}`)
      return Promise.resolve()
    }
  } as EngineHost
}

test('[SH12] two tabs of a profile share one engine', () => {
  const engines = keepEngines(start)
  expect(engines.enter('profile-a')).toBe(engines.enter('profile-a'))
  expect(log).toEqual(['start profile-a'])
})

test('[SH12] an engine ends a minute after its last tab', async () => {
  const engines = keepEngines(start)
  engines.enter('profile-a')
  engines.leave('profile-a')
  await vi.advanceTimersByTimeAsync(59_000)
  expect(log).toEqual(['start profile-a'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(log).toEqual(['start profile-a', 'stop profile-a'])
})

test('[SH12] a reload keeps the engine', async () => {
  const engines = keepEngines(start)
  engines.enter('profile-a')
  engines.leave('profile-a')
  engines.enter('profile-a')
  await vi.advanceTimersByTimeAsync(120_000)
  expect(log).toEqual(['start profile-a'])
})

test('[SH12] a thirteenth profile is not let in', () => {
  const engines = keepEngines(start)
  for (let n = 0; n < 12; n++) expect(engines.enter(`profile-${n}`)).toBeDefined()
  expect(engines.enter('profile-12')).toBeUndefined()
})

test('[SH12] a profile that comes back while its engine closes waits, for two would share its files', async () => {
  let closed = (): void => undefined
  const engines = keepEngines((profile) => ({
    ...start(profile),
    stop: () =>
      new Promise<void>((done) => {
        closed = done
      })
  }))
  engines.enter('profile-a')
  engines.leave('profile-a')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(engines.enter('profile-a')).toBeUndefined()
  closed()
  await vi.advanceTimersByTimeAsync(0)
  expect(engines.enter('profile-a')).toBeDefined()
})
