import { expect, test } from 'vitest'
import { cutTitle } from './cut-title.ts'

const marked = (text: string): string => text.replaceAll('[', '\ue000').replaceAll(']', '\ue001')

test('[CO4] the title is not said twice in found text', () => {
  expect(cutTitle(marked('T-1 A [refund] for [March], please'), 'T-1 A refund')).toEqual({
    title: marked('T-1 A [refund]'),
    rest: marked('for [March], please')
  })
  expect(cutTitle(marked('T-1 A refund'), 'T-1 A refund')).toEqual({ title: 'T-1 A refund', rest: '' })
})

test('[CO4] found text from elsewhere stays whole', () => {
  expect(cutTitle(marked('…and a [refund]'), 'T-1 A refund')).toBeNull()
  expect(cutTitle('T-1', 'T-1 A refund')).toBeNull()
})
