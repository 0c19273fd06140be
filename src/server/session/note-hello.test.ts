import { expect, test } from 'vitest'
import { person, queue } from '../../../test/support/cases.ts'
import { server } from '../../../test/support/server.ts'
import { findNoted } from '../log/devices.ts'

const HOUR = 3_600_000

test('[SV85] what a console said of itself at its hello is kept, and written again only when it is news', async () => {
  const host = await server()
  const ana = host.console('ana', 'laptop-01')
  await ana.hello({ app: '0.1.0', cursor: 3, waiting: 2, toReview: 1 })
  const first = host.clock.now
  expect(findNoted(host.db, 'laptop-01')).toEqual({
    app: '0.1.0',
    seenAt: first,
    cursor: 3,
    waiting: 2,
    toReview: 1
  })
  host.clock.now += 1_000
  await ana.hello({ app: '0.1.0', cursor: 4, waiting: 2, toReview: 1 })
  expect(findNoted(host.db, 'laptop-01')).toMatchObject({ seenAt: first, cursor: 3 })
  await ana.hello({ app: '0.1.0', cursor: 4, waiting: 0, toReview: 1 })
  expect(findNoted(host.db, 'laptop-01')).toMatchObject({ seenAt: first + 1_000, cursor: 4, waiting: 0 })
})

test('[SV85] the rights somebody leaves with are kept under the name of the grant, as long as ops made under it may come', async () => {
  const host = await server()
  const ana = host.console('ana', 'laptop-01')
  const first = (await ana.hello()).grant.body.id
  expect((await ana.hello()).grant.body.id).toBe(first)
  await host.core.putPerson(person('ana', { queues: [queue('L1/tech')] }))
  const second = (await ana.hello()).grant.body.id
  expect(second).not.toBe(first)
  const kept = () => host.db.prepare('SELECT grant_id AS id FROM offline_grants ORDER BY last_at').all()
  expect(new Set(kept())).toEqual(new Set([{ id: first }, { id: second }]))
  host.clock.now += 61 * 24 * HOUR
  await ana.hello()
  expect(kept()).toEqual([{ id: second }])
})

test('[SV85] what waits there grows less with every op that is answered', async () => {
  const host = await server()
  const id = await host.open()
  const ana = host.console('ana', 'laptop-01')
  await ana.hello({ waiting: 3 })
  await ana.act({ type: 'case.claim', caseId: id })
  expect(findNoted(host.db, 'laptop-01')).toMatchObject({ waiting: 2 })
  await ana.act({ type: 'case.note', caseId: id, body: 'n' })
  await ana.act({ type: 'case.release', caseId: id })
  await ana.act({ type: 'case.note', caseId: id, body: 'made after the hello' })
  expect(findNoted(host.db, 'laptop-01')).toMatchObject({ waiting: 0 })
})
