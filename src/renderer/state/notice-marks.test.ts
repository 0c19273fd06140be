import { expect, test } from 'vitest'
import type { Notice } from '../../shared/protocol/views.ts'
import { freshOf, isUnread, markOf } from './notice-marks.ts'

const notice = (seq: number, at: number) => ({ seq, at }) as Notice
const seqs = (list: readonly Notice[]) => list.map(({ seq }) => seq)

test('[CS16] unread is what came since one looked, and what was told later than its fact', () => {
  const seen = markOf([notice(9, 900), notice(7, 950)])
  expect(isUnread(notice(9, 900), seen, 0)).toBe(false)
  expect(isUnread(notice(7, 950), seen, 0)).toBe(false)
  expect(isUnread(notice(10, 940), seen, 0)).toBe(true)
  expect(isUnread(notice(3, 960), seen, 0)).toBe(true)
})

test('[CS16] where one never looked, the last day is unread', () => {
  const day = 86_400_000
  expect([isUnread(notice(1, day), null, 2 * day), isUnread(notice(1, day + 1), null, 2 * day)]).toEqual([
    false,
    true
  ])
})

test('[CS16] what comes while one looks is told once, oldest first, and nothing of before', () => {
  const list = [notice(12, 1_200), notice(11, 1_100), notice(2, 1_050), notice(10, 800)]
  const first = freshOf(list, 1_000, { seq: 0, at: 0 })
  expect(seqs(first)).toEqual([2, 11, 12])
  const upTo = markOf(first)
  expect(freshOf(list, 1_000, upTo)).toEqual([])
  expect(seqs(freshOf([notice(4, 1_300), ...list], 1_000, upTo))).toEqual([4])
})
