import { expect, test } from 'vitest'
import { matrix, queue } from '../../test/support/cases.ts'
import { online, server } from '../../test/support/server.ts'
import { createCore } from './core.ts'
import { findMatrix, newestMatrixVer } from './log/matrices.ts'

const errorsOf = (candidate: unknown) => {
  const host = server()
  host.open()
  const published = host.core.publishMatrix(candidate, 'ada')
  expect(newestMatrixVer(host.db)).toBe(published.ok ? 2 : 1)
  if (published.ok) return []
  if (published.error.type !== 'MatrixFindings') throw new Error(published.error.type)
  return published.error.findings
    .filter(({ level }) => level === 'error')
    .map(({ path, code, values }) => `${path} ${code} ${Object.values(values).join(' ')}`)
}

test('[SV33] a matrix that does not fit its schema is refused with path and reason', () => {
  expect(errorsOf(matrix())).toEqual([])
  expect(errorsOf(null)).toMatchObject([expect.stringContaining(' shape ')])
  expect(errorsOf({ ...matrix(), currency: 'euro' })).toEqual(['currency shape euro unknown_currency'])
  expect(errorsOf({ ...matrix(), surprise: 1 })).toHaveLength(1)
  expect(errorsOf({ ...matrix(), format: 'tierline.matrix/9' })).toEqual(['format newer_format '])
})

test('[SV33] a matrix that points to what is not there is refused, and so is one that loses a queue with work in it', () => {
  const { functional, hierarchical, tiers } = matrix()
  const [row, second, third] = functional
  const [ask] = hierarchical
  const changed = (over: object) => errorsOf(matrix({ functional: [{ ...row, ...over }, second, third] }))
  expect(changed({ to: queue('L2/nowhere') })).toEqual(['functional.0.to unknown_team L2/nowhere'])
  expect(changed({ to: queue('L1/tech') })).toEqual(['functional.0.to not_up L1 L1/tech'])
  expect(changed({ from: { tier: 'L4' } })).toEqual(['functional.0.from unknown_tier L4'])
  expect(
    errorsOf(matrix({ hierarchical: [{ ...ask, chain: [{ approver: { person: 'nobody' }, minutes: 5 }] }] }))
  ).toEqual(['hierarchical.0.chain.0.approver unknown_person nobody'])
  const without = tiers.map((tier) => ({
    ...tier,
    teams: tier.teams.filter((team) => team.id !== 'billing')
  }))
  expect(errorsOf(matrix({ tiers: without, functional: [second, third] }))).toEqual([
    'tiers lost_queue L1/billing 1'
  ])
})

test('[MX3] what is only questionable is published', () => {
  const { limits } = matrix()
  const customer = { minor: 1, days: 30 }
  expect(errorsOf(matrix({ limits: limits.map((one) => ({ ...one, perCustomer: customer })) }))).toEqual([])
})

test('[SV34] every version is kept, and every console is told', () => {
  const host = server()
  const ana = online(host, 'ana')
  const published = host.core.publishMatrix({ ...matrix(), version: 99, name: 'Second' }, 'ada')
  expect(published).toMatchObject({ ok: true, value: { version: 2, author: 'ada' } })
  expect(findMatrix(host.db, 1)).toMatchObject({ version: 1, name: 'Test' })
  expect(findMatrix(host.db, 2)).toMatchObject({ version: 2, name: 'Second' })
  expect(ana.heard).toEqual([{ name: 'sync:rehello', payload: { why: 'matrix' } }])
  expect(ana.hello({ matrixVer: 1 }).matrix).toMatchObject({ name: 'Second' })
})

test('[SV34] what another program published is noticed at the next tick', () => {
  const host = server()
  const ana = online(host, 'ana')
  const beside = createCore({ db: host.db, now: () => 0, newId: () => 'x' })
  beside.publishMatrix(matrix(), 'command line')
  beside.putPerson({ ...ana.welcome.person, name: 'Ana Ruiz' })
  expect(ana.heard).toEqual([])
  host.core.tick()
  host.core.tick()
  expect(ana.heard.map(({ payload }) => payload)).toEqual([{ why: 'matrix' }, { why: 'people' }])
})
