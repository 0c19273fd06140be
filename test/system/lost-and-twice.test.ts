import { expect, test } from 'vitest'
import { ana, ben, people } from '../support/cases.ts'
import { helloOf } from '../support/hello.ts'
import { caseOf, openAt, press, textOf } from '../support/people-acts.ts'
import { createWorld } from '../support/world.ts'

const outboxOf = (one: { db: import('../../src/sqlite/db.ts').Db }) =>
  one.db.prepare('SELECT op_no, state FROM outbox ORDER BY op_no').all()

test('[SY2] [SY11] the server did the work and its answer was lost: sent again it is done once and heard once', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  world.server.dieAt = 'after'
  press(atAna, caseId, 'claim')
  await world.clock.forward(100)
  expect(world.server.isUp).toBe(false)
  expect(outboxOf(atAna)).toEqual([{ op_no: 1, state: 'sent' }])
  await world.restartServer()
  await world.settle()
  expect(outboxOf(atAna)).toEqual([])
  expect(caseOf(atAna, caseId)).toMatchObject({ owner: 'ana', ver: 2 })
  expect(world.server.db.prepare('SELECT count(*) AS n FROM facts WHERE case_id = ?').get(caseId)).toEqual({
    n: 2
  })
  await world.close()
})

test('[SY2] the same push twice gives the same answers and one fact', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  world.cut(atAna)
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'reply', { body: 'hello' })
  const rows = atAna.db.prepare('SELECT env FROM outbox ORDER BY op_no').all() as { env: string }[]
  const ops = rows.map((row) => JSON.parse(row.env))
  const session = world.server.core.connect({ personId: ana.id, tokenId: 'twice' }, () => {})
  const hello = { ...helloOf(atAna.desk.deviceId), nextOpNo: 3 }
  const welcome = (await session.receive('sync:hello', hello)) as { storeId: string }
  const push = { storeId: welcome.storeId, deviceId: atAna.desk.deviceId, firstOpNo: 1, ops }
  const once = await session.receive('sync:push', push)
  const twice = await session.receive('sync:push', push)
  expect(once).toMatchObject({
    headOpNo: 2,
    stop: null,
    results: [{ outcome: 'applied' }, { outcome: 'applied' }]
  })
  expect(twice).toEqual(once)
  session.close()
  world.mend(atAna)
  await world.settle()
  expect(textOf(atAna, caseId)).toEqual(['I was charged twice in May.', 'hello'])
  await world.close()
})

test('[SY12] [SY19] the line is cut in the middle of a frame: the console pulls the rest and shows the same as the others', async () => {
  const world = await createWorld({ people })
  const [atAna, atBen] = [world.console(ana), world.console(ben)]
  await world.settle()
  for (let n = 0; n < 30; n += 1) await openAt(world, 'L1/billing')
  atBen.dieAt = 'before'
  await world.clock.forward(50)
  expect(atBen.isDead).toBe(true)
  for (let n = 0; n < 5; n += 1) await openAt(world, 'L1/billing')
  world.cut(atAna)
  await world.clock.forward(500)
  world.mend(atAna)
  world.revive(atBen)
  await world.settle()
  const bodies = (one: typeof atAna) => one.db.prepare('SELECT body FROM cases ORDER BY id').all()
  expect(bodies(atBen)).toHaveLength(35)
  expect(bodies(atBen)).toEqual(bodies(atAna))
  await world.close()
})

test('[SY1] [SY25] a console that dies right after a commit has the work, and one that dies right before it has none of it', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  atAna.dieAt = 'before'
  expect(() => press(atAna, caseId, 'claim')).toThrow('before a commit')
  expect(outboxOf(atAna)).toEqual([])
  world.revive(atAna)
  await world.settle()
  atAna.dieAt = 'after'
  expect(() => press(atAna, caseId, 'claim')).toThrow('after a commit')
  expect(outboxOf(atAna)).toEqual([{ op_no: 1, state: 'ready' }])
  world.revive(atAna)
  await world.settle()
  expect(caseOf(atAna, caseId)).toMatchObject({ owner: 'ana' })
  await world.close()
})

test('[SY22] a machine whose disk was set back numbers its work anew and nothing is done twice or lost', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  press(atAna, caseId, 'claim')
  await world.settle()
  // As an image of yesterday's disk has it: the claim was never made here.
  atAna.db.write((tx) => {
    tx.prepare("UPDATE meta SET value = '1' WHERE key = 'nextOpNo'").run()
    tx.prepare("UPDATE meta SET value = '\"\"' WHERE key = 'lastHash'").run()
    tx.prepare('DELETE FROM archive').run()
  })
  world.cut(atAna)
  press(atAna, caseId, 'note', { body: 'made after the rollback' })
  world.mend(atAna)
  await world.settle()
  expect(textOf(atAna, caseId)).toEqual(['I was charged twice in May.', 'made after the rollback'])
  expect(outboxOf(atAna)).toEqual([])
  expect(world.server.db.prepare('SELECT op_no, outcome FROM op_results ORDER BY op_no').all()).toEqual([
    { op_no: 1, outcome: 'applied' },
    { op_no: 2, outcome: 'applied' }
  ])
  await world.close()
})
