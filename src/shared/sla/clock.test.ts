import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Clock,
  leftMs,
  pauseClock,
  restartClock,
  resumeClock,
  retargetClock,
  startClock,
  stopClock
} from './clock.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

const M = 60_000
const T = 1_000_000

test('[SL1] working time passes round the clock, forwards only', () => {
  expect(addWorkingTime(T, 5 * M)).toBe(T + 5 * M)
  expect(addWorkingTime(T, -M)).toBe(T - M)
  expect(workingTimeBetween(T, T + M)).toBe(M)
  expect(workingTimeBetween(T, T)).toBe(0)
  expect(workingTimeBetween(T + M, T)).toBe(0)
})

test('[SL4] a clock starts with its whole target to go', () => {
  const clock = startClock(10, T)
  expect(clock).toEqual({
    targetMinutes: 10,
    spentMs: 0,
    run: { state: 'running', since: T, dueAt: T + 10 * M }
  })
  expect([leftMs(clock, T), leftMs(clock, T + 4 * M), leftMs(clock, T + 11 * M)]).toEqual([10 * M, 6 * M, -M])
})

test('[SL5] a paused clock has no deadline and loses nothing; resumed it has as much left', () => {
  const paused = pauseClock(startClock(10, T), T + 4 * M)
  expect(paused).toEqual({ targetMinutes: 10, spentMs: 4 * M, run: { state: 'paused', since: T + 4 * M } })
  expect(leftMs(paused, T + 99 * M)).toBe(6 * M)
  expect(pauseClock(paused, T + 50 * M)).toBe(paused)
  const resumed = resumeClock(paused, T + 60 * M)
  expect(resumed).toEqual({
    targetMinutes: 10,
    spentMs: 4 * M,
    run: { state: 'running', since: T + 60 * M, dueAt: T + 66 * M }
  })
  expect(resumeClock(resumed, T + 61 * M)).toBe(resumed)
})

test('[SL4] a stopped clock is late when its target was used up and more, exactly is in time', () => {
  const clock = startClock(10, T)
  expect(stopClock(clock, T + 10 * M)).toEqual({
    targetMinutes: 10,
    spentMs: 10 * M,
    run: { state: 'stopped', at: T + 10 * M, late: false }
  })
  expect(stopClock(clock, T + 10 * M + 1).run).toEqual({ state: 'stopped', at: T + 10 * M + 1, late: true })
  const late = stopClock(clock, T + 11 * M)
  expect(stopClock(late, T + 20 * M)).toBe(late)
  expect(leftMs(late, T + 99 * M)).toBe(-M)
})

test('[SL5] a clock stopped while paused counts no waiting', () => {
  const paused = pauseClock(startClock(10, T), T + 4 * M)
  expect(stopClock(paused, T + 99 * M)).toEqual({
    targetMinutes: 10,
    spentMs: 4 * M,
    run: { state: 'stopped', at: T + 99 * M, late: false }
  })
})

test('[SL9] a restarted clock goes on from what it had used up', () => {
  const stopped = stopClock(startClock(10, T), T + 4 * M)
  const again = restartClock(stopped, T + 100 * M)
  expect(again).toEqual({
    targetMinutes: 10,
    spentMs: 4 * M,
    run: { state: 'running', since: T + 100 * M, dueAt: T + 106 * M }
  })
  expect(restartClock(again, T + 101 * M)).toBe(again)
  const paused = pauseClock(again, T + 101 * M)
  expect(restartClock(paused, T + 102 * M)).toBe(paused)
  expect(resumeClock(stopped, T + 100 * M)).toBe(stopped)
  expect(pauseClock(stopped, T + 100 * M)).toBe(stopped)
})

test('[SL6] another target keeps what was used up, running or paused; a stopped one keeps its own', () => {
  const clock = startClock(10, T)
  expect(retargetClock(clock, 30, T + 4 * M)).toEqual({
    targetMinutes: 30,
    spentMs: 4 * M,
    run: { state: 'running', since: T + 4 * M, dueAt: T + 30 * M }
  })
  expect(retargetClock(clock, 3, T + 4 * M)).toMatchObject({ run: { dueAt: T + 3 * M } })
  const paused = pauseClock(clock, T + 4 * M)
  expect(retargetClock(paused, 30, T + 9 * M)).toEqual({ ...paused, targetMinutes: 30 })
  const stopped = stopClock(clock, T + 4 * M)
  expect(retargetClock(stopped, 1, T + 9 * M)).toBe(stopped)
})

type Step = { readonly how: 'pause' | 'resume' | 'retarget' | 'stop' | 'restart'; readonly after: number }
const step: fc.Arbitrary<Step> = fc.record({
  how: fc.constantFrom('pause', 'resume', 'retarget', 'stop', 'restart'),
  after: fc.integer({ min: -M, max: 20 * M })
})

test('[SL1] [SL5] whatever happens to a clock, it has used up exactly the time it ran', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.array(step, { maxLength: 20 }), (minutes, steps) => {
      let clock = startClock(minutes, T)
      let at = T
      let ran = 0
      for (const { how, after } of steps) {
        const next = at + after
        if (clock.run.state === 'running') ran += Math.max(0, next - clock.run.since)
        const before = clock
        at = next
        if (how === 'pause') clock = pauseClock(clock, at)
        if (how === 'resume') clock = resumeClock(clock, at)
        if (how === 'retarget') clock = retargetClock(clock, minutes + 5, at)
        if (how === 'stop') clock = stopClock(clock, at)
        if (how === 'restart') clock = restartClock(clock, at)
        if (clock === before && clock.run.state === 'running') ran -= Math.max(0, next - clock.run.since)
        expect(Clock.parse(clock)).toEqual(clock)
        expect(clock.spentMs).toBe(ran)
        if (clock.run.state === 'running')
          expect(clock.run.dueAt - clock.run.since).toBe(leftMs(clock, clock.run.since))
      }
    })
  )
})
