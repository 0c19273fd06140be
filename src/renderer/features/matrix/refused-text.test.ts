import { expect, test } from 'vitest'
import { TellRefusal } from '../../../shared/protocol/bridge.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { it } from '../../words/it.ts'
import { refusedText } from './refused-text.ts'

test('a refusal of the server is told in the language of the screen, whatever it is', () => {
  for (const words of [en, es, it]) {
    const { refused } = words.matrix.publishing
    expect(refusedText({ type: 'NotReachable' }, words)).toBe(refused.NotReachable)
    expect(refusedText({ type: 'NotFound' }, words)).toBe(refused.NotFound)
    for (const type of TellRefusal.shape.type.options)
      expect(Object.values(refused)).toContain(refusedText({ type }, words))
    expect(refusedText(null, words)).toBe(words.case.fault.act)
  }
})
