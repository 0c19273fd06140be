import { expect, test } from 'vitest'
import { fuzzyFilter, fuzzyScore } from './fuzzy-match.ts'

const same = (text: string) => text

test('letters must appear in order, accents and case do not matter', () => {
  expect(fuzzyScore('lim', 'Límite')).not.toBeNull()
  expect(fuzzyScore('xyz', 'Límite')).toBeNull()
  expect(fuzzyScore('gtmw', 'Go to My work')).not.toBeNull()
})

test('whole words come first, and an empty query keeps the order', () => {
  const items = ['Escalate to tier', 'Reset', 'Settings', 'Close']
  expect(fuzzyFilter(items, 'set', same)).toEqual(['Settings', 'Reset', 'Escalate to tier'])
  expect(fuzzyFilter(items, ' ', same)).toBe(items)
})
