import { expect, test } from 'vitest'
import { matrix } from '../../../../test/support/cases.ts'
import { saying } from '../../../../test/support/saying.ts'
import { readMatrixText } from '../../../matrix-text/read-matrix-text.ts'
import { writeMatrixText } from '../../../matrix-text/write-matrix-text.ts'
import { faultText } from './fault-text.ts'

const GOOD = writeMatrixText(matrix(), 'yaml')
/** What is said of the good text with a piece of it changed. */
function said(from: string, to: string, language: 'en' | 'es' | 'it') {
  const read = readMatrixText(GOOD.replace(from, to))
  return read.ok ? [] : read.error.map((fault) => faultText(fault, saying(matrix(), language)))
}

test('[CO15] a fault of a file is said in the language of the screen, with what was expected', () => {
  const wrong = 'acceptMinutes: soon'
  expect(said('acceptMinutes: 30', wrong, 'en')).toEqual(['Here stands soon; it should be a number.'])
  expect(said('acceptMinutes: 30', wrong, 'es')).toEqual(['Aquí hay soon; debería ser un número.'])
  expect(said('id: l1-billing', 'id: L1 billing', 'it')).toEqual([
    'L1 billing non può stare qui: solo lettere minuscole, cifre e trattini.'
  ])
  expect(said('riskShare: 0.25', 'riskShare: 7', 'es')).toEqual(['7 es más que 0,9.'])
  expect(said('acceptMinutes: 30', 'acceptMinutes: 0', 'en')).toEqual(['0 is less than 1.'])
  expect(said('riskShare: 0.25', 'riskShare: 0.25\nriskShare: 1', 'it')).toEqual([
    'riskShare compare qui due volte.'
  ])
  expect(said('riskShare: 0.25', 'riskShare: "x', 'es').join(' ')).toContain('Falta')
  expect(said('riskShare: 0.25', 'riskShare: 0.25\nlimit: []', 'en')).toEqual([
    'There is no field limit. Was limits meant?'
  ])
})
