import { expect, test } from 'vitest'
import { absenceOf } from './absence-of.ts'

const now = Date.parse('2026-03-02T09:00')
const read = (from: string, until: string) => absenceOf({ from, until }, now, Date.parse)

test('[UI4] an absence begins now when no time is given, and ends later than it begins', () => {
  const until = Date.parse('2026-03-09T08:00')
  expect(read('', '2026-03-09T08:00')).toEqual({ away: { from: now, until } })
  const from = Date.parse('2026-03-03T18:00')
  expect(read('2026-03-03T18:00', '2026-03-09T08:00')).toEqual({ away: { from, until } })
  expect(read('', '')).toEqual({ problem: 'noTime' })
  expect(read('someday', '2026-03-09T08:00')).toEqual({ problem: 'noFrom' })
  expect(read('', '2026-03-02T09:00')).toEqual({ problem: 'past' })
  expect(read('2026-03-09T08:00', '2026-03-09T08:00')).toEqual({ problem: 'before' })
})
