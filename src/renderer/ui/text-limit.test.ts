import { expect, test } from 'vitest'
import { textLimit } from './text-limit.ts'

test('[EN32] a text shows how long it is from nine tenths of its limit on, and that it is over it from the next letter', () => {
  const at = (length: number) => textLimit(length, 20_000, 'en')
  expect([0, 17_999, 18_000, 20_000, 20_001].map((n) => [at(n).isNear, at(n).isOver])).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [true, false],
    [true, true]
  ])
  expect(at(20_001).text).toBe('20,001 / 20,000')
  expect(textLimit(20_001, 20_000, 'it').text).toBe('20.001 / 20.000')
  expect(textLimit(99, undefined, 'en')).toEqual({ isNear: false, isOver: false, text: '' })
})
