import { expect, test } from 'vitest'
import { HOUR, matrix, queue } from '../../test/support/cases.ts'
import { online, server, type TestServer } from '../../test/support/server.ts'
import type { Matrix } from '../shared/escalation/matrix.ts'
import type { CaseId } from '../shared/lib/ids.ts'
import { must } from '../shared/lib/must.ts'
import { checkHere } from './check-here.ts'
import { findCase } from './log/cases.ts'

const DAY = 24 * HOUR

const found = (host: TestServer, doc: unknown) =>
  checkHere(host.db, doc, host.clock.now)
    .findings.filter(({ code }) => /queue|currency|shape/.test(code))
    .map(({ level, code, values }) => [level, code, ...Object.values(values)])

/** The same without one team, and without rows that point to it. */
function without(key: string, over: Partial<Matrix> = {}): Matrix {
  const doc = matrix({ ...over, functional: [] })
  return {
    ...doc,
    hierarchical: doc.hierarchical.filter((row) => row.action !== 'move'),
    tiers: doc.tiers.map((tier) => ({
      ...tier,
      teams: tier.teams.filter(({ id }) => `${tier.id}/${id}` !== key)
    }))
  }
}

const move = {
  id: 'to-core',
  action: 'move' as const,
  tiers: ['L1' as const],
  when: {},
  to: queue('L3/core'),
  acceptMinutes: 30,
  resolveMinutes: 240,
  chain: [{ approver: { role: 'supervisor' as const }, minutes: 60, onTimeout: { do: 'next' as const } }],
  package: ['ask' as const]
}

async function withMove() {
  const host = await server()
  const doc = matrix({ hierarchical: [...matrix().hierarchical, move] })
  await host.core.publishMatrix(doc, 'ada')
  return { host, doc, ana: await online(host, 'ana') }
}

async function owned(host: TestServer, ana: Awaited<ReturnType<typeof online>>): Promise<CaseId> {
  const caseId = await host.open()
  expect(await ana.act({ type: 'case.claim', caseId })).toMatchObject({ outcome: 'applied' })
  return caseId
}

test('[MX5] a queue that goes although open moves and returns lead to it is told with their number', async () => {
  const { host, ana } = await withMove()
  const asking = await owned(host, ana)
  expect(found(host, without('L3/core'))).toEqual([])
  const ask = { action: 'move' as const, to: queue('L3/core'), package: { ask: 'please' } }
  expect(
    await ana.act({ type: 'approval.request', caseId: asking, rowId: 'to-core', matrixVer: 2, ask })
  ).toMatchObject({ outcome: 'applied' })
  expect(found(host, without('L3/core'))).toEqual([['warning', 'awaited_queue', 'L3/core', '1']])
  const escalate = { to: queue('L2/billing'), package: { need: 'a', tried: 'b' }, matrixVer: 2 }
  const above = [await owned(host, ana), await owned(host, ana)]
  for (const caseId of above) {
    expect(await ana.act({ type: 'case.escalate', caseId, rowId: 'l1-billing', ...escalate })).toMatchObject({
      outcome: 'applied'
    })
  }
  // The case with the move stands there itself, so that is what is told.
  expect(found(host, without('L1/billing'))).toEqual([['error', 'lost_queue', 'L1/billing', '1']])
  const gone = await owned(host, ana)
  await ana.act({ type: 'case.escalate', caseId: gone, rowId: 'l1-billing', ...escalate })
  const [back] = must(findCase(host.db, gone), 'case').kase.escalations
  const escalationId = must(back, 'escalation').id
  await ana.act({ type: 'escalation.withdraw', caseId: gone, escalationId })
  await ana.act({ type: 'case.transfer', caseId: gone, to: queue('L1/tech'), note: '' })
  await ana.act({ type: 'case.transfer', caseId: asking, to: queue('L1/tech'), note: '' })
  const awaited = [['warning', 'awaited_queue', 'L1/billing', '2']]
  expect(found(host, without('L1/billing'))).toEqual(awaited)
  // Accepted, it may be returned all the same.
  const lea = await online(host, 'lea')
  expect(await lea.act({ type: 'case.claim', caseId: must(above[0], 'case') })).toMatchObject({
    outcome: 'applied'
  })
  expect(found(host, without('L1/billing'))).toEqual(awaited)
})

