import { expect, test } from 'vitest'
import { PATHS } from './sim/paths.ts'
import { type Report, simulate } from './sim/simulate.ts'

const SEEDS = 320
const FIRST = 1

test('[SY23] [SY11] [SY19] [SY2] [SY3] 320 stories of cuts, kills, restarts and moves keep the invariants I1 to I9', {
  timeout: 600_000
}, async () => {
  const reports: Report[] = []
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    try {
      reports.push(await simulate(seed))
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error
      })
    }
  }
  const hits = new Map<string, number>()
  for (const { hit } of reports) for (const [what, n] of hit) hits.set(what, (hits.get(what) ?? 0) + n)
  const never = PATHS.filter((path) => !hits.get(path))
  expect({ never }).toEqual({ never: [] })
  expect(reports.reduce((sum, one) => sum + one.facts, 0)).toBeGreaterThan(SEEDS * 10)
})

test('[SY3] one seed tells one story', async () => {
  const [once, twice] = [await simulate(7), await simulate(7)]
  expect(twice.hash).toBe(once.hash)
})
