import { expect, test } from 'vitest'
import { ana, NINE } from '../../test/support/cases.ts'
import { grantOf, openQueue } from '../../test/support/queue.ts'
import { createScheduler } from '../../test/support/scheduler.ts'
import { GRANT_MS } from '../shared/protocol/offline-grant.ts'
import { findMeta, putMeta } from './store/meta.ts'
import { isOver, offlineUntil } from './store/offline-limit.ts'
import { createSeenTime } from './store/seen-time.ts'
import { watchGrant } from './watch-grant.ts'

const HOUR = 3_600_000

function setup() {
  const { db } = openQueue()
  db.write((tx) => putMeta(tx, 'grant', grantOf(ana)))
  const clock = { now: NINE, mono: 0 }
  const open = () => createSeenTime({ db, now: () => clock.now, mono: () => clock.mono })
  return { db, clock, open }
}

test('[EN41] a clock set back does not make the time without the server longer, within a run or over restarts', () => {
  const { db, clock, open } = setup()
  const seen = open()
  clock.mono += 70 * HOUR
  clock.now -= 1_000 * HOUR
  expect(seen.now()).toBe(NINE + 70 * HOUR)
  db.write((tx) => seen.keep(tx))
  clock.mono = 0
  const later = open()
  expect(isOver(db, later.now())).toBe(false)
  clock.mono += 2 * HOUR
  expect(later.now()).toBe(NINE + 72 * HOUR)
  expect(isOver(db, later.now())).toBe(true)
})

test('[EN41] a clock that ran ahead is put right by the server’s word, and by nothing else', () => {
  const { db, clock, open } = setup()
  const seen = open()
  clock.now += 10_000 * HOUR
  db.write((tx) => seen.keep(tx))
  clock.now = NINE
  expect(isOver(db, open().now())).toBe(true)
  db.write((tx) => putMeta(tx, 'timeMark', NINE + HOUR))
  seen.trust()
  expect([seen.now(), isOver(db, seen.now())]).toEqual([NINE + HOUR, false])
})

test('[EN41] the time is written down as it passes, and the screen is told when it is over', async () => {
  const { db, clock, open } = setup()
  const scheduler = createScheduler(NINE)
  const told: number[] = []
  const schedule = (ms: number, work: () => void) => scheduler.at(ms, work)
  const stop = watchGrant(db, open(), schedule, () => told.push(clock.now))
  const until = async (at: number) => {
    while (clock.now < at) {
      clock.now += 5 * 60_000
      clock.mono += 5 * 60_000
      await scheduler.forward(5 * 60_000)
    }
  }
  expect(offlineUntil(db)).toBe(NINE + GRANT_MS)
  await until(NINE + GRANT_MS - HOUR)
  expect(told).toEqual([])
  expect(findMeta(db, 'timeMark')).toBe(clock.now)
  await until(NINE + GRANT_MS)
  expect(told).toEqual([NINE + GRANT_MS])
  stop()
})
