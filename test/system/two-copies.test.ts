import { expect, test } from 'vitest'
import { listUnanswered } from '../../src/engine/store/outbox.ts'
import { takeNewName } from '../../src/engine/sync/take-new-name.ts'
import { ana, people } from '../support/cases.ts'
import { openAt, press, reviewOf, textOf } from '../support/people-acts.ts'
import { type Console, createWorld } from '../support/world.ts'

const outboxOf = (one: Console) => one.db.prepare('SELECT op_no FROM outbox').all()

test('[SY47] of two copies that both run the newer keeps the name; the older takes another and loses nothing of its outbox', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const older = world.console(ana)
  await world.settle()
  press(older, caseId, 'claim')
  await world.settle()
  world.cut(older)
  press(older, caseId, 'note', { body: 'made before the copy' })
  const newer = world.clone(older, 'copy')
  press(older, caseId, 'note', { body: 'made by the older' })
  world.mend(older)
  await world.settle()
  const name = older.desk.deviceId
  expect(older.desk.sync.status()).toMatchObject({ state: 'online' })
  world.revive(newer)
  await world.clock.forward(9)
  // The copy is at the door; what the older does now goes to a server that hears it no more under this name.
  press(older, caseId, 'note', { body: 'waits when the copy comes' })
  press(newer, caseId, 'note', { body: 'made by the copy' })
  await world.settle()
  await world.settle()
  const texts = [
    'I was charged twice in May.',
    'made before the copy',
    'made by the older',
    'waits when the copy comes',
    'made by the copy'
  ]
  expect(textOf(older, caseId).sort()).toEqual([...texts].sort())
  expect(textOf(newer, caseId)).toEqual(textOf(older, caseId))
  expect(newer.desk.deviceId).toBe(name)
  expect(older.desk.deviceId).not.toBe(name)
  expect([outboxOf(older), outboxOf(newer), reviewOf(older), reviewOf(newer)]).toEqual([[], [], [], []])
  for (const one of [older, newer]) expect(one.desk.sync.status()).toMatchObject({ state: 'online' })
  press(older, caseId, 'note', { body: 'and on' })
  press(newer, caseId, 'note', { body: 'and on as well' })
  await world.settle()
  expect(textOf(older, caseId)).toHaveLength(7)
  expect(textOf(newer, caseId)).toEqual(textOf(older, caseId))
  await world.close()
})

test('[SY47] a copy that runs after the other ended goes on behind it, and the first one behind the copy', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const first = world.console(ana)
  await world.settle()
  press(first, caseId, 'note', { body: 'one' })
  await world.settle()
  world.cut(first)
  press(first, caseId, 'note', { body: 'two' })
  world.kill(first)
  const copy = world.clone(first, 'copy')
  world.revive(copy)
  press(copy, caseId, 'note', { body: 'three' })
  await world.settle()
  world.kill(copy)
  first.online = true
  world.revive(first)
  press(first, caseId, 'note', { body: 'four' })
  await world.settle()
  expect(textOf(first, caseId)).toEqual(['I was charged twice in May.', 'one', 'two', 'three', 'four'])
  expect(outboxOf(first)).toEqual([])
  await world.close()
})

test('[SY47] under its new name every op is chained anew from the first number and keeps its id', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const one = world.console(ana)
  await world.settle()
  world.cut(one)
  press(one, caseId, 'claim')
  press(one, caseId, 'note', { body: 'n' })
  const before = listUnanswered(one.db, 9)
  expect(takeNewName(one.db, 'another run of this very file', 'new-name')).toBe(false)
  expect(listUnanswered(one.db, 9)).toEqual(before)
  expect(takeNewName(one.db, `boot-ana-${one.epoch}`, 'new-name')).toBe(true)
  expect(listUnanswered(one.db, 9)).toMatchObject(
    before.map((op, index) => ({ opId: op.opId, opNo: index + 1, deviceId: 'new-name' }))
  )
  world.mend(one)
  await world.settle()
  expect(outboxOf(one)).toEqual([])
  expect(textOf(one, caseId)).toEqual(['I was charged twice in May.', 'n'])
  await world.close()
})
