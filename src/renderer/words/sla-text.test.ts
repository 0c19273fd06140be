import { expect, test } from 'vitest'
import { pauseClock, startClock, stopClock } from '../../shared/sla/clock.ts'
import { en } from './en.ts'
import { createFormat } from './format.ts'
import { clockTexts, mostPressing } from './sla-text.ts'

const MINUTE = 60_000
const start = Date.UTC(2026, 5, 3, 12, 0)
const told = (now: number) => ({ words: en, format: createFormat('en', 'Europe/Rome'), riskShare: 0.25, now })
const clock = startClock(40, start)
const textAt = (now: number) =>
  clockTexts({ clocks: { resolve: clock }, state: { status: 'open' } }, told(now))[0]

test('[CS2] a deadline is on track, at risk and breached at its boundaries', () => {
  expect(textAt(start)).toMatchObject({ state: 'on_track', text: '40 min' })
  expect(textAt(start + 30 * MINUTE)).toMatchObject({ state: 'on_track', text: '10 min' })
  expect(textAt(start + 30 * MINUTE + 1)).toMatchObject({ state: 'at_risk', text: '9 min' })
  expect(textAt(start + 39.5 * MINUTE)).toMatchObject({ state: 'at_risk', text: '30 sec' })
  expect(textAt(start + 40 * MINUTE)).toMatchObject({ state: 'at_risk', text: '0 sec' })
  expect(textAt(start + 40 * MINUTE + 1)).toMatchObject({ state: 'breached', text: '0 sec over' })
  expect(textAt(start + 112 * MINUTE)).toMatchObject({ state: 'breached', text: '1 h 12 min over' })
})

test('[CS2] a deadline says why it runs, why it waits and how it ended', () => {
  const met = clockTexts(
    { clocks: { resolve: stopClock(clock, start + 40 * MINUTE) }, state: { status: 'open' } },
    told(start + 90 * MINUTE)
  )
  expect(met[0]).toMatchObject({ text: 'Met', description: 'Resolution, met at 14:40' })
  expect(textAt(start)?.why).toBe('due 14:40 · until the case is resolved')
  const paused = { resolve: pauseClock(clock, start + 10 * MINUTE) }
  const waiting = clockTexts(
    { clocks: paused, state: { status: 'on_hold', since: start, reason: 'vendor' } },
    told(start + 90 * MINUTE)
  )
  expect(waiting[0]).toMatchObject({ state: 'paused', text: '30 min', why: 'on hold: vendor' })
  const late = clockTexts(
    { clocks: { resolve: stopClock(clock, start + 50 * MINUTE) }, state: { status: 'open' } },
    told(start + 90 * MINUTE)
  )
  expect(late[0]).toMatchObject({
    state: 'breached',
    text: '10 min over',
    why: 'reached 14:50 · target 40 min',
    description: 'Resolution, breached: reached 14:50, 10 min over'
  })
})

test('[CS2] the most pressing deadline is the running one that is due first', () => {
  const clocks = {
    own: stopClock(startClock(10, start), start + MINUTE),
    firstResponse: startClock(90, start),
    resolve: clock
  }
  const texts = clockTexts({ clocks, state: { status: 'open' } }, told(start))
  expect(texts.map((text) => text.name)).toEqual(['own', 'firstResponse', 'resolve'])
  expect(mostPressing(texts, clocks)?.name).toBe('resolve')
  expect(mostPressing([], {})).toBeUndefined()
})
