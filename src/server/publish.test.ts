import { expect, test } from 'vitest'
import { matrix, queue } from '../../test/support/cases.ts'
import { online, server } from '../../test/support/server.ts'
import { createCore } from './core.ts'
import { findMatrix, newestMatrixVer } from './log/matrices.ts'

const problemsOf = (candidate: unknown) => {
  const host = server()
  host.open()
  const published = host.core.publishMatrix(candidate, 'ada')
  expect(newestMatrixVer(host.db)).toBe(published.ok ? 2 : 1)
  return published.ok ? [] : published.error.map(({ path, problem }) => `${path}: ${problem}`)
}

test('[SV33] a matrix that does not fit its schema is refused with path and reason', () => {
  expect(problemsOf(matrix())).toEqual([])
  expect(problemsOf(null)).toMatchObject([expect.stringContaining('(whole)')])
  expect(problemsOf({ ...matrix(), currency: 'euro' })).toEqual([
    'currency: an ISO 4217 currency code, such as EUR'
  ])
  expect(problemsOf({ ...matrix(), surprise: 1 })).toHaveLength(1)
})

test('[SV33] a matrix that points to what is not there is refused, and so is one that loses a queue with work in it', () => {
  const { functional, hierarchical, tiers } = matrix()
  const [row] = functional
  const [ask] = hierarchical
  const changed = (over: object) => problemsOf(matrix({ functional: [{ ...row, ...over }] }))
  expect(changed({ to: queue('L2/nowhere') })).toContain('functional.0.to: there is no L2/nowhere')
  expect(changed({ to: queue('L1/tech') })).toContain('functional.0.to: L1/tech is not above L1')
  expect(changed({ from: { tier: 'L4' } })).toContain('functional.0.from: there is no L4')
  expect(changed({ when: { category: ['none'] } })).toEqual([
    'functional.0.when.category: there is no category none'
  ])
  expect(problemsOf(matrix({ functional: [row, row] }))).toEqual([
    'functional: l1-billing stands there twice'
  ])
  expect(
    problemsOf(
      matrix({ hierarchical: [{ ...ask, chain: [{ approver: { person: 'nobody' }, minutes: 5 }] }] })
    )
  ).toEqual(['hierarchical.0.chain.0.approver: nobody is called nobody'])
  expect(problemsOf(matrix({ hierarchical: [{ ...ask, overMinor: 9, upToMinor: 9 }] }))).toHaveLength(1)
  const without = tiers.map((tier) => ({
    ...tier,
    teams: tier.teams.filter((team) => team.id !== 'billing')
  }))
  expect(problemsOf(matrix({ tiers: without, functional: [] }))).toEqual([
    'tiers: L1/billing is gone, but 1 cases in work stand there'
  ])
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
