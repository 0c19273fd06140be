import { expect, onTestFinished, test } from 'vitest'
import { findMeta } from '../../src/engine/store/meta.ts'
import { ana, ben, people } from '../support/cases.ts'
import type { Between } from '../support/hosts.ts'
import { caseOf, openAt, press } from '../support/people-acts.ts'
import { type Console, createWorld, type World } from '../support/world.ts'

const CALM: Between = {
  delay: () => 2,
  isPokeLost: () => false,
  isDiskNew: () => false,
  fate: () => 'done'
}

/** Two hosts that share an order, with everybody on the first one. */
async function twoHosts(between: Partial<Between> = {}): Promise<World> {
  const world = await createWorld({ people, random: () => 0, between: { ...CALM, ...between } })
  onTestFinished(() => world.close())
  return world
}

async function arrived(...consoles: Console[]): Promise<void> {
  for (const one of consoles) expect(one.desk.sync.status().state).toBe('online')
}

test('[HM1] [SY1] a host with a full disk answers what is durable, and tells it once it hears it', async () => {
  const world = await twoHosts()
  const [atAna, atBen] = [world.console(ana), world.console(ben)]
  const caseId = await openAt(world, 'L1/billing')
  await world.clock.forward(5_000)
  await arrived(atAna, atBen)
  const [one] = world.hosts
  if (one) one.isFull = true
  press(atAna, caseId, 'claim')
  await world.clock.forward(5_000)
  expect(world.truth.prepare("SELECT count(*) AS n FROM facts WHERE by = 'ana'").get()).toEqual({ n: 1 })
  expect(caseOf(atBen, caseId).owner).toBeNull()
  if (one) one.isFull = false
  await world.clock.forward(5_000)
  expect(caseOf(atBen, caseId).owner).toBe('ana')
  expect(atAna.db.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 })
})

test('[HM9] a commit nobody could speak for, and which happens later, is done once', async () => {
  const fates: ReturnType<Between['fate']>[] = []
  const world = await twoHosts({ fate: () => fates.pop() ?? 'done' })
  const atAna = world.console(ana)
  const caseId = await openAt(world, 'L1/billing')
  await world.clock.forward(5_000)
  for (const fate of ['unknownLate', 'unknownDone', 'unknownNot', 'away'] as const) {
    fates.push(fate)
    press(atAna, caseId, 'note', { body: fate })
    await world.clock.forward(10_000)
  }
  const notes = world.truth
    .prepare("SELECT event ->> '$.body' AS body FROM facts WHERE by = 'ana' ORDER BY seq")
    .all()
  expect(notes.map((row) => (row as { body: string }).body)).toEqual([
    'unknownLate',
    'unknownDone',
    'unknownNot',
    'away'
  ])
  expect(fates).toEqual([])
})

test('[HM16] whoever is on a host that ends goes on at the other one', async () => {
  const world = await twoHosts()
  const atAna = world.console(ana)
  const caseId = await openAt(world, 'L1/billing')
  await world.clock.forward(5_000)
  const [one, other] = world.hosts
  expect(one?.core.consoles()).toHaveLength(1)
  one?.stop()
  press(atAna, caseId, 'claim')
  await world.clock.forward(60_000)
  expect(other?.core.consoles()).toHaveLength(1)
  expect(caseOf(atAna, caseId).owner).toBe('ana')
  expect(atAna.db.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 })
})

test('[HM16] [SY47] a console that comes back to a host with a full disk is no copy of itself', async () => {
  const world = await twoHosts()
  const atAna = world.console(ana)
  await world.clock.forward(5_000)
  const [one, other] = world.hosts
  world.kill(atAna)
  one?.stop()
  if (other) other.isFull = true
  world.revive(atAna)
  await world.clock.forward(20_000)
  expect(other?.core.consoles()).toHaveLength(1)
  expect(findMeta(atAna.db, 'deviceId')).toBe('device-ana')
})
