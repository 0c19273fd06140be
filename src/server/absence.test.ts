import { expect, test } from 'vitest'
import { ada, ana, ask, ben, HOUR, matrix, max, NINE, sol, zoe } from '../../test/support/cases.ts'
import { online, server } from '../../test/support/server.ts'
import { must } from '../shared/lib/must.ts'
import { findCase } from './log/cases.ts'
import { findPerson } from './log/people.ts'

const away = { from: NINE, until: NINE + 8 * HOUR }

test('[ES37] somebody’s absence is set by themself, by who answers for a queue of theirs, and by administrators', async () => {
  const host = await server()
  const may = (them: (typeof ana)[], whose: typeof ana) =>
    Promise.all(them.map(async (by) => (await host.core.setAway(by, whose.id, away)).ok))
  expect(await may([ana, sol, max, ada], ana)).toEqual([true, true, true, true])
  expect(await may([ben, zoe], ana)).toEqual([false, false])
  // A supervisor of L1 billing answers for nobody of L1 tech, and nobody but administrators for who manages every escalation.
  expect(await may([sol, max, ada], zoe)).toEqual([false, true, true])
  expect(await may([sol, max, ada], max)).toEqual([false, true, true])
})

test('[SV62] an absence is told with the people, and nobody fetches anything anew for it', async () => {
  const host = await server()
  const [hers, his] = [await online(host, 'sol'), await online(host, 'ben')]
  const { scopeVer, storeId, seq } = hers.welcome
  expect(await host.core.setAway(sol, sol.id, away)).toMatchObject({ ok: true, value: { away } })
  for (const console of [hers, his]) {
    expect(console.heard).toEqual([{ name: 'sync:rehello', payload: { why: 'people' } }])
  }
  const again = await hers.hello({ storeId, cursor: seq, scopes: hers.welcome.scopes })
  expect(again).toMatchObject({ fetch: null, scopeVer, person: { id: 'sol', away } })
  expect(again.people?.list.find(({ id }) => id === 'sol')?.away).toEqual(away)

  expect(await host.core.setAway(sol, sol.id, null)).toMatchObject({ ok: true })
  expect(findPerson(host.db, sol.id)).toEqual({ person: sol, scopeVer })
})

test('[SV62] an absence that is over already is not taken, nor one of nobody', async () => {
  const host = await server()
  const past = { from: NINE - 2 * HOUR, until: NINE }
  expect(await host.core.setAway(ana, ana.id, past)).toEqual({ ok: false, error: { type: 'InThePast' } })
  expect(await host.core.setAway(ada, 'nobody' as typeof ana.id, away)).toEqual({
    ok: false,
    error: { type: 'NotFound' }
  })
  expect(findPerson(host.db, ana.id)?.person).toEqual(ana)
})

test('[ES28] [SV62] who stands in decides from the beginning of an absence until its end, and not after it', async () => {
  const host = await server()
  const delegates = [{ of: sol.id, to: zoe.id, when: 'away' }]
  await host.core.publishMatrix(matrix({ delegates }), 'ada')
  await host.core.setAway(sol, sol.id, { from: NINE + HOUR, until: NINE + 2 * HOUR })
  const yes = async (at: number) => {
    const id = await host.open()
    const owner = await online(host, 'ana')
    await owner.act({ type: 'case.claim', caseId: id })
    await owner.act({
      type: 'approval.request',
      caseId: id,
      rowId: 'refund-200',
      matrixVer: 2,
      ask: ask(100)
    })
    const one = must(findCase(host.db, id)?.kase.escalations[0], 'request')
    const subjectHash = one.kind === 'hierarchical' ? one.subjectHash : ''
    host.clock.now = at
    const answer = { type: 'approval.approve' as const, caseId: id, escalationId: one.id, subjectHash }
    return (await (await online(host, 'zoe')).act(answer)).outcome
  }
  expect(await yes(NINE + HOUR - 1)).toBe('rejected')
  expect(await yes(NINE + HOUR)).toBe('applied')
  expect(await yes(NINE + 2 * HOUR - 1)).toBe('applied')
  expect(await yes(NINE + 2 * HOUR)).toBe('rejected')
})
