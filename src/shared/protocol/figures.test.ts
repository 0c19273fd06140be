import { expect, test } from 'vitest'
import { queue } from '../../../test/support/cases.ts'
import { figuresOf } from './figures.ts'

const DAY = 24 * 60 * 60_000
const NOW = 100 * DAY
const one = (daysAgo: number, key = 'L1/billing', category = 'billing') => ({
  queue: queue(key),
  at: NOW - daysAgo * DAY,
  category
})

test('[SV63] each case counts in one week, the weeks end now and leave no gap', () => {
  const cases = [one(0), one(6.9), one(7), one(13), one(20), one(29.5)]
  const { weeks, total } = figuresOf(cases, NOW - 30 * DAY, NOW)
  expect(weeks.map(({ count }) => count)).toEqual([1, 0, 1, 1, 3])
  expect(total).toBe(6)
  expect(weeks.at(-1)?.until).toBe(NOW)
  expect(weeks[0]?.from).toBe(NOW - 30 * DAY)
  for (const [place, week] of weeks.entries()) if (place > 0) expect(week.from).toBe(weeks[place - 1]?.until)
})

test('[SV63] by queue and by category, most first', () => {
  const cases = [one(1), one(2, 'L1/tech', 'bug'), one(3, 'L1/tech', 'bug'), one(4, 'L1/tech', 'billing')]
  expect(figuresOf(cases, NOW - 7 * DAY, NOW)).toMatchObject({
    queues: [
      { queue: queue('L1/tech'), count: 3 },
      { queue: queue('L1/billing'), count: 1 }
    ],
    categories: [
      { category: 'billing', count: 2 },
      { category: 'bug', count: 2 }
    ]
  })
  expect(figuresOf([], NOW - DAY, NOW)).toMatchObject({ total: 0, queues: [], weeks: [{ count: 0 }] })
})
