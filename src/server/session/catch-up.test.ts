import { expect, test } from 'vitest'
import { escalate, queue } from '../../../test/support/cases.ts'
import { online, server } from '../../../test/support/server.ts'
import { must } from '../../shared/lib/must.ts'
import { findCase } from '../log/cases.ts'
import { headSeq } from '../log/facts.ts'

test('[SV26] a case that leaves sight says where to, by whom and why, and nothing of what is in it', async () => {
  const host = await server()
  const id = await host.open({ subject: 'secret subject', body: 'secret body' })
  const [ana, ben, lea] = [await online(host, 'ana'), await online(host, 'ben'), await online(host, 'lea')]
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  await lea.act({
    type: 'escalation.accept',
    caseId: id,
    escalationId: must(findCase(host.db, id), 'case').kase.escalations[0]?.id ?? ('' as never)
  })
  host.core.flush()
  expect(ben.frames()).toMatchObject([
    {
      from: 1,
      to: 4,
      changes: [
        { kind: 'fact', fact: { event: { type: 'case.claimed' } } },
        { kind: 'gone', seq: 3, caseId: id, to: queue('L2/billing'), by: 'ana', why: 'case.escalated' }
      ]
    }
  ])
  expect(JSON.stringify(ben.frames())).not.toContain('secret')
  expect(lea.frames()[0]?.changes).toMatchObject([
    { kind: 'enter', seq: 3, facts: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] },
    { kind: 'fact', fact: { seq: 4 } }
  ])
})

test('[SV26] somebody who sees everything gets every fact, and every new case as one that comes into sight', async () => {
  const host = await server()
  const max = await online(host, 'max')
  const id = await host.open()
  await (await online(host, 'ana')).act({ type: 'case.claim', caseId: id })
  host.core.flush()
  expect(max.frames()).toMatchObject([{ changes: [{ kind: 'enter' }, { kind: 'fact' }] }])
})

test('[SV29] somebody whose sight changed is told to say hello and nothing else until then', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const ben = await online(host, 'ben')
  await host.core.putPerson({ ...ana.welcome.person, queues: [queue('L2/billing')] })
  expect(ana.heard).toEqual([{ name: 'sync:rehello', payload: { why: 'scopes' } }])
  expect(ben.heard).toEqual([{ name: 'sync:rehello', payload: { why: 'people' } }])
  const { scopeVer } = ana.welcome
  await host.open()
  host.core.flush()
  expect(ana.frames()).toEqual([])
  expect(ben.frames()).toHaveLength(1)
  expect(await ana.ask('sync:pull', { cursor: 0, scopeVer, max: 10 })).toMatchObject({
    ok: false,
    why: 'HELLO'
  })
  const asked = { scope: 'L1/billing', asOf: 0, scopeVer }
  expect(await ana.ask('sync:snap', { ...asked, packings: ['gzip'] })).toMatchObject({
    ok: false,
    why: 'HELLO'
  })
  expect(await ana.hello({ storeId: ana.welcome.storeId })).toMatchObject({
    kept: [],
    fetch: { scopes: ['L2/billing', 'user:ana'] },
    scopeVer: scopeVer + 1
  })
  expect((await ana.fetch()).cases).toEqual([])
})

test('[SV30] an author is told up to a fact even when nothing of it is in sight', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  await (await online(host, 'lea')).act({ type: 'case.claim', caseId: id })
  host.core.flush()
  const { seq } = await ana.act({ type: 'case.note', caseId: id, body: 'one more thing' })
  host.core.flush()
  expect(ana.frames().at(-1)).toMatchObject({ to: seq, changes: [] })
})

test('[SV30] an author is told even when everybody was told of everything just before their answer', async () => {
  let flush = (): void => undefined
  const host = await server({ hooks: { afterCommit: () => flush() } })
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: id })
  await (await online(host, 'lea')).act({ type: 'case.claim', caseId: id })
  host.core.flush()
  flush = () => host.core.flush()
  const { seq } = await ana.act({ type: 'case.note', caseId: id, body: 'one more thing' })
  host.core.flush()
  expect(ana.frames().at(-1)).toMatchObject({ to: seq, changes: [] })
})

test('[SV30] who sees nothing of what happens is still told now and then how far things are', async () => {
  const host = await server()
  const zoe = await online(host, 'zoe')
  for (let i = 0; i < 256; i++) {
    await host.open()
    host.core.flush()
  }
  expect(zoe.frames()).toMatchObject([{ from: 0, to: 256, changes: [] }])
})

test('[SV31] a console that confirms nothing is left to fetch at its own pace', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const long = 'x'.repeat(20_000)
  for (let i = 0; i < 100; i++) {
    await host.open({ body: long })
    host.core.flush()
  }
  const said = ana.heard.map(({ name }) => name)
  expect(said.at(-1)).toBe('sync:poke')
  expect(said.filter((name) => name === 'sync:poke')).toHaveLength(1)
  expect(said.filter((name) => name === 'sync:frame').length).toBeLessThan(60)
  const cursor = ana.frames().at(-1)?.to ?? 0
  let at = cursor
  while (at < headSeq(host.db)) at = (await ana.pull(at)).to
  await host.open()
  host.core.flush()
  expect(ana.heard.at(-1)?.name).toBe('sync:frame')
})

test('[SV31] a console that confirms what it stored goes on getting frames', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  for (let i = 0; i < 100; i++) {
    await host.open({ body: 'x'.repeat(20_000) })
    host.core.flush()
    await ana.ask('sync:seen', { cursor: headSeq(host.db) })
  }
  expect(ana.frames()).toHaveLength(100)
})

test('[SV32] a console that is still fetching gets no frames', async () => {
  const host = await server()
  for (let i = 0; i < 3; i++) await host.open()
  const ana = host.console('ana')
  await ana.hello()
  const { asOf, cases } = await ana.fetch()
  await host.open()
  host.core.flush()
  expect(ana.heard).toEqual([])
  expect([asOf, cases.length]).toEqual([3, 3])
  expect(await ana.pull(asOf)).toMatchObject({ from: 3, to: 4 })
  await host.open()
  host.core.flush()
  expect(ana.frames()).toMatchObject([{ from: 4, to: 5 }])
})
