import { expect, test } from 'vitest'
import type { Op } from '../../src/shared/protocol/op.ts'
import { opHash } from '../../src/shared/protocol/op.ts'
import type { Pushed } from '../../src/shared/protocol/sync.ts'
import { ana, ben, people, queue } from '../support/cases.ts'
import { helloOf } from '../support/hello.ts'
import { openAt, press, reviewOf, rowsOf } from '../support/people-acts.ts'
import { type Console, createWorld, type World } from '../support/world.ts'

/** What a console has ready to send, taken to the server by hand. */
function opsOf(one: Console): Op[] {
  const rows = one.db.prepare('SELECT env FROM outbox ORDER BY op_no').all() as { env: string }[]
  return rows.map((row) => JSON.parse(row.env) as Op)
}

async function byHand(world: World, one: Console, as = one.person) {
  const session = world.server.core.connect({ personId: as.id, tokenId: 'by hand' }, () => {})
  const welcome = (await session.receive('sync:hello', helloOf(one.desk.deviceId))) as { storeId: string }
  return async (ops: readonly unknown[], firstOpNo: number, storeId = welcome.storeId): Promise<Pushed> =>
    (await session.receive('sync:push', { storeId, deviceId: one.desk.deviceId, firstOpNo, ops })) as Pushed
}

async function offlineWork() {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  world.cut(atAna)
  press(atAna, caseId, 'claim')
  for (const body of ['one', 'two', 'three']) press(atAna, caseId, 'note', { body })
  const ops = opsOf(atAna)
  return { world, caseId, atAna, ops }
}

test('[SY5] a gap, a fork and another store each stop a batch there; what came before counts and the head says how far', async () => {
  const { world, atAna, ops } = await offlineWork()
  const [first, second, third, fourth] = ops
  const push = await byHand(world, atAna)
  expect(await push([first, third], 1)).toMatchObject({
    stop: 'BAD',
    headOpNo: 1,
    results: [{ opNo: 1, outcome: 'applied' }]
  })
  expect(await push([third], 3)).toMatchObject({ stop: 'GAP', headOpNo: 1, results: [] })
  expect(await push([second], 2, 'another store')).toMatchObject({ stop: 'STORE', headOpNo: 1, results: [] })
  const other = { ...second, command: { ...second?.command, body: 'slipped in' } }
  expect(await push([other], 2)).toMatchObject({ stop: 'FORKED', headOpNo: 1, results: [] })
  expect(await push([second, third, fourth], 2)).toMatchObject({ stop: null, headOpNo: 4 })
  await world.close()
})

test('[SY6] a refused op uses up its number and what comes behind it is judged all the same', async () => {
  const { world, caseId, atAna } = await offlineWork()
  const atBen = world.console(ben)
  await world.settle()
  press(atBen, caseId, 'claim')
  await world.settle()
  world.mend(atAna)
  await world.settle()
  const rows = world.server.db
    .prepare("SELECT op_no, outcome FROM op_results WHERE device_id = 'device-ana' ORDER BY op_no")
    .all()
  expect(rows).toEqual([
    { op_no: 1, outcome: 'rejected' },
    { op_no: 2, outcome: 'applied' },
    { op_no: 3, outcome: 'applied' },
    { op_no: 4, outcome: 'applied' }
  ])
  expect(rowsOf(atAna, 'L1/billing')).toMatchObject([{ id: caseId, owner: 'ben', waiting: 0 }])
  await world.close()
})

test('[SY21] an op counts by what its author may do when it is judged, and nobody sends one for somebody else', async () => {
  const { world, atAna, ops } = await offlineWork()
  const [claim] = ops
  const asBen = await byHand(world, { ...atAna, desk: { ...atAna.desk, deviceId: 'device-of-ben' } }, ben)
  const forged = { ...claim, deviceId: 'device-of-ben' } as Op
  expect(await asBen([{ ...forged, hash: opHash(forged, '') }], 1)).toMatchObject({
    stop: 'AUTH',
    headOpNo: 0,
    results: []
  })

  await world.server.core.putPerson({ ...ana, queues: [queue('L1/tech')] })
  world.mend(atAna)
  await world.settle()
  expect(reviewOf(atAna)).toMatchObject([
    { type: 'case.claim', outcome: 'held', refusal: { type: 'NoLongerAllowed' } }
  ])
  expect(rowsOf(atAna, 'L1/billing')).toEqual([])
  await world.close()
})