test('[MX19] another currency is not put in force while amounts in this one count', async () => {
  const perCustomer = { minor: 50_000, days: 30 }
  const limited = matrix().limits.map((one) => ({ ...one, perCustomer }))
  const host = await server()
  const ana = await online(host, 'ana')
  const yen = matrix({ currency: 'JPY' })
  expect(found(host, yen)).toEqual([])
  const granted = await owned(host, ana)
  const money = (amountMinor: number) => ({
    action: 'refund' as const,
    amountMinor,
    currency: 'EUR',
    package: { ask: 'please' }
  })
  await ana.act({ type: 'case.grant', caseId: granted, ask: money(4_000) })
  const asked = await owned(host, ana)
  await ana.act({
    type: 'approval.request',
    caseId: asked,
    rowId: 'refund-200',
    matrixVer: 1,
    ask: money(9_000)
  })
  expect(found(host, yen)).toEqual([['error', 'currency_changed', 'EUR', 'JPY', '2']])
  expect(found(host, matrix())).toEqual([])
  expect(await host.core.publishMatrix(yen, 'ada')).toMatchObject({
    ok: false,
    error: { type: 'MatrixFindings', findings: [{ code: 'currency_changed' }] }
  })
  const [request] = must(findCase(host.db, asked), 'case').kase.escalations
  const escalationId = must(request, 'request').id
  await ana.act({ type: 'escalation.withdraw', caseId: asked, escalationId })
  for (const caseId of [granted, asked])
    expect(await ana.act({ type: 'case.resolve', caseId, resolution: 'solved' })).toMatchObject({
      outcome: 'applied'
    })
  expect(found(host, matrix({ currency: 'JPY', limits: limited }))).toEqual([
    ['error', 'currency_changed', 'EUR', 'JPY', '1']
  ])
  expect(found(host, yen)).toEqual([])
  host.clock.now += 30 * DAY
  expect(found(host, matrix({ currency: 'JPY', limits: limited }))).toEqual([])
  expect(await host.core.publishMatrix(yen, 'ada')).toMatchObject({ ok: true })
})

test('[MX19] [ES27] what was granted with approval is no part of a customer’s period, in no currency', async () => {
  const host = await server()
  const [ana, sol] = [await online(host, 'ana'), await online(host, 'sol')]
  const perCustomer = { minor: 50_000, days: 30 }
  const yen = matrix({ currency: 'JPY', limits: matrix().limits.map((one) => ({ ...one, perCustomer })) })
  const caseId = await owned(host, ana)
  const money = { action: 'refund' as const, currency: 'EUR', package: { ask: 'please' } }
  await ana.act({
    type: 'approval.request',
    caseId,
    rowId: 'refund-200',
    matrixVer: 1,
    ask: { ...money, amountMinor: 9_000 }
  })
  const [request] = must(findCase(host.db, caseId), 'case').kase.escalations
  const { id: escalationId, subjectHash } = must(
    request?.kind === 'hierarchical' ? request : undefined,
    'request'
  )
  expect(await sol.act({ type: 'approval.approve', caseId, escalationId, subjectHash })).toMatchObject({
    outcome: 'applied'
  })
  expect(found(host, yen)).toEqual([['error', 'currency_changed', 'EUR', 'JPY', '1']])
  await ana.act({ type: 'case.resolve', caseId, resolution: 'compensated' })
  expect(found(host, yen)).toEqual([])
})

test('[MX43] a currency there is not is put in force by no door', async () => {
  const host = await server()
  const doc = matrix({ currency: 'QQQ' })
  expect(found(host, doc)).toEqual([['error', 'shape', 'unknown_currency', 'QQQ']])
  const planning = { author: 'ada', reason: 'r', base: 1, publishAt: host.clock.now + DAY }
  for (const put of [
    await host.core.publishMatrix(doc, 'ada'),
    await host.core.planMatrix({ ...planning, doc })
  ])
    expect(put).toMatchObject({ ok: false, error: { type: 'MatrixFindings' } })
})

test('[MX3] a document with a value that a check cannot even look at is no matrix', async () => {
  const host = await server()
  const wrong = JSON.parse('{"length":{"toString":1,"valueOf":null}}') as unknown
  expect(found(host, { ...matrix(), functional: [{ ...matrix().functional[0], package: wrong }] })).toEqual([
    ['error', 'shape', expect.anything()]
  ])
  expect(found(host, { ...matrix(), name: wrong })).toEqual([['error', 'shape', expect.anything()]])
})
