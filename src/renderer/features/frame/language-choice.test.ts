import { expect, test } from 'vitest'
import { chooseLanguage, chooseLocale } from './language-choice.ts'

test('[CO1] the language chosen here wins, then the person’s, then the host’s', () => {
  expect(chooseLanguage('it', 'es', ['en-GB'])).toBe('it')
  expect(chooseLanguage(null, 'es', ['en-GB'])).toBe('es')
  expect(chooseLanguage(null, null, ['de-DE', 'it-CH', 'en'])).toBe('it')
  expect(chooseLanguage(null, null, ['de-DE'])).toBe('en')
})

test('[CO1] dates are written as the host’s region does, where it speaks that language', () => {
  expect(chooseLocale('en', ['it-IT', 'en-GB'])).toBe('en-GB')
  expect(chooseLocale('es', ['en-GB'])).toBe('es')
})
