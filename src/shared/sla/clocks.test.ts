import { expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import type { SlaTarget } from '../escalation/matrix.ts'
import { pauseClock, startClock, stopClock } from './clock.ts'
import {
  type Clocks,
  clocksWhenAnswered,
  clocksWhenBack,
  clocksWhenMoved,
  clocksWhenOpened,
  clocksWhenOwned,
  clocksWhenPaused,
  clocksWhenReopened,
  clocksWhenResolved,
  clocksWhenResumed,
  clocksWhenRetargeted,
  clocksWhenTransferred,
  clocksWhenUnowned,
  nextDue,
  slaState,
  targetFor
} from './clocks.ts'

const M = 60_000
const T = 1_000_000
const target = (over: Partial<SlaTarget> = {}): SlaTarget => ({
  tier: 'L1',
  priority: 'normal',
  ownMinutes: 10,
  firstResponseMinutes: 20,
  resolveMinutes: 100,
  ...over
})
const OPENED = clocksWhenOpened(target(), T)
const UP = target({ tier: 'L2', ownMinutes: 15, firstResponseMinutes: 40, resolveMinutes: 200 })
const running = (clocks: Clocks) =>
  Object.entries(clocks).flatMap(([name, clock]) => (clock?.run.state === 'running' ? [name] : []))

test('[SL3] a target goes by tier and priority', () => {
  const one = matrix()
  expect(targetFor(one, 'L1', 'urgent')).toMatchObject({ tier: 'L1', priority: 'urgent', ownMinutes: 10 })
  expect(targetFor(one, 'L2', 'low')).toMatchObject({ tier: 'L2', priority: 'low', ownMinutes: 80 })
})

test('[SL3] a tier without a line has the nearest lower one, and below all of them the first of the priority', () => {
  const one = matrix()
  expect(targetFor(one, 'L4', 'high')).toMatchObject({ tier: 'L2', priority: 'high' })
  expect(targetFor(one, 'L0', 'high')).toMatchObject({ tier: 'L1', priority: 'high' })
  const lines = (...of: [SlaTarget['tier'], SlaTarget['priority']][]) =>
    matrix({ sla: of.map(([tier, priority]) => target({ tier, priority })) })
  const shuffled = lines(['L3', 'normal'], ['L1', 'normal'], ['L2', 'normal'], ['L4', 'low'])
  expect(targetFor(shuffled, 'L2', 'normal').tier).toBe('L2')
  expect(targetFor(shuffled, 'L4', 'normal').tier).toBe('L3')
  expect(targetFor(shuffled, 'L0', 'normal').tier).toBe('L3')
  expect(targetFor(shuffled, 'L0', 'urgent')).toMatchObject({ tier: 'L3', priority: 'normal' })
})

test('[SL3] a matrix without any target is broken', () => {
  expect(() => targetFor({ ...matrix(), sla: [] }, 'L1', 'low')).toThrow(
    'impossible: a matrix without SLA targets'
  )
})

test('[SL3] of two lines for the same tier and priority the first counts', () => {
  const one = matrix({ sla: [target({ ownMinutes: 1 }), target({ ownMinutes: 2 })] })
  expect(targetFor(one, 'L1', 'normal').ownMinutes).toBe(1)
})

test('[SL4] an opened case has three clocks, each stopped by what it measures and by nothing else', () => {
  expect(OPENED).toEqual({
    own: startClock(10, T),
    firstResponse: startClock(20, T),
    resolve: startClock(100, T)
  })
  const owned = clocksWhenOwned(OPENED, T + M)
  expect(owned).toEqual({ ...OPENED, own: stopClock(startClock(10, T), T + M) })
  const answered = clocksWhenAnswered(OPENED, T + M)
  expect(answered).toEqual({ ...OPENED, firstResponse: stopClock(startClock(20, T), T + M) })
  expect(clocksWhenResolved(answered, T + 2 * M)).toEqual({
    own: stopClock(startClock(10, T), T + 2 * M),
    firstResponse: answered.firstResponse,
    resolve: stopClock(startClock(100, T), T + 2 * M)
  })
})

test('[SL5] waiting pauses every clock that runs, going on resumes them', () => {
  const moved = clocksWhenMoved(OPENED, UP, T, { acceptMinutes: 5, resolveMinutes: 50 })
  expect(running(moved)).toEqual(['own', 'firstResponse', 'resolve', 'stage'])
  const paused = clocksWhenPaused(moved, T + M)
  expect(running(paused)).toEqual([])
  expect(running(clocksWhenResumed(paused, T + 2 * M))).toEqual(running(moved))
  const answered = clocksWhenAnswered(OPENED, T + M)
  expect(clocksWhenResumed(clocksWhenPaused(answered, T + M), T + M).firstResponse).toBe(
    answered.firstResponse
  )
})

test('[SL6] retargeting changes first response and resolve, and nothing else', () => {
  expect(clocksWhenRetargeted(OPENED, UP, T + 5 * M)).toEqual({
    own: OPENED.own,
    firstResponse: {
      targetMinutes: 40,
      spentMs: 5 * M,
      run: { state: 'running', since: T + 5 * M, dueAt: T + 40 * M }
    },
    resolve: {
      targetMinutes: 200,
      spentMs: 5 * M,
      run: { state: 'running', since: T + 5 * M, dueAt: T + 200 * M }
    }
  })
})

test('[SL7] at risk, breached and met go by the exact boundary', () => {
  const clock = startClock(100, T)
  const at = (minutes: number, ms = 0) => slaState(clock, 0.25, T + minutes * M + ms)
  expect([at(0), at(75), at(75, 1), at(100), at(100, 1)]).toEqual([
    'on_track',
    'on_track',
    'at_risk',
    'at_risk',
    'breached'
  ])
  expect(slaState(stopClock(clock, T + 100 * M), 0.25, T + 999 * M)).toBe('met')
  expect(slaState(stopClock(clock, T + 100 * M + 1), 0.25, T + 999 * M)).toBe('breached')
  expect(slaState(pauseClock(clock, T + 99 * M), 0.25, T + 999 * M)).toBe('paused')
  expect(slaState(pauseClock(clock, T + 100 * M), 0.25, T + 999 * M)).toBe('paused')
  expect(slaState(pauseClock(clock, T + 101 * M), 0.25, T + 999 * M)).toBe('breached')
})

test('[SL8] in another queue there is a fresh time to own, and what was paused runs', () => {
  const paused = clocksWhenPaused(clocksWhenOwned(OPENED, T + M), T + 2 * M)
  const moved = clocksWhenMoved(paused, UP, T + 10 * M)
  expect(moved).toEqual({
    own: startClock(15, T + 10 * M),
    firstResponse: {
      targetMinutes: 40,
      spentMs: 2 * M,
      run: { state: 'running', since: T + 10 * M, dueAt: T + 48 * M }
    },
    resolve: {
      targetMinutes: 200,
      spentMs: 2 * M,
      run: { state: 'running', since: T + 10 * M, dueAt: T + 208 * M }
    }
  })
})

test('[SL8] an escalation brings its time to accept and its stage; another one replaces the stage', () => {
  const up = clocksWhenMoved(OPENED, UP, T, { acceptMinutes: 5, resolveMinutes: 50 })
  expect([up.own, up.stage]).toEqual([startClock(5, T), startClock(50, T)])
  const further = clocksWhenMoved(up, UP, T + M, { acceptMinutes: 7, resolveMinutes: 70 })
  expect([further.own, further.stage]).toEqual([startClock(7, T + M), startClock(70, T + M)])
})

test('[SL8] a transfer keeps the stage and lets it run', () => {
  const up = clocksWhenMoved(OPENED, UP, T, { acceptMinutes: 5, resolveMinutes: 50 })
  const paused = clocksWhenPaused(up, T + 10 * M)
  expect(clocksWhenTransferred(paused, UP, T + 30 * M)).toEqual({
    ...clocksWhenMoved(paused, UP, T + 30 * M),
    stage: {
      targetMinutes: 50,
      spentMs: 10 * M,
      run: { state: 'running', since: T + 30 * M, dueAt: T + 70 * M }
    }
  })
  expect(clocksWhenTransferred(OPENED, UP, T)).toEqual(clocksWhenMoved(OPENED, UP, T))
})

test('[SL8] back down the stage ends, and that of the escalation below counts again', () => {
  const up = clocksWhenMoved(OPENED, UP, T, { acceptMinutes: 5, resolveMinutes: 50 })
  expect(clocksWhenBack(up, target(), T + M, undefined)).not.toHaveProperty('stage')
  expect(clocksWhenBack(up, target(), T + 9 * M, { at: T, resolveBy: T + 50 * M }).stage).toEqual(up.stage)
  expect(clocksWhenBack(up, target(), T + M, { at: T, resolveBy: T }).stage).toEqual(startClock(1, T))
})

test('[SL9] on an ended case nothing runs; a first response still owed goes on when it is reopened', () => {
  const up = clocksWhenMoved(OPENED, UP, T, { acceptMinutes: 5, resolveMinutes: 50 })
  const resolved = clocksWhenResolved(up, T + 10 * M)
  expect(running(resolved)).toEqual([])
  expect(resolved.firstResponse).toEqual({
    targetMinutes: 40,
    spentMs: 10 * M,
    run: { state: 'paused', since: T + 10 * M }
  })
  const reopened = clocksWhenReopened(resolved, T + 90 * M)
  expect(running(reopened)).toEqual(['firstResponse', 'resolve'])
  expect(reopened.resolve?.run).toEqual({ state: 'running', since: T + 90 * M, dueAt: T + 280 * M })
})

test('[SL9] a first response that was given stays given', () => {
  const answered = clocksWhenAnswered(OPENED, T + M)
  const reopened = clocksWhenReopened(clocksWhenResolved(answered, T + 2 * M), T + 3 * M)
  expect(reopened.firstResponse).toEqual(answered.firstResponse)
  expect(running(reopened)).toEqual(['resolve'])
})

test('[SL11] a released case has a fresh time to own, paused while it waits', () => {
  const owned = clocksWhenOwned(OPENED, T + M)
  expect(clocksWhenUnowned(owned, UP, false, T + 2 * M)).toEqual({ ...owned, own: startClock(15, T + 2 * M) })
  expect(clocksWhenUnowned(owned, UP, true, T + 2 * M)).toEqual({
    ...owned,
    own: { targetMinutes: 15, spentMs: 0, run: { state: 'paused', since: T + 2 * M } }
  })
})

test('[SL10] the running clock that is due first is shown, with when it becomes at risk', () => {
  expect(nextDue(OPENED, 0.25)).toEqual({ name: 'own', dueAt: T + 10 * M, riskAt: T + 7.5 * M })
  expect(nextDue(clocksWhenOwned(OPENED, T), 0.25)).toEqual({
    name: 'firstResponse',
    dueAt: T + 20 * M,
    riskAt: T + 15 * M
  })
  const up = clocksWhenMoved(OPENED, UP, T, { acceptMinutes: 60, resolveMinutes: 30 })
  expect(nextDue(up, 0.5)).toEqual({ name: 'stage', dueAt: T + 30 * M, riskAt: T + 15 * M })
  expect(nextDue(clocksWhenPaused(OPENED, T), 0.25)).toBeUndefined()
  expect(nextDue(clocksWhenResolved(OPENED, T), 0.25)).toBeUndefined()
  expect(nextDue({}, 0.25)).toBeUndefined()
})

test('[SL10] of two due at the same time the one measured first is shown', () => {
  expect(nextDue({ own: startClock(10, T), stage: startClock(10, T) }, 0.25)?.name).toBe('own')
})

test('[SL7] [SL10] what nextDue calls at risk is the edge of the state', () => {
  const due = nextDue({ own: startClock(100, T) }, 0.25)
  expect(due?.riskAt).toBe(T + 75 * M)
  expect(slaState(startClock(100, T), 0.25, T + 75 * M)).toBe('on_track')
  expect(slaState(startClock(100, T), 0.25, T + 75 * M + 1)).toBe('at_risk')
})
