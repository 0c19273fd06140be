import { expect, test } from 'vitest'
import { matrix, queue } from '../../test/support/cases.ts'
import { online, server } from '../../test/support/server.ts'
import { createCore } from './core.ts'
import { findMatrix, newestMatrixVer } from './log/matrices.ts'

const errorsOf = async (candidate: unknown) => {
  const host = await server()
  await host.open()
  const published = await host.core.publishMatrix(candidate, 'ada')
  expect(newestMatrixVer(host.db)).toBe(published.ok ? 2 : 1)
  if (published.ok) return []
  if (published.error.type !== 'MatrixFindings') throw new Error(published.error.type)
  return published.error.findings
    .filter(({ level }) => level === 'error')
    .map(({ path, code, values }) => `${path} ${code} ${Object.values(values).join(' ')}`)
}

test('[SV33] a matrix that does not fit its schema is refused with path and reason', async () => {
  expect(await errorsOf(matrix())).toEqual([])
  expect(await errorsOf(null)).toMatchObject([expect.stringContaining(' shape ')])
  expect(await errorsOf({ ...matrix(), currency: 'euro' })).toEqual(['currency shape euro unknown_currency'])
  expect(await errorsOf({ ...matrix(), surprise: 1 })).toHaveLength(1)
  expect(await errorsOf({ ...matrix(), format: 'tierline.matrix/9' })).toEqual(['format newer_format '])
})

test('[SV33] a matrix that points to what is not there is refused, and so is one that loses a queue with work in it', async () => {
  const { functional, hierarchical, tiers } = matrix()
  const [row, second, third] = functional
  const [ask] = hierarchical
  const changed = async (over: object) =>
    errorsOf(matrix({ functional: [{ ...row, ...over }, second, third] }))
  expect(await changed({ to: queue('L2/nowhere') })).toEqual(['functional.0.to unknown_team L2/nowhere'])
  expect(await changed({ to: queue('L1/tech') })).toEqual(['functional.0.to not_up L1 L1/tech'])
  expect(await changed({ from: { tier: 'L4' } })).toEqual(['functional.0.from unknown_tier L4'])
  expect(
    await errorsOf(
      matrix({ hierarchical: [{ ...ask, chain: [{ approver: { person: 'nobody' }, minutes: 5 }] }] })
    )
  ).toEqual(['hierarchical.0.chain.0.approver unknown_person nobody'])
  const without = tiers.map((tier) => ({
    ...tier,
    teams: tier.teams.filter((team) => team.id !== 'billing')
  }))
  expect(await errorsOf(matrix({ tiers: without, functional: [second, third] }))).toEqual([
    'tiers lost_queue L1/billing 1'
  ])
})

test('[MX3] what is only questionable is published', async () => {
  const { limits } = matrix()
  const customer = { minor: 1, days: 30 }
  expect(
    await errorsOf(matrix({ limits: limits.map((one) => ({ ...one, perCustomer: customer })) }))
  ).toEqual([])
})

test('[SV34] every version is kept, and every console is told', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const published = await host.core.publishMatrix({ ...matrix(), version: 99, name: 'Second' }, 'ada')
  expect(published).toMatchObject({ ok: true, value: { version: 2, author: 'ada' } })
  expect(findMatrix(host.db, 1)).toMatchObject({ version: 1, name: 'Test' })
  expect(findMatrix(host.db, 2)).toMatchObject({ version: 2, name: 'Second' })
  expect(ana.heard).toEqual([{ name: 'sync:rehello', payload: { why: 'matrix' } }])
  expect((await ana.hello({ matrixVer: 1 })).matrix).toMatchObject({ name: 'Second' })
})

test('[SV34] what another program published is noticed at the next tick', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const beside = createCore({ home: host.home, now: () => 0, newId: () => 'x' })
  await beside.publishMatrix(matrix(), 'command line')
  await beside.putPerson({ ...ana.welcome.person, name: 'Ana Ruiz' })
  expect(ana.heard).toEqual([])
  await host.core.tick()
  await host.core.tick()
  expect(ana.heard.map(({ payload }) => payload)).toEqual([{ why: 'matrix' }, { why: 'people' }])
})
