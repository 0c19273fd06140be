import { expect, test } from 'vitest'
import { shrink } from './shrink.ts'

const steps = Array.from({ length: 90 }, (_one, index) => index + 1)

test('[SM3] a failing story is cut down to the steps it takes to fail', async () => {
  const needed = [7, 31, 88]
  let tries = 0
  const kept = await shrink(steps, async (some) => {
    tries += 1
    return needed.every((one) => some.includes(one))
  })
  expect(kept).toEqual(needed)
  expect(tries).toBeLessThan(200)
})

test('[SM3] what fails whatever happens keeps one step, and what needs all of them keeps all', async () => {
  expect(await shrink(steps, async () => true)).toHaveLength(1)
  expect(await shrink(steps, async (some) => some.length === steps.length)).toEqual(steps)
})
