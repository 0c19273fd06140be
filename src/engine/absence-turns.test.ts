import { expect, test } from 'vitest'
import { ben, HOUR, NINE, sol } from '../../test/support/cases.ts'
import { createScheduler } from '../../test/support/scheduler.ts'
import { createAbsenceTurns } from './absence-turns.ts'

function setup() {
  const time = createScheduler(NINE)
  const turns: number[] = []
  const watching = createAbsenceTurns({
    schedule: time.at,
    serverNow: time.now,
    onTurn: () => turns.push((time.now() - NINE) / HOUR)
  })
  return { time, turns, watching }
}

const away = (from: number, until: number) => ({ from: NINE + from * HOUR, until: NINE + until * HOUR })

test('[EN33] the beginning and the end of each absence is told when it comes, also in days', async () => {
  const { time, turns, watching } = setup()
  watching.watch([
    { ...sol, away: away(-1, 2) },
    { ...ben, away: away(30, 80) }
  ])
  await time.forward(100 * HOUR)
  expect(turns).toEqual([2, 30, 80])
})

test('[EN33] other people than before, or none any more: nothing is told of what was planned', async () => {
  const { time, turns, watching } = setup()
  watching.watch([{ ...sol, away: away(1, 2) }])
  watching.watch([{ ...sol, away: away(3, 4) }])
  await time.forward(3 * HOUR)
  expect(turns).toEqual([3])
  watching.stop()
  await time.forward(9 * HOUR)
  expect(turns).toEqual([3])
})
