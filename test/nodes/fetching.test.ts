import { expect, test } from 'vitest'
import { headSeq } from '../../src/server/log/facts.ts'
import { markOf, plus } from '../../src/shared/protocol/snapshot/scope-sum.ts'
import type { Snapped } from '../../src/shared/protocol/sync.ts'
import { expectSame, twoNodes } from '../support/nodes.ts'
import { online, type TestConsole } from '../support/server.ts'

test('[SY27] [HM16] a fetch that was begun on one node goes on on another with the same files, though cases went on', async () => {
  const { one, other } = await twoNodes()
  const ids = []
  for (let n = 0; n < 5; n += 1) ids.push(await one.open())
  const [first, second] = ids
  if (!first || !second) throw new Error('no cases')
  const ana = await online(one, 'ana')
  await ana.act({ type: 'case.claim', caseId: first })
  const laptop = one.console('ben')
  const begun = await laptop.hello()
  const before = await snapOf(laptop)
  laptop.close()
  await ana.act({ type: 'case.note', caseId: first, body: 'later' })
  const lea = await online(other, 'lea')
  await lea.act({ type: 'case.note', caseId: second, body: 'later too' })
  const again = other.console('ben', laptop.deviceId)
  const { storeId, fetch } = begun
  const goesOn = await again.hello({ storeId, fetching: fetch && { asOf: fetch.asOf } })
  expect(goesOn.fetch).toEqual(fetch)
  expect(before).toMatchObject({ ok: true, manifest: { cases: 5 } })
  expect(await snapOf(again)).toEqual(before)
  // Who says nothing of a fetch is sent where this node sends everybody.
  expect((await other.console('ben').hello()).fetch?.asOf).toBeGreaterThan(fetch?.asOf ?? 99)
})

test('[SY29] [HM7] both nodes tell the sums of what all nodes wrote', async () => {
  const { one, other } = await twoNodes()
  const claimed = await one.open()
  const ana = await online(one, 'ana')
  await ana.act({ type: 'case.claim', caseId: claimed })
  const fresh = await other.open()
  await expectSame(one, other)
  for (const node of [one, other]) {
    const { sums } = await (await online(node, 'ben')).pull(headSeq(node.db))
    expect(sums).toMatchObject({ 'L1/billing': plus(markOf(claimed, 2), markOf(fresh, 1)), 'user:ben': 0 })
  }
})

async function snapOf(console: TestConsole): Promise<Snapped> {
  const { fetch, scopeVer } = console.welcome
  const asked = { scope: 'L1/billing', asOf: fetch?.asOf, scopeVer, packings: ['zstd', 'gzip'] }
  return (await console.ask('sync:snap', asked)) as Snapped
}
