import { expect, test } from 'vitest'
import { ALL_NOTICES, tellsTogether } from './notice-toasts.ts'

test('[CS22] a few are told one by one, many in one word, and what follows that joins it', () => {
  expect(tellsTogether([], 3)).toBe(false)
  expect(tellsTogether([], 4)).toBe(true)
  expect(tellsTogether(['notice:1', 'review', 'back'], 2)).toBe(false)
  expect(tellsTogether(['notice:1', 'notice:2'], 2)).toBe(true)
  expect(tellsTogether([ALL_NOTICES], 1)).toBe(true)
})
