import { expect, test } from 'vitest'
import { MINUTE, NINE, opened, queue } from '../../test/support/cases.ts'
import { caseId, facts, online, server } from '../../test/support/server.ts'
import { CUSTOMER } from '../shared/lib/ids.ts'
import { must } from '../shared/lib/must.ts'
import { findCase } from './log/cases.ts'

const customer = { id: 'c', name: 'Rosa', language: 'it' as const, segment: 'B2C' as const }
const wanted = {
  subject: 'Hello',
  body: 'Help',
  customer,
  channel: 'chat' as const,
  category: 'bug',
  queue: queue('L1/tech')
}

test('[SV35] a case from outside opens in its queue with its clocks running, and the same id opens it once', async () => {
  const host = await server()
  const first = await host.core.intake.open({ ...wanted, caseId: caseId('shop-1') })
  expect(await host.core.intake.open({ ...wanted, caseId: caseId('shop-1') })).toEqual(first)
  expect(first).toEqual({ ok: true, value: { caseId: 'shop-1', ref: 'T-1' } })
  const { kase } = must(findCase(host.db, caseId('shop-1')), 'case')
  expect(kase).toMatchObject({
    priority: 'normal',
    language: 'it',
    state: { status: 'new' },
    clocks: { own: { run: { state: 'running' } } }
  })
  expect(facts(host.db)).toHaveLength(1)
})

test('[SV35] a queue or category the matrix does not have is refused', async () => {
  const { core } = await server()
  expect(await core.intake.open({ ...wanted, queue: queue('L4/none') })).toMatchObject({
    error: { why: 'NoSuchQueue' }
  })
  expect(await core.intake.open({ ...wanted, category: 'none' })).toMatchObject({
    error: { why: 'NoSuchCategory' }
  })
})

test('[SV36] what a customer writes resumes a waiting case, reopens a resolved one, and a closed one takes nothing', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  const write = async () => host.core.intake.customerWrote(id, 'Any news?')
  const kase = () => must(findCase(host.db, id), 'case').kase
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'case.pend', caseId: id })
  expect(kase().clocks.resolve?.run.state).toBe('paused')
  host.clock.now += 30 * MINUTE
  expect(await write()).toEqual({ ok: true, value: { ref: 'T-1' } })
  expect(kase()).toMatchObject({
    state: { status: 'open' },
    owner: 'ana',
    clocks: { resolve: { run: { state: 'running' } } }
  })
  await ana.act({ type: 'case.resolve', caseId: id, resolution: 'solved' })
  await write()
  expect(kase()).toMatchObject({
    state: { status: 'open' },
    reopenCount: 1,
    clocks: { resolve: { run: { state: 'running' } } }
  })
  await ana.act({ type: 'case.resolve', caseId: id, resolution: 'solved' })
  await ana.act({ type: 'case.close', caseId: id })
  const before = facts(host.db)
  expect(await write()).toMatchObject({ ok: false, error: { why: 'CaseClosed' } })
  expect(await host.core.intake.customerWrote(caseId('none'), 'x')).toMatchObject({
    error: { why: 'NoSuchCase' }
  })
  expect(facts(host.db)).toEqual(before)
})

const past = (id: string, events: object[] = []) => ({
  caseId: caseId(id),
  events: [{ at: NINE - 1_000, by: CUSTOMER, opId: null, event: opened() }, ...events] as never
})
const mark = { jobId: 'job', run: 1, position: 1, total: 2 }

test('[SV37] imported facts keep their times, count what was known, and have no effects', async () => {
  const sent: unknown[] = []
  const host = await server({ courier: { deliver: (effect) => void sent.push(effect) } })
  const ana = await online(host, 'ana')
  const did = (event: object) => ({ at: NINE - 500, by: CUSTOMER, opId: null, event })
  const replied = did({ type: 'case.replied', body: 'x', clocks: {} })
  const granted = did({ type: 'case.granted', action: 'refund', amountMinor: 500, currency: 'EUR' })
  expect(await host.core.appendImported([past('i-1', [replied, granted])], mark)).toEqual({
    ...mark,
    added: 1,
    known: 0
  })
  const again = await host.core.appendImported([past('i-1'), past('i-2')], { ...mark, position: 2 })
  expect(again).toMatchObject({ position: 2, added: 2, known: 1 })
  const effects = () => host.db.prepare('SELECT * FROM effects').all()
  expect(effects()).toEqual([])
  await host.core.tick()
  expect(sent).toEqual([])
  host.core.flush()
  const fact = { kind: 'fact', fact: { at: NINE - 500 } }
  expect(ana.frames()).toMatchObject([{ changes: [{ kind: 'enter' }, fact, fact, { kind: 'enter' }] }])
  // What is done on it from now on has them.
  await ana.act({ type: 'case.claim', caseId: caseId('i-1') })
  await ana.act({ type: 'case.reply', caseId: caseId('i-1'), body: 'y' })
  expect(effects()).toMatchObject([{ kind: 'mail' }])
})

test('[SV37] a batch that fails leaves neither facts nor mark', async () => {
  const host = await server()
  const broken = {
    caseId: caseId('i-2'),
    events: [{ at: 1, by: CUSTOMER, opId: null, event: { type: 'case.closed' } }] as never
  }
  await expect(host.core.appendImported([past('i-1'), broken], mark)).rejects.toThrow('broken log')
  expect(facts(host.db)).toEqual([])
  expect(await host.core.importLog.findMark('job')).toBeUndefined()
})
