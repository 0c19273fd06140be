import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { carelessMatrix } from '../../test/support/careless-matrix.ts'
import { MINUTE, matrix, NINE, queue } from '../../test/support/cases.ts'
import { online, server, type TestServer } from '../../test/support/server.ts'
import { openDb } from '../sqlite/db.ts'
import { createCore } from './core.ts'
import { listMatrixVersions, newestMatrixVer } from './log/matrices.ts'
import { listPlans } from './log/matrix-plans.ts'
import { log0010 } from './log/migrations/0010-log.ts'
import { MIGRATIONS } from './log/migrations/all.ts'

const named = (name: string) => matrix({ name })
const plansOf = (host: TestServer) => listPlans(host.db).map(({ plan }) => plan)
const planned = async (host: TestServer, over: object = {}) =>
  host.core.planMatrix({
    doc: named('Planned'),
    author: 'Ada',
    reason: 'from Monday on',
    base: newestMatrixVer(host.db),
    publishAt: host.clock.now + 10 * MINUTE,
    ...over
  })
/** No queue L1/billing, where the case of a test stands. */
const withoutBilling = () => {
  const { tiers } = matrix()
  return matrix({
    functional: [],
    tiers: tiers.map((tier) => ({ ...tier, teams: tier.teams.filter(({ id }) => id !== 'billing') }))
  })
}

test('[MX30] every version says by whom, when, why, and which one it brought back', async () => {
  const host = await server()
  host.clock.now += MINUTE
  await host.core.publishMatrix(named('Second'), 'Ada', { reason: 'a quieter night' })
  await host.core.rollBackMatrix(1, { author: 'Bo', reason: 'it was not' })
  expect(listMatrixVersions(host.db)).toEqual([
    { version: 3, name: 'Test', author: 'Bo', reason: 'it was not', publishedAt: NINE + MINUTE, from: 1 },
    {
      version: 2,
      name: 'Second',
      author: 'Ada',
      reason: 'a quieter night',
      publishedAt: NINE + MINUTE,
      from: null
    },
    { version: 1, name: 'Test', author: 'ada', reason: 'tests', publishedAt: NINE, from: null }
  ])
})

test('[MX30] versions from before are kept when the database grows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-versions-'))
  const file = path.join(folder, 'server.db')
  const before = openDb(file, [log0010])
  before.write((tx) =>
    tx.prepare('INSERT INTO matrices VALUES (1, ?, ?, 5)').run(JSON.stringify(named('Old')), 'ada')
  )
  before.close()
  const db = openDb(file, MIGRATIONS)
  expect(listMatrixVersions(db)).toMatchObject([{ version: 1, name: 'Old', publishedAt: 5, from: null }])
  db.close()
  rmSync(folder, { recursive: true })
})

test('[MX31] what was made from an older version is refused, and asked twice it is one version', async () => {
  const host = await server()
  const publish = async (name: string, base: number) =>
    host.core.publishMatrix(named(name), 'Ada', { base, reason: 'because' })
  expect(await publish('Second', 1)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await publish('Second', 1)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await publish('Other', 1)).toEqual({ ok: false, error: { type: 'MatrixMoved', version: 2 } })
  expect(await host.core.publishMatrix(named('Second'), 'Bo', { base: 1, reason: 'because' })).toMatchObject({
    ok: false
  })
  expect(newestMatrixVer(host.db)).toBe(2)
})

test('[MX31] an old base is no second try, even where what it publishes is in force again', async () => {
  const host = await server()
  const publish = async (name: string, base: number) =>
    host.core.publishMatrix(named(name), 'Ada', { base, reason: 'because' })
  expect(await publish('Second', 1)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await publish('Other', 2)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await publish('Second', 3)).toMatchObject({ ok: true, value: { version: 4 } })
  expect(await publish('Second', 1)).toEqual({ ok: false, error: { type: 'MatrixMoved', version: 4 } })
})

test('[MX31] [MX34] a version brought back twice is one, and what came meanwhile is not overwritten', async () => {
  const host = await server()
  await host.core.publishMatrix(named('Second'), 'Ada', { reason: 'because' })
  const back = { author: 'Ada', reason: 'because', base: 2 }
  for (const _ of [1, 2])
    expect(await host.core.rollBackMatrix(1, back)).toMatchObject({ ok: true, value: { version: 3 } })
  // Published as it is by the same person for the same reason it is another thing to have done.
  expect(await host.core.publishMatrix(matrix(), 'Ada', { reason: 'because', base: 2 })).toMatchObject({
    error: { type: 'MatrixMoved', version: 3 }
  })
  expect(await host.core.rollBackMatrix(2, back)).toEqual({
    ok: false,
    error: { type: 'MatrixMoved', version: 3 }
  })
  expect(newestMatrixVer(host.db)).toBe(3)
})

