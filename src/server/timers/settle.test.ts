import { expect, test } from 'vitest'
import { ask, MINUTE, matrix } from '../../../test/support/cases.ts'
import { online, server, type TestServer } from '../../../test/support/server.ts'
import { must } from '../../shared/lib/must.ts'
import { findCase } from '../log/cases.ts'
import type { Effect } from '../log/effects.ts'

type Then = { readonly do: 'decline' } | { readonly do: 'approve'; readonly upToMinor: number }

/** A server whose refunds end so when nobody answers, and one asked for. `before`: how many facts others made first. */
async function asked(then: Then, before = 0) {
  const sent: Effect[] = []
  const host = await server({ courier: { deliver: (effect) => void sent.push(effect) } })
  const hierarchical = matrix().hierarchical.map((row) =>
    row.id === 'refund-200' ? { ...row, chain: row.chain.map((step) => ({ ...step, onTimeout: then })) } : row
  )
  expect((await host.core.publishMatrix(matrix({ hierarchical }), 'ada')).ok).toBe(true)
  const id = await host.open()
  for (let n = 0; n < before; n += 1) await host.open()
  const ana = await online(host, 'ana', 'device-of-ana')
  await ana.act({ type: 'case.claim', caseId: id }, { opId: 'claim' as never })
  await ana.act(
    { type: 'approval.request', caseId: id, rowId: 'refund-200', matrixVer: 2, ask: ask(100) },
    { opId: 'request' as never }
  )
  return { host, id, sent }
}

const requestOf = (host: TestServer, id: Parameters<typeof findCase>[1]) => {
  const one = must(findCase(host.db, id)?.kase.escalations[0], 'request')
  if (one.kind !== 'hierarchical') throw new Error('another kind')
  return one
}

test('[ES38] a yes after the time ran out is judged as if the timer had come by, although it has not', async () => {
  const { host, id, sent } = await asked({ do: 'decline' })
  const { id: escalationId, subjectHash } = requestOf(host, id)
  host.clock.now += 100 * 24 * 60 * MINUTE
  const late = await (await online(host, 'sol')).act({
    type: 'approval.approve',
    caseId: id,
    escalationId,
    subjectHash
  })
  expect(late).toMatchObject({
    outcome: 'rejected',
    refusal: { type: 'EscalationEnded', status: 'declined' }
  })
  await host.core.tick()
  expect(sent).toEqual([])
  expect(findCase(host.db, id)?.kase.grants).toEqual([])
})

test('[SV14] what the clock said yes to goes out under the same key wherever in the log it comes to stand', async () => {
  const keyAfter = async (before: number) => {
    const { host, id, sent } = await asked({ do: 'approve', upToMinor: 20_000 }, before)
    const { state } = requestOf(host, id)
    host.clock.now = state.status === 'requested' ? state.dueAt : 0
    await host.core.tick()
    expect(sent).toMatchObject([{ kind: 'grant', payload: { amountMinor: 10_000 } }])
    return sent[0]?.key
  }
  const keys = [await keyAfter(0), await keyAfter(5)]
  expect(keys[0]).toBe(keys[1])
  expect(keys[0]).toContain('request')
})
