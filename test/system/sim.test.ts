import { expect, test } from 'vitest'
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

/** A run that never came by one of these has proved nothing about it. */
const PATHS = [
  'cut',
  'mend',
  'kill',
  'revive',
  'server:down',
  'server:up',
  'matrix',
  'moved',
  'words:waiting',
  'act:claim',
  'act:accept',
  'act:escalate',
  'act:return',
  'act:grant',
  'act:approve',
  'act:decline',
  'act:withdraw',
  'act:amend',
  'act:reply',
  'act:note',
  'act:resolve',
  'act:reopen',
  'act:close',
  'act:transfer',
  'act:assign',
  'act:release',
  'act:pend',
  'act:hold',
  'act:resume',
  'act:flag',
  'act:unflag',
  'act:swarm',
  'act:leaveSwarm',
  'act:goPrivate',
  'act:move',
  'act:exception',
  'act:handOn',
  'event:automatic',
  'event:reminded',
  'event:inPlaceOf',
  'event:moved',
  'act:setPriority',
  'act:setCategory',
  'outcome:applied',
  'outcome:noop',
  'outcome:transformed',
  'outcome:held',
  'outcome:rejected'
]
