import { expect, test } from 'vitest'
import { isProfile } from './profile.ts'

test('[SH11] a profile id is 8 to 64 small letters, digits and dashes', () => {
  expect(isProfile('0190a8f2-7c41-7000-8000-3f1d5c2b9a77')).toBe(true)
  expect(isProfile('a'.repeat(64))).toBe(true)
})

test.each([
  '',
  'short',
  'a'.repeat(65),
  '../../../etc',
  'ABCDEFGH',
  'abcdefgh/',
  'abcdefgh\n',
  12345678,
  null,
  ['abcdefgh']
])('[SH11] %j is no profile id', (value) => {
  expect(isProfile(value)).toBe(false)
})