test('[MX34] bringing a version back checks it again', async () => {
  const host = await server()
  await host.core.publishMatrix(withoutBilling(), 'Ada')
  await host.core.publishMatrix(matrix(), 'Ada')
  await host.open({ queue: queue('L1/billing') })
  expect(await host.core.rollBackMatrix(2, { author: 'Ada', reason: 'back' })).toMatchObject({
    ok: false,
    error: { type: 'MatrixFindings' }
  })
  expect(await host.core.rollBackMatrix(9, { author: 'Ada', reason: 'back' })).toEqual({
    ok: false,
    error: { type: 'NotFound' }
  })
  expect(newestMatrixVer(host.db)).toBe(3)
})

test('[MX33] a plan is published at its time and every console is told', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const plan = await planned(host)
  expect(plan).toMatchObject({ ok: true, value: { state: 'waiting', name: 'Planned', base: 1 } })
  host.clock.now += 9 * MINUTE
  await host.core.tick()
  expect(newestMatrixVer(host.db)).toBe(1)
  host.clock.now += MINUTE
  await host.core.tick()
  await host.core.tick()
  expect(plansOf(host)).toMatchObject([{ state: 'published', version: 2, findings: [], movedTo: null }])
  expect(listMatrixVersions(host.db)[0]).toMatchObject({ author: 'Ada', reason: 'from Monday on' })
  expect(ana.heard).toEqual([{ name: 'sync:rehello', payload: { why: 'matrix' } }])
})

test('[MX1] [MX33] a plan kept by a build that took more is published as it was meant', async () => {
  const host = await server()
  await planned(host)
  const body = JSON.stringify({ ...carelessMatrix(), name: 'Careless' })
  await host.home.write((tx) => tx.prepare('UPDATE matrix_plans SET body = ?').run(body))
  host.clock.now += 10 * MINUTE
  await host.core.tick()
  expect(plansOf(host)).toMatchObject([{ state: 'published', version: 2, findings: [] }])
})

test('[MX33] a plan that no longer fits fails and keeps why; the one in force stays', async () => {
  const host = await server()
  await planned(host, { doc: withoutBilling() })
  await planned(host, { publishAt: host.clock.now + 20 * MINUTE })
  await host.open({ queue: queue('L1/billing') })
  host.clock.now += 10 * MINUTE
  await host.core.tick()
  expect(plansOf(host)[1]).toMatchObject({ state: 'failed', movedTo: null, version: null })
  expect(plansOf(host)[1]?.findings.length).toBeGreaterThan(0)
  expect(newestMatrixVer(host.db)).toBe(1)
  await host.core.publishMatrix(named('Meanwhile'), 'Bo')
  host.clock.now += 10 * MINUTE
  await host.core.tick()
  expect(plansOf(host)[0]).toMatchObject({ state: 'failed', movedTo: 2, findings: [] })
  expect(newestMatrixVer(host.db)).toBe(2)
})

test('[MX33] a plan is checked when it is made, asked twice it is one, and it waits through a restart', async () => {
  const host = await server()
  expect(await planned(host, { publishAt: host.clock.now })).toMatchObject({ error: { type: 'InThePast' } })
  expect(await planned(host, { doc: { ...matrix(), riskShare: 7 } })).toMatchObject({
    error: { type: 'MatrixFindings' }
  })
  expect(await planned(host, { base: 0 })).toEqual({ ok: false, error: { type: 'MatrixMoved', version: 1 } })
  expect(await planned(host)).toEqual(await planned(host))
  expect(plansOf(host)).toHaveLength(1)
  const again = createCore({ home: host.home, now: () => NINE + 10 * MINUTE, newId: () => 'new' })
  await again.tick()
  expect(newestMatrixVer(host.db)).toBe(2)
})

test('[MX33] a plan is cancelled while it waits, and not later', async () => {
  const host = await server()
  const plan = await planned(host)
  const id = plan.ok ? plan.value.id : ''
  expect(await host.core.cancelPlan('none')).toEqual({ ok: false, error: { type: 'NotFound' } })
  expect([await host.core.cancelPlan(id), await host.core.cancelPlan(id)]).toMatchObject([
    { ok: true },
    { ok: true }
  ])
  const again = await planned(host)
  expect(again).toMatchObject({ ok: true, value: { state: 'waiting' } })
  expect(again.ok && again.value.id).not.toBe(id)
  await host.core.cancelPlan(again.ok ? again.value.id : '')
  host.clock.now += 10 * MINUTE
  await host.core.tick()
  expect([newestMatrixVer(host.db), plansOf(host)[0]?.state]).toEqual([1, 'cancelled'])
  const second = await planned(host)
  host.clock.now += 10 * MINUTE
  await host.core.tick()
  expect(await host.core.cancelPlan(second.ok ? second.value.id : '')).toEqual({
    ok: false,
    error: { type: 'NotNow', state: 'published' }
  })
  expect(plansOf(host)[0]).toMatchObject({ state: 'published', version: 2 })
})
