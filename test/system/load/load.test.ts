import { expect, test } from 'vitest'
import { add, countOf, type Histogram, merged, quantile } from './histogram.ts'
import { load } from './load.ts'

test('[LD1] times are counted by the millisecond, and put together as if they were measured in one place', () => {
  const one: Histogram = {}
  const other: Histogram = {}
  for (let ms = 1; ms <= 100; ms += 1) add(ms % 2 ? one : other, ms)
  const whole = merged([one, other])
  expect(countOf(whole)).toBe(100)
  expect([0.01, 0.5, 0.99, 1].map((share) => quantile(whole, share))).toEqual([1, 50, 99, 100])
  add(whole, 5_000, 900)
  expect(quantile(whole, 0.5)).toBe(5_000)
  expect(quantile({}, 0.99)).toBe(0)
})

test('[LD1] [LD2] every console hears every fact, on both sides, and whole consoles have them on disk', {
  timeout: 120_000
}, async () => {
  const report = await load({
    store: 'sqlite',
    nodes: 1,
    consoles: 6,
    engines: 1,
    rate: 10,
    seconds: 2,
    say: () => undefined
  })
  expect(report.ops_s).toBeGreaterThan(0)
  // As many as there were facts, at every console.
  expect(report.deltas_s / report.ops_s).toBeGreaterThanOrEqual(5)
  expect(report.deltas_s / report.ops_s).toBeLessThanOrEqual(7)
  expect(report.bare_deltas_s).toBeGreaterThan(0)
  expect(report.engine_deltas_s).toBeGreaterThan(0)
})
