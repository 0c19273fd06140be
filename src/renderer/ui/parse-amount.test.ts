import { expect, test } from 'vitest'
import { minorToText, parseAmount, parseMinor } from './parse-amount.ts'

test('an amount is read in the manner of its language', () => {
  expect(parseAmount('1,234.5', 'en')).toBe(1234.5)
  expect(parseAmount('1.234,5', 'it')).toBe(1234.5)
  expect(parseAmount('12.5', 'it')).toBe(12.5)
  expect(parseAmount('1 234,5', 'es')).toBe(1234.5)
  expect(parseAmount('−3', 'en')).toBe(-3)
  expect(parseAmount('12x', 'en')).toBeNull()
  expect(parseAmount('', 'en')).toBeNull()
})

test('money is kept in minor units, and nothing finer than the currency is taken', () => {
  expect(parseMinor('12,5', 'es', 'EUR')).toBe(1250)
  expect(parseMinor('19.99', 'en', 'EUR')).toBe(1999)
  expect(parseMinor('12.345', 'en', 'EUR')).toBeNull()
  expect(parseMinor('1.000', 'en', 'EUR')).toBeNull()
  expect(parseMinor('1,000', 'en', 'EUR')).toBe(100_000)
  expect(parseMinor('1,000', 'it', 'EUR')).toBeNull()
  expect(parseMinor('1.000', 'it', 'EUR')).toBe(100_000)
  expect(parseMinor('120.0', 'en', 'JPY')).toBeNull()
  expect(parseMinor('120', 'en', 'JPY')).toBe(120)
  expect(minorToText(123456, 'it', 'EUR')).toBe('1234,56')
})
