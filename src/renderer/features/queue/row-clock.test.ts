import { expect, test } from 'vitest'
import { atAGlance, rowClock } from './row-clock.ts'

const MINUTE = 60_000
const due = { name: 'firstResponse', dueAt: 100 * MINUTE, riskAt: 80 * MINUTE } as const

test('[CO2] the clock due first counts down, then is at risk, then breached', () => {
  const row = { due, paused: false, status: 'open' } as const
  const at = (minutes: number) => {
    const clock = rowClock(row, minutes * MINUTE)
    return clock && clock.state !== 'paused' ? [clock.state, clock.spanMs / MINUTE] : clock
  }
  expect(at(10)).toEqual(['on_track', 90])
  expect(at(80)).toEqual(['at_risk', 20])
  expect(at(100)).toEqual(['at_risk', 0])
  expect(at(130)).toEqual(['breached', 30])
})

test('[CO2] a case that waits is paused; one that ended shows no clock', () => {
  expect(rowClock({ due: null, paused: true, status: 'pending' }, 1)).toEqual({ state: 'paused' })
  expect(rowClock({ due: null, paused: true, status: 'resolved' }, 1)).toBeNull()
  expect(rowClock({ due: null, paused: false, status: 'closed' }, 1)).toBeNull()
})

test('[CO2] minutes are told while they matter', () => {
  const told = (minutes: number, state: 'on_track' | 'breached') =>
    atAGlance(minutes * MINUTE, state) / MINUTE
  expect([told(59, 'breached'), told(119, 'breached')]).toEqual([59, 60])
  expect([told(599, 'on_track'), told(659, 'on_track')]).toEqual([599, 600])
})
