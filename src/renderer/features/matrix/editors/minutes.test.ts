import { expect, test } from 'vitest'
import { inUnit, MAX_MINUTES, toMinutes, unitOf } from './minutes.ts'

test('[CO8] a span is shown in the largest unit that needs no fraction', () => {
  expect([45, 60, 90, 1440, 2880, 0].map(unitOf)).toEqual([
    'minutes',
    'hours',
    'minutes',
    'days',
    'days',
    'minutes'
  ])
  expect(inUnit(2880, 'days')).toBe(2)
})

test('[CO8] what is no span does not get into the document', () => {
  expect(toMinutes(1.5, 'hours', 1)).toBe(90)
  expect(toMinutes(null, 'hours', 1)).toBeNull()
  expect(toMinutes(0, 'minutes', 1)).toBeNull()
  expect(toMinutes(0, 'minutes', 0)).toBe(0)
  expect(toMinutes(366, 'days', 1)).toBeNull()
  expect(toMinutes(365, 'days', 1)).toBe(MAX_MINUTES)
})
