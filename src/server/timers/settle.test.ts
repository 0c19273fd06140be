import { expect, test } from 'vitest'
import { ask, escalate, MINUTE, matrix, people } from '../../../test/support/cases.ts'
import { online, server, type TestServer } from '../../../test/support/server.ts'
import type { Command } from '../../shared/case/command.ts'
import { must } from '../../shared/lib/must.ts'
import { findCase } from '../log/cases.ts'
import type { Effect } from '../log/effects.ts'

const person = (id: string) =>
  must(
    people.find((one) => one.id === id),
    id
  )

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

test('[ES38] [SV9] who sees a case only for their request sees it no longer once the time of that is over, timer or not', async () => {
  const { host, id } = await asked({ do: 'decline' })
  const ana = await online(host, 'ana')
  const up = { ...escalate('l1-billing', 'L2/billing'), caseId: id } as Command
  expect(await ana.act(up)).toMatchObject({ outcome: 'applied' })
  const lea = await online(host, 'lea')
  await lea.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'case.note', caseId: id, body: 'In time' })
  host.clock.now += 100 * 24 * 60 * MINUTE
  await ana.act({ type: 'case.note', caseId: id, body: 'Too late' })
  const notes = host.db
    .prepare(
      "SELECT event ->> '$.late' AS late FROM facts WHERE event ->> '$.type' = 'case.noted' ORDER BY seq"
    )
    .all()
  expect(notes).toEqual([{ late: 0 }, { late: 1 }])
})

test('[SV14] [SV54] a yes goes out under one key wherever in the log it comes to stand, whoever says it and be it the clock', async () => {
  const keyAfter = async (before: number, who: 'the clock' | 'sol' | 'eva') => {
    const { host, id, sent } = await asked({ do: 'approve', upToMinor: 20_000 }, before)
    const { state, id: escalationId, subjectHash } = requestOf(host, id)
    if (who === 'the clock') host.clock.now = state.status === 'requested' ? state.dueAt : 0
    else
      await (await online(host, who)).act({ type: 'approval.approve', caseId: id, escalationId, subjectHash })
    await host.core.tick()
    expect(sent).toMatchObject([{ kind: 'grant', payload: { amountMinor: 10_000 } }])
    return sent[0]?.key
  }
  const keys = [await keyAfter(0, 'the clock'), await keyAfter(5, 'the clock'), await keyAfter(0, 'sol')]
  keys.push(await keyAfter(3, 'eva'))
  expect(new Set(keys).size).toBe(1)
})

test('[SY46] [SV90] a payment that comes again with its yes waits for somebody else than who said it, where nobody remembers keys', async () => {
  const { host, id, sent } = await asked({ do: 'decline' })
  const { id: escalationId, subjectHash } = requestOf(host, id)
  const again = { replay: true }
  await (await online(host, 'sol')).act(
    { type: 'approval.approve', caseId: id, escalationId, subjectHash },
    again
  )
  await host.core.tick()
  expect(sent).toEqual([])
  expect(host.core.heldWork(person('sol'))).toEqual([])
  const [held] = host.core.heldWork(person('ada'))
  expect(held).toMatchObject({ kind: 'effect', caseId: id, personId: 'sol' })
  const { opId } = must(held, 'held')
  expect(await host.core.decideHeld(person('ada'), opId, 'let')).toMatchObject({ ok: true })
  await host.core.tick()
  expect(sent).toMatchObject([{ key: `yes:${subjectHash}`, kind: 'grant', payload: { amountMinor: 10_000 } }])
})

test('[SV56] what fails again and again is tried later and later, and no later than in a quarter of an hour', async () => {
  const tried: number[] = []
  const host = await server({
    courier: {
      deliver: () => {
        tried.push(host.clock.now)
        throw new Error('away')
      }
    }
  })
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'case.reply', caseId: id, body: 'Hello' })
  for (let second = 0; second < 3_000; second += 1) {
    await host.core.tick()
    host.clock.now += 1_000
  }
  const waits = tried.slice(1).map((at, n) => at - (tried[n] ?? 0))
  expect(waits.slice(0, 6)).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000])
  expect(Math.max(...waits)).toBe(15 * MINUTE)
})

test('[ES36] an exception that was carried out says so among the exceptions, whatever was granted before', async () => {
  const late = {
    id: 'late',
    action: 'exception',
    exception: 'late-return',
    tiers: ['L1'],
    chain: [{ approver: { role: 'supervisor' }, minutes: 30 }],
    package: ['ask']
  }
  const exceptions = [{ id: 'late-return', name: { en: 'Late return' } }]
  const host = await server({ courier: { deliver: ({ kind }) => ({ receipt: `done: ${kind}` }) } })
  const hierarchical = [...matrix().hierarchical, late]
  expect((await host.core.publishMatrix(matrix({ hierarchical, exceptions }), 'ada')).ok).toBe(true)
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  for (const euros of [10, 11]) await ana.act({ type: 'case.grant', caseId: id, ask: ask(euros) })
  const what = { action: 'exception' as const, exception: 'late-return', package: { ask: 'please' } }
  await ana.act({ type: 'approval.request', caseId: id, rowId: 'late', matrixVer: 2, ask: what })
  const { id: escalationId, subjectHash } = requestOf(host, id)
  const sol = await online(host, 'sol')
  await sol.act({ type: 'approval.approve', caseId: id, escalationId, subjectHash })
  await host.core.tick()
  const kase = must(findCase(host.db, id), 'case').kase
  expect(kase.allowed).toMatchObject([{ exception: 'late-return', carriedOut: { receipt: 'done: allow' } }])
  expect(kase.grants.map(({ carriedOut }) => carriedOut?.receipt)).toEqual(['done: grant', 'done: grant'])
})
