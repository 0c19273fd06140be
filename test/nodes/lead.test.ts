import { expect, test, vi } from 'vitest'
import type { Effect } from '../../src/server/log/effects.ts'
import { must } from '../../src/shared/lib/must.ts'
import { ask } from '../support/cases.ts'
import { expectSame, type Node, startNode, twoNodes } from '../support/nodes.ts'
import { facts, online } from '../support/server.ts'

const leading = (nodes: readonly Node[]): Node[] => nodes.filter(({ home }) => home.isLead())

test('[HM17] one node leads; when its line is lost it leads no more, and another takes over', {
  timeout: 60_000
}, async () => {
  const { one, other } = await twoNodes({ leads: true })
  const nodes = [one, other]
  await vi.waitFor(() => expect(leading(nodes)).toHaveLength(1), { timeout: 10_000 })
  const first = must(leading(nodes)[0], 'lead')
  const second = must(
    nodes.find((node) => node !== first),
    'other'
  )
  first.line.isDown = true
  first.line.cut()
  await vi.waitFor(() => expect([first.home.isLead(), second.home.isLead()]).toEqual([false, true]), {
    timeout: 20_000
  })
  first.line.isDown = false
  await expectSame(one, other)
  expect(second.home.isLead()).toBe(true)
  expect(first.told.map(({ event }) => event)).toEqual(expect.arrayContaining(['lead.taken', 'lead.lost']))
})

test('[HM17] what time brings is done by the lead alone', { timeout: 60_000 }, async () => {
  const sent: string[] = []
  const courierOf = (name: string) => ({ deliver: ({ key }: Effect) => void sent.push(`${name} ${key}`) })
  const { one, workspace } = await twoNodes({ courier: courierOf('lead') })
  const follower = await startNode(workspace, {
    courier: courierOf('follower'),
    wrap: (log) => ({ ...log, isLead: () => false })
  })
  const id = await follower.open()
  const ana = await online(follower, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  const { opId } = await ana.act({ type: 'case.reply', caseId: id, body: 'Hello' })
  await follower.core.tick()
  expect(sent).toEqual([])
  await expectSame(one, follower)
  await one.core.tick()
  await one.core.tick()
  expect(sent).toEqual([`lead ${opId}`])
})

test('[HM17] two that both think they lead hand an effect over once; what a node had begun with when it died goes out under the same key', {
  timeout: 60_000
}, async () => {
  const sent: string[] = []
  let isHanging = true
  const courier = {
    async deliver({ key }: Effect) {
      sent.push(key)
      if (isHanging) await new Promise(() => undefined)
      return { receipt: `for ${key}` }
    }
  }
  const { one, other } = await twoNodes({ courier })
  const id = await one.open()
  const ben = await online(one, 'ben')
  await ben.act({ type: 'case.claim', caseId: id })
  const { opId } = await ben.act({
    type: 'case.grant',
    caseId: id,
    ask: ask(10)
  })
  await expectSame(one, other)
  await Promise.all([one.core.tick(), other.core.tick()])
  await Promise.all([one.core.tick(), other.core.tick()])
  expect(sent).toEqual([opId])
  isHanging = false
  for (const node of [one, other]) node.clock.now += 61_000
  await Promise.all([one.core.tick(), other.core.tick()])
  await vi.waitFor(
    () => expect(facts(other.db).filter(({ type }) => type === 'grant.carriedOut')).toHaveLength(1),
    { timeout: 5_000 }
  )
  expect(sent).toEqual([opId, opId])
  await expectSame(one, other)
})
