import { expect, test } from 'vitest'
import { isOnPostgres } from '../support/places.ts'
import { simulate } from './sim/simulate.ts'

/** On a PostgreSQL the clock waits for real answers. */
const SEEDS = isOnPostgres ? 6 : 20

// The many are told by `npm run sim`, of which `npm test` tells 2,000 as well.
test('[SM1] [SM5] [SY23] [SY11] [SY19] [SY2] [SY3] some stories of cuts, kills, restarts and moves keep every invariant', {
  timeout: 600_000
}, async () => {
  let facts = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    try {
      facts += (await simulate(seed)).facts
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error
      })
    }
  }
  expect(facts).toBeGreaterThan(SEEDS * 10)
})

test('[SM2] [SY3] one seed tells one story', async () => {
  const [once, twice] = [await simulate(7), await simulate(7)]
  expect(twice.hash).toBe(once.hash)
  expect(twice.steps).toEqual(once.steps)
})

test('[SM2] a story told without some of its steps is the same story every time, and the other steps throw the same dice', async () => {
  const only = new Set([3, 5, 8, 13, 21, 34, 55, 89])
  const [once, twice] = [await simulate(7, only), await simulate(7, only)]
  expect(twice.hash).toBe(once.hash)
  expect(once.steps.map(({ step }) => step)).toEqual([...only])
})
