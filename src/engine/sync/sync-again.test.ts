import { expect, test } from 'vitest'
import { ben, HOUR, NINE } from '../../../test/support/cases.ts'
import { settled } from '../../../test/support/scheduler.ts'
import { note, setup } from '../../../test/support/sync-desk.ts'
import type { Desk } from '../desk.ts'
import { getConnection } from '../queries/connection.ts'
import { getNumber } from '../store/meta.ts'

const LOST = new Error('lost')

test('[EN25] a console that finds nobody tries again, at random within a time that doubles up to half a minute', async () => {
  for (const dice of [0, 0.5, 0.999]) {
    const { wire } = setup({}, { random: () => dice })
    wire.sync.start()
    for (let time = 0; time < 12; time += 1) {
      wire.events().onClose('lost')
      await wire.clock.step()
    }
    const waits = wire.dials.slice(1).map((dial, index) => dial.at - (wire.dials[index]?.at ?? 0))
    const longest = [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30].map((seconds) => seconds * 1_000)
    expect(waits).toEqual(longest.map((most) => Math.max(50, Math.round(most * dice))))
  }
})

test('[EN25] once the news is taken the waiting begins anew; a welcome alone is not enough', async () => {
  const { wire, frame } = setup()
  wire.sync.start()
  const cutAndWait = async (): Promise<number> => {
    const at = wire.clock.now()
    await wire.clock.step()
    return wire.clock.now() - at
  }
  const waits: number[] = []
  for (let time = 0; time < 5; time += 1) {
    await wire.greet({ seq: 9 })
    const broken = frame(
      [
        {
          kind: 'enter',
          seq: 2,
          caseId: 'c9',
          facts: [
            { seq: 2, caseId: 'c9', ver: 1, at: NINE, by: 'ben', opId: null, event: { type: 'case.opened' } }
          ]
        }
      ],
      { from: 1, to: 9 }
    )
    if (time < 4) await wire.next('sync:pull').fail(LOST)
    else {
      await wire.next('sync:pull').answer({ ok: true, frame: broken })
      await wire.next('sync:pull').answer({ ok: true, frame: frame([], { from: 9, to: 9 }) })
      wire.events().onClose('lost')
    }
    waits.push(await cutAndWait())
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 500])
})

test('[EN25] asked to come back later it does not come sooner', async () => {
  const { wire, act, online, pushed } = setup()
  await online()
  await act(note('n'))
  expect(pushed()).toHaveLength(1)
  await wire.next('sync:push').answer({ headOpNo: 0, results: [], stop: 'BUSY', retryAfterMs: 7_000 })
  // On the same line: hanging up would only make more to do for who has too much of it.
  await wire.clock.forward(6_999)
  expect(wire.asked).toEqual([])
  await wire.clock.forward(1)
  expect(pushed()).toHaveLength(1)
  expect(wire.dials).toHaveLength(1)
  wire.events().onClose('lost')
  await wire.next('sync:push').fail(LOST)
  await wire.clock.step()
  wire.events().onOpen()
  await settled()
  await wire.next('sync:hello').answer({ ok: false, why: 'BUSY', message: 'many', retryAfterMs: 20_000 })
  const at = wire.clock.now()
  await wire.clock.step()
  // Not all at once: at random within the time that grows, behind the time asked for.
  expect(wire.clock.now() - at).toBe(21_000)
})

test('[EN25] asked by the person it tries at once, but not twice', async () => {
  const { wire } = setup()
  wire.sync.start()
  wire.events().onClose('lost')
  wire.sync.now()
  wire.sync.now()
  expect(wire.dials).toHaveLength(2)
  await wire.clock.forward(60_000)
  expect(wire.dials).toHaveLength(2)
})

test('[EN25] stopped, it never dials again, and hears nothing any more', async () => {
  const { wire, queue, frame, online, log } = setup()
  await online()
  const events = wire.events()
  wire.sync.stop()
  events.onEvent('sync:frame', frame([log.act('c1', ben, { type: 'case.claim' })], { from: 1, to: 2 }))
  events.onClose('lost')
  wire.sync.now()
  wire.sync.kick()
  await wire.clock.forward(600_000)
  expect([wire.dials.length, getNumber(queue.db, 'cursor'), wire.sync.status().state]).toEqual([
    1,
    1,
    'offline'
  ])
})

test('[EN25] stopped while it waits to try again, it tries no more', async () => {
  const { wire } = setup()
  wire.sync.start()
  wire.events().onClose('lost')
  wire.sync.stop()
  await wire.clock.forward(600_000)
  expect(wire.dials).toHaveLength(1)
})

test('[EN45] who is connected and has all news is in step, though nothing happens, and was so until the line was lost', async () => {
  const { wire, online, queue } = setup()
  expect(wire.sync.status().inStepAt).toBeNull()
  await online()
  const desk = { db: queue.db, sync: wire.sync, isLapsed: () => false } as unknown as Desk
  const synced = (): number | null => getConnection(desk).lastSyncedAt
  const offset = getNumber(queue.db, 'clockOffsetMs')
  await wire.clock.forward(3 * HOUR)
  expect(synced()).toBe(wire.clock.now() + offset)
  const lostAt = wire.clock.now()
  wire.events().onClose('lost')
  expect(synced()).toBe(lostAt + offset)
  // The next call has brought no news yet.
  await wire.clock.step()
  expect(wire.clock.now()).toBeGreaterThan(lostAt)
  wire.events().onOpen()
  await settled()
  expect(synced()).toBe(lostAt + offset)
})
