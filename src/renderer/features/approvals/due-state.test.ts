import { expect, test } from 'vitest'
import { dueState } from './due-state.ts'

test('[CS11] the last quarter is at risk, after the end it is late', () => {
  const request = { at: 0, dueAt: 1000 }
  expect(dueState(request, 0)).toBe('on_track')
  expect(dueState(request, 750)).toBe('on_track')
  expect(dueState(request, 751)).toBe('at_risk')
  expect(dueState(request, 1000)).toBe('at_risk')
  expect(dueState(request, 1001)).toBe('breached')
})
