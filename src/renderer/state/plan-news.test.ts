import { expect, test } from 'vitest'
import type { MatrixPlan } from '../../shared/protocol/matrices.ts'
import { failedPlans, nextNews } from './plan-news.ts'

const plan = (state: MatrixPlan['state'], publishAt: number): MatrixPlan => ({
  id: `${state}-${publishAt}`,
  name: 'M',
  author: 'Alex',
  reason: 'because',
  base: 1,
  madeAt: 0,
  publishAt,
  state,
  findings: [],
  movedTo: null,
  version: null
})

test('[CO18] a plan that failed is told until somebody has looked', () => {
  const plans = [plan('failed', 300), plan('published', 400), plan('failed', 100), plan('cancelled', 500)]
  expect(failedPlans(plans, 0).map(({ publishAt }) => publishAt)).toEqual([300, 100])
  expect(failedPlans(plans, 100).map(({ publishAt }) => publishAt)).toEqual([300])
  expect(failedPlans(plans, 300)).toEqual([])
})

test('[CO18] it is asked again when the next plan has had its time', () => {
  expect(nextNews([plan('published', 5)], 10)).toBeNull()
  const soon = nextNews([plan('waiting', 90_000), plan('waiting', 60_000)], 10_000) ?? 0
  expect(soon).toBeGreaterThan(50_000)
  expect(soon).toBeLessThan(60_000)
  expect(nextNews([plan('waiting', 1)], 10_000)).toBeGreaterThan(0)
  expect(nextNews([plan('waiting', 1e15)], 0)).toBeLessThan(2 ** 31)
})
