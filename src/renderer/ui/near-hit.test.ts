import { expect, test } from 'vitest'
import { nearHit } from './near-hit.ts'

const marked = (text: string): string => text.replaceAll('[', '\ue000').replaceAll(']', '\ue001')

test('[CO4] the first hit stands where a narrow row still shows it', () => {
  expect(nearHit(marked('they wrote to me about the very late [refund] in March'))).toBe(
    marked('…the very late [refund] in March')
  )
  expect(nearHit(marked('a [refund]'))).toBe(marked('a [refund]'))
  expect(nearHit(marked('averyveryverylongwordindeed[refund]'))).toBe(marked('…[refund]'))
  expect(nearHit('no hit at all, however long the text may be')).toBe(
    'no hit at all, however long the text may be'
  )
})
