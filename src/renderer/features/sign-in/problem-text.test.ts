import { expect, test } from 'vitest'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { createFormat } from '../../words/format.ts'
import { problemText } from './problem-text.ts'

const slowed = { type: 'TooManyTries', message: '' } as const

test('[CS1] who tried too often is told for how long to wait, and not a second less', () => {
  expect(problemText({ ...slowed, retryAfterMs: 29_001 }, en, createFormat('en'))).toBe(
    'Too many tries. Try again in 30 sec.'
  )
  expect(problemText(slowed, es, createFormat('es'))).toBe(
    'Demasiados intentos. Vuelve a intentarlo en 1 min.'
  )
})
