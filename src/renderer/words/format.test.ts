import { expect, test } from 'vitest'
import { createFormat } from './format.ts'

const at = Date.UTC(2026, 5, 3, 12, 2)

test('a span is told in two units at most', () => {
  const { duration } = createFormat('en')
  expect(duration(45_000)).toBe('45 sec')
  expect(duration(42 * 60_000)).toBe('42 min')
  expect(duration(72 * 60_000)).toBe('1 h 12 min')
  expect(duration(-2 * 3600_000)).toBe('2 h')
  expect(duration(52 * 3600_000)).toBe('2 days 4 h')
  expect(createFormat('es').duration(52 * 3600_000)).toBe('2 días 4 h')
  expect(createFormat('it').duration(72 * 60_000)).toBe('1 h 12 min')
})

test('a size is told in the unit that fits it', () => {
  expect([0, 412, 1_250, 17_563_648].map(createFormat('en').size)).toEqual([
    '0 bytes',
    '412 bytes',
    '1.3 kB',
    '17.6 MB'
  ])
  expect([412, 1_250].map(createFormat('it').size)).toEqual(['412 byte', '1,3 kB'])
})

test('money comes from minor units', () => {
  expect(createFormat('it').money(125050, 'EUR')).toBe('1250,50\u00a0€')
  expect(createFormat('en').money(1200, 'JPY')).toBe('¥1,200')
})

test('times are told in the chosen time zone', () => {
  const rome = createFormat('it', 'Europe/Rome')
  expect(rome.time(at)).toBe('14:02')
  expect(rome.when(at, at + 3600_000)).toBe('14:02')
  expect(rome.when(at, at + 24 * 3600_000)).toBe('3 giu')
  expect(rome.date(at, Date.UTC(2027, 1, 1))).toBe('3 giu 2026')
})

test('relative times go both ways', () => {
  expect(createFormat('en').relative(at + 5 * 60_000, at)).toBe('in 5 minutes')
  expect(createFormat('es').relative(at - 2 * 86_400_000, at)).toBe('anteayer')
})

test('[CS1] a time in a letter says its day and its zone, for it is read on another day and in another place', () => {
  const at = Date.UTC(2026, 5, 3, 12, 2)
  expect(createFormat('en', 'Europe/Rome').inLetter(at)).toMatch(/3.*14:02.*(CEST|GMT\+2)/)
  expect(createFormat('es', 'America/Bogota').inLetter(at)).toMatch(/3 de junio.*07:02.*GMT-5/)
  expect(createFormat('it', 'Europe/Rome').inLetter(at)).toMatch(/3 giugno.*14:02.*CEST/)
})

test('[UI10] a typed day and time are read in the zone times are written in, also when the clocks change', () => {
  const rome = createFormat('it', 'Europe/Rome')
  expect(rome.readTyped('2026-11-22T02:54')).toBe(Date.UTC(2026, 10, 22, 1, 54))
  expect(rome.readTyped('2026-07-01T12:00')).toBe(Date.UTC(2026, 6, 1, 10))
  // Half an hour before and after the hour that is told twice, and the one that is not there.
  expect(rome.readTyped('2026-10-25T01:30')).toBe(Date.UTC(2026, 9, 24, 23, 30))
  expect(rome.readTyped('2026-10-25T03:30')).toBe(Date.UTC(2026, 9, 25, 2, 30))
  expect(rome.readTyped('2026-03-29T01:30')).toBe(Date.UTC(2026, 2, 29, 0, 30))
  expect(rome.readTyped('2026-03-29T03:30')).toBe(Date.UTC(2026, 2, 29, 1, 30))
  const kiritimati = createFormat('en', 'Pacific/Kiritimati')
  expect(kiritimati.readTyped('2026-01-01T00:00')).toBe(Date.UTC(2025, 11, 31, 10))
  expect(['', 'soon', '2026-13-40T99:00', '2026-11-22'].map(rome.readTyped)).toEqual([NaN, NaN, NaN, NaN])
})

test('a day key is the same for one day only, of any year', () => {
  const { dayKey } = createFormat('es', 'Europe/Madrid')
  expect(dayKey(Date.UTC(2026, 5, 3, 22, 30))).toBe('2026-06-04')
  expect(dayKey(Date.UTC(2025, 5, 4, 1))).toBe('2025-06-04')
})
