import { expect, test } from 'vitest'
import { createPresses } from './presses.ts'

const asFirstSeen = { ref: 'T-1' }
const asSeenAfter = { ref: 'T-1' }

test('[CS20] a button pressed again before the case shows what the first press did is the same press', () => {
  const presses = createPresses<object>()
  expect(presses.begin('pend', asFirstSeen)).toBe(true)
  // Something else may have changed it while the first press is still under way.
  expect(presses.begin('pend', asSeenAfter)).toBe(false)
  presses.end('pend', true)
  expect(presses.begin('pend', asFirstSeen)).toBe(false)
  expect(presses.begin('pend', asSeenAfter)).toBe(true)
})

test('[CS20] another button, and one that failed, can be pressed', () => {
  const presses = createPresses<object>()
  presses.begin('pend', asFirstSeen)
  expect(presses.begin('release', asFirstSeen)).toBe(true)
  presses.end('pend', false)
  expect(presses.begin('pend', asFirstSeen)).toBe(true)
})
