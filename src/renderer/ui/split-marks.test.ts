import { expect, test } from 'vitest'
import { splitMarks } from './split-marks.ts'

const marked = (text: string): string => text.replaceAll('[', '\ue000').replaceAll(']', '\ue001')
const drawn = (text: string): string =>
  splitMarks(marked(text))
    .map((piece) => (piece.hit ? `<${piece.text}>` : piece.text))
    .join('|')

test('[CO4] hits are told from the text around them', () => {
  expect(drawn('a [refund] and a [refunds] more')).toBe('a |<refund>| and a |<refunds>| more')
  expect(drawn('[all]')).toBe('<all>')
  expect(drawn('nothing')).toBe('nothing')
  expect(drawn('')).toBe('')
})

test('[CO4] a mark without its partner marks nothing and is not shown', () => {
  expect(drawn('a [b')).toBe('a b')
  expect(drawn('a] b [c] d')).toBe('a| b |<c>| d')
  expect(drawn('a [b [c] d')).toBe('a b |<c>| d')
})

test('[CO4] markup somebody wrote stays text', () => {
  expect(splitMarks(marked('<img src=x> [hit]'))[0]).toEqual({ text: '<img src=x> ', hit: false })
})
