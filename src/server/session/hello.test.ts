import { expect, test } from 'vitest'
import { HOUR, person, queue } from '../../../test/support/cases.ts'
import { helloOf } from '../../../test/support/hello.ts'
import { online, server, testConsole } from '../../../test/support/server.ts'
import type { Hello } from '../../shared/protocol/sync.ts'
import { putStoreId } from '../log/meta.ts'

test('[SV19] another protocol is told who needs the update', async () => {
  const ana = (await server()).console('ana')
  expect(await ana.ask('sync:hello', { ...helloOf(ana.deviceId), proto: 99, extra: true })).toMatchObject({
    ok: false,
    why: 'UPGRADE',
    message: expect.stringContaining('the server needs an update')
  })
  expect(await ana.ask('sync:hello', { proto: 0 })).toMatchObject({
    why: 'UPGRADE',
    message: expect.stringContaining('console')
  })
})

test('[SV20] an installation belongs to who used it first', async () => {
  const host = await server()
  await online(host, 'ana', 'laptop-01')
  const ben = host.console('ben', 'laptop-01')
  expect(await ben.ask('sync:hello', helloOf('laptop-01'))).toMatchObject({ ok: false, why: 'DEVICE' })
  const stranger = host.console('stranger')
  expect(await stranger.ask('sync:hello', helloOf(stranger.deviceId))).toMatchObject({
    ok: false,
    why: 'AUTH'
  })
})

test('[SV21] of two connections of one installation the newer counts', async () => {
  const host = await server()
  const id = await host.open()
  const older = await online(host, 'ana', 'laptop-01')
  const op = older.op({ type: 'case.claim', caseId: id })
  const newer = await online(host, 'ana', 'laptop-01')
  expect(older.heard.at(-1)).toEqual({ name: 'sync:bye', payload: { why: 'replaced' } })
  expect(await older.push([op])).toMatchObject({ stop: 'BAD', results: [] })
  expect(await newer.act({ type: 'case.claim', caseId: id })).toMatchObject({ outcome: 'applied' })
  host.core.flush()
  expect(older.frames()).toEqual([])
  expect(newer.frames()).toHaveLength(1)
})

test('[SV22] too many hellos are put off, and a clock set back shuts nobody out', async () => {
  const host = await server()
  const ana = host.console('ana')
  const ask = async () => ana.ask('sync:hello', helloOf(ana.deviceId))
  for (let i = 0; i < 20; i++) expect(await ask()).toMatchObject({ ok: true })
  expect(await ask()).toMatchObject({ ok: false, why: 'BUSY', retryAfterMs: 500 })
  host.clock.now -= 10 * 365 * 24 * HOUR
  expect(await ask()).toMatchObject({ ok: false, why: 'BUSY' })
  host.clock.now += 500
  expect(await ask()).toMatchObject({ ok: true })
})

test('[SV22] nobody uses up the hellos of the others under ever new device names', async () => {
  const host = await server()
  const ana = host.console('ana')
  const asks: unknown[] = []
  for (let i = 0; i < 400; i++) asks.push(await ana.ask('sync:hello', helloOf(`made-up-${i}-name`)))
  expect(asks.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(60)
  const ben = host.console('ben')
  expect(await ben.ask('sync:hello', helloOf(ben.deviceId))).toMatchObject({ ok: true })
})

test('[SV23] a console goes on from its cursor, or fetches anew when what it knew is not so any more', async () => {
  const host = await server()
  await host.open()
  const ana = host.console('ana')
  const { storeId, seq: first } = await ana.hello()
  expect(ana.welcome).toMatchObject({ kept: [], fetch: { asOf: first, scopes: ['L1/billing', 'user:ana'] } })
  await host.open()
  const seq = first + 1
  const scopes = ['L1/billing', 'user:ana']
  const known = { storeId, cursor: seq, scopes }
  const plan = async (over: Partial<Hello>) => {
    const { kept, fetch } = await ana.hello({ ...known, ...over })
    return { kept, asOf: fetch?.asOf ?? null, fetch: fetch?.scopes ?? [] }
  }
  const goesOn = { kept: scopes, asOf: null, fetch: [] }
  const anew = { kept: [], fetch: scopes }
  expect(await plan({})).toEqual(goesOn)
  expect(await plan({ cursor: first })).toEqual(goesOn)
  expect(await plan({ cursor: first - 1 })).toMatchObject(anew)
  expect(await plan({ cursor: seq + 1 })).toMatchObject(anew)
  expect(await plan({ scopes: [] })).toEqual({ ...anew, asOf: seq })
  expect(await plan({ scopes: ['user:ana'] })).toEqual({
    kept: ['user:ana'],
    asOf: seq,
    fetch: ['L1/billing']
  })
  await host.home.write((tx) => putStoreId(tx, 'after-a-restore'))
  expect(await plan({})).toMatchObject(anew)
  expect(ana.welcome.storeId).toBe('after-a-restore')
  expect(
    await ana.push([ana.op({ type: 'case.claim', caseId: await host.open() })], { storeId })
  ).toMatchObject({
    stop: 'STORE'
  })
})

test('[SV23] [SY13] what lies before somebody came to a queue is not told by going on from an older cursor', async () => {
  const host = await server()
  await host.open()
  const ana = host.console('ana')
  const { storeId, seq } = await ana.hello()
  const secret = await host.open({ queue: queue('L2/billing') })
  await host.core.putPerson(person('ana', { queues: [queue('L1/billing'), queue('L2/billing')] }))
  // She says that she holds it, but her cursor is from before she had it.
  const back = { storeId, cursor: seq, scopes: ['L1/billing', 'L2/billing', 'user:ana'] }
  expect(await ana.hello(back)).toMatchObject({
    kept: ['L1/billing', 'user:ana'],
    fetch: { asOf: seq, scopes: ['L2/billing'] }
  })
  expect(await ana.hello({ ...back, cursor: seq + 1 })).toMatchObject({ kept: back.scopes, fetch: null })
  expect(secret).toBeTruthy()
})

test('[SV64] whoever holds something else than the log says is noted', async () => {
  const host = await server()
  const ana = host.console('ana')
  const { storeId, seq } = await ana.hello()
  await ana.hello({ storeId, cursor: seq, scopes: ['user:ana'], differs: ['L1/billing'] })
  expect(host.reports.filter((event) => event === 'scope.differed')).toHaveLength(1)
})

test('[SV24] matrix and people come along only when the console has others', async () => {
  const host = await server()
  const ana = host.console('ana')
  const { matrix, people } = await ana.hello()
  expect(matrix?.version).toBe(1)
  expect(people?.list.map((one) => one.id)).toContain('ana')
  const again = await ana.hello({ matrixVer: 1, peopleVer: people?.ver ?? 0 })
  expect(again).toMatchObject({ matrix: null, people: null, person: { id: 'ana' } })
})

test('[SV22] a server without a matrix lets consoles wait', async () => {
  const host = await server()
  await host.home.write((tx) => tx.prepare('DELETE FROM matrices').run())
  const ana = testConsole(host.core, 'ana', 'laptop-01')
  expect(await ana.ask('sync:hello', helloOf('laptop-01'))).toMatchObject({
    why: 'BUSY',
    retryAfterMs: expect.any(Number)
  })
})
