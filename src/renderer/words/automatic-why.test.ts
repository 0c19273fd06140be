import { expect, test } from 'vitest'
import { matrix, queue } from '../../../test/support/cases.ts'
import { saying } from '../../../test/support/saying.ts'
import type { Language } from '../../shared/people/person.ts'
import { automaticWhy } from './automatic-why.ts'

const rules = matrix({
  automatic: [
    {
      id: 'late',
      trigger: { on: 'breached', clock: 'own', plusMinutes: 5 },
      tiers: ['L1'],
      act: { do: 'escalate', to: queue('L2/billing'), acceptMinutes: 10, resolveMinutes: 60 }
    }
  ]
})
const why = (rowId: string, on: 'breached' | null, judgedUnder: number, language: Language = 'en') =>
  automaticWhy(
    { automatic: { rowId, on }, versions: { madeUnder: 7, judgedUnder } },
    rules,
    saying(rules, language)
  ).replaceAll(/\s/g, ' ')

test('[ES34] [CS12] the screen says what set an automatic row off, in each language', () => {
  expect(why('late', 'breached', 7)).toBe('Automatic: Time to own is breached for 5 min')
  expect(why('late', 'breached', 7, 'es')).toMatch(/^Automático: .*5 min/)
  expect(why('late', 'breached', 7, 'it')).toMatch(/^Automatico: .*5 min/)
})

test('[ES34] of a row of another version, or one that is gone, it says what kind of thing that was', () => {
  const kinds = { en: 'Automatic: a deadline was missed', es: 'Automático: se incumplió un plazo' }
  expect([why('late', 'breached', 6), why('gone', 'breached', 7)]).toEqual([kinds.en, kinds.en])
  expect(why('late', 'breached', 6, 'es')).toBe(kinds.es)
  expect(why('late', null, 7)).toBe('Automatic: Time to own is breached for 5 min')
  expect(why('late', null, 6)).toBe('')
  expect(automaticWhy({ automatic: null, versions: null }, rules, saying(rules, 'en'))).toBe('')
})
