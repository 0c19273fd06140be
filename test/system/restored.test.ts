import { expect, test } from 'vitest'
import { hasActedOn } from '../../src/engine/store/archive.ts'
import { ana, ben, people, sol } from '../support/cases.ts'
import { caseOf, openAt, press, reviewOf, textOf } from '../support/people-acts.ts'
import { createWorld } from '../support/world.ts'

const DAY = 24 * 3_600_000
/** Does everything it is handed, and writes down what. */
const noting = (keys: string[], receipt?: string) => (effect: { readonly key: string }) => {
  keys.push(effect.key)
  return { receipt: receipt === undefined ? null : `${receipt}${effect.key}` }
}

test('[SY46] [SY25] after a restore the consoles bring what the backup had lost, each in its order, and nothing twice', async () => {
  const world = await createWorld({ people })
  const [first, second] = [await openAt(world, 'L1/billing'), await openAt(world, 'L1/billing')]
  const [atAna, atBen] = [world.console(ana), world.console(ben)]
  await world.settle()
  press(atAna, first, 'claim')
  press(atAna, first, 'note', { body: 'in the backup' })
  await world.settle()
  const restore = await world.backup()

  press(atAna, first, 'reply', { body: 'lost with the disk' })
  press(atAna, first, 'note', { body: 'lost as well' })
  press(atBen, second, 'claim')
  press(atBen, second, 'reply', { body: 'ben wrote' })
  await world.settle()
  world.cut(atBen)
  press(atBen, second, 'note', { body: 'never sent' })
  await restore()
  expect(world.server.db.prepare('SELECT count(*) AS n FROM facts').get()).toEqual({ n: 4 })
  world.mend(atBen)
  await world.settle()
  await world.settle()
  const opening = 'I was charged twice in May.'
  for (const one of [atAna, atBen]) {
    expect(textOf(one, first)).toEqual([opening, 'in the backup', 'lost with the disk', 'lost as well'])
    expect(textOf(one, second)).toEqual([opening, 'ben wrote', 'never sent'])
    expect(caseOf(one, second)).toMatchObject({ owner: 'ben' })
    expect(one.db.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 })
    expect(reviewOf(one)).toEqual([])
  }
  await world.close()
})

test('[SY46] an answer that came again after a restore goes out once more only when who knows says that it had not', async () => {
  const sent: string[] = []
  const world = await createWorld({
    people,
    courier: { deliver: noting(sent) }
  })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  const restore = await world.backup()
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'reply', { body: 'dear Rosa' })
  await world.settle()
  expect(sent).toHaveLength(1)
  await restore()
  await world.settle()
  expect(textOf(atAna, caseId)).toContain('dear Rosa')
  expect(sent).toHaveLength(1)
  const { core } = world.server
  const [held] = core.heldWork(sol)
  expect(held).toMatchObject({ kind: 'effect', caseId, personId: 'ana', command: null })
  expect(await core.decideHeld(sol, held?.opId ?? '', 'let')).toMatchObject({ ok: true })
  await world.settle()
  expect(sent).toEqual([held?.opId, held?.opId])

  press(atAna, caseId, 'reply', { body: 'and this is new' })
  await world.settle()
  expect(sent).toHaveLength(3)
  await world.close()
})

test('[SY46] who keeps the keys of before the restore is handed it again, and does nothing new', async () => {
  const tries: string[] = []
  const world = await createWorld({
    people,
    courier: { deliver: noting(tries, 'R-'), remembers: () => true }
  })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  press(atAna, caseId, 'claim')
  await world.settle()
  const restore = await world.backup()
  press(atAna, caseId, 'grant:refund', { amountMinor: 1_000 })
  await world.settle()
  await restore()
  await world.settle()
  await world.settle()
  expect(new Set(tries).size).toBe(1)
  expect(tries).toHaveLength(2)
  expect(caseOf(atAna, caseId).grants).toMatchObject([{ carriedOut: { receipt: `R-${tries[0]}` } }])
  expect(world.server.core.heldWork(sol)).toEqual([])
  await world.close()
})

test('[SY46] what was on its way when the backup was laid back may have been done, and says so', async () => {
  const sent: string[] = []
  const world = await createWorld({
    people,
    courier: { deliver: noting(sent) }
  })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  press(atAna, caseId, 'claim')
  await world.settle()
  const restore = await world.backup()
  // The server does it and dies before it can answer.
  press(atAna, caseId, 'reply', { body: 'once' })
  world.server.dieAt = 'after'
  await world.clock.forward(100)
  expect(world.server.isUp).toBe(false)
  await restore()
  await world.settle()
  expect(textOf(atAna, caseId)).toContain('once')
  expect(sent).toEqual([])
  expect(world.server.core.heldWork(sol)).toMatchObject([{ kind: 'effect' }])
  await world.close()
})

test('[EN42] settled ops are kept for fourteen days of the server’s clock, whatever this machine’s says, and that one acted for longer', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  press(atAna, caseId, 'note', { body: 'n' })
  await world.settle()
  const kept = () => (atAna.db.prepare('SELECT count(*) AS n FROM archive').get() as { n: number }).n
  const meet = async (after: number) => {
    world.clock.leap(after)
    await world.clock.forward(1_000)
    world.cut(atAna)
    world.mend(atAna)
    await world.settle()
  }
  await meet(60_000)
  atAna.db.write((tx) => tx.prepare('UPDATE archive SET settled_at = 1').run())
  await meet(13 * DAY)
  expect(kept()).toBe(1)
  await meet(2 * DAY)
  expect(kept()).toBe(0)
  expect(hasActedOn(atAna.db, caseId)).toBe(true)
  await world.close()
})
