import { expect, test, vi } from 'vitest'
import { ana, ask, escalate, MINUTE, matrix, opened, queue } from '../../../test/support/cases.ts'
import { caseId, facts, online, server, type TestServer } from '../../../test/support/server.ts'
import type { CaseEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { clocksWhenOpened, targetFor } from '../../shared/sla/clocks.ts'
import { findCase } from '../log/cases.ts'
import { listDue } from '../log/due.ts'
import type { Effect } from '../log/effects.ts'

const stateOf = (host: TestServer, id: CaseId) => must(findCase(host.db, id)?.kase.escalations[0], 'request')

async function asked(host: TestServer, euros: number, rowId: string) {
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'approval.request', caseId: id, rowId, matrixVer: 1, ask: ask(euros) })
  const request = stateOf(host, id)
  const yes = async (personId: string) => {
    const subjectHash = request.kind === 'hierarchical' ? request.subjectHash : ''
    return await (await online(host, personId)).act({
      type: 'approval.approve',
      caseId: id,
      escalationId: request.id,
      subjectHash
    })
  }
  return { id, yes }
}

test('[SV14] an answer to the customer goes out once, under the id of its op', async () => {
  const sent: Effect[] = []
  const host = await server({ courier: { deliver: (effect) => void sent.push(effect) } })
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  const reply = ana.op({ type: 'case.reply', caseId: id, body: 'We are on it' })
  await ana.push([reply])
  await ana.push([reply])
  expect(sent).toEqual([])
  await host.core.tick()
  await host.core.tick()
  expect(sent).toMatchObject([
    { key: reply.opId, kind: 'mail', payload: { body: 'We are on it', customer: { name: 'Rosa Conti' } } }
  ])
})

test('[SV14] what could not be delivered is tried again later under the same key', async () => {
  const tried: string[] = []
  let isDown = true
  const host = await server({
    courier: {
      deliver: ({ key }) => {
        tried.push(key)
        return isDown ? Promise.reject(new Error('mail server down')) : Promise.resolve(undefined)
      }
    }
  })
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'case.reply', caseId: id, body: 'Hello' })
  await host.core.tick()
  await host.core.tick()
  const triesNoted = () => host.db.prepare('SELECT tries FROM effects').get()
  await vi.waitFor(() => expect(triesNoted()).toEqual({ tries: 1 }))
  expect(tried).toHaveLength(1)
  isDown = false
  await host.core.tick()
  expect(tried).toHaveLength(1)
  host.clock.now += MINUTE
  await host.core.tick()
  await vi.waitFor(() => expect(triesNoted()).toEqual({ tries: 2 }))
  host.clock.now += 60 * MINUTE
  await host.core.tick()
  expect(tried).toHaveLength(2)
  expect(new Set(tried).size).toBe(1)
})

test('[SV15] only the last yes of a chain pays out, and a small amount granted alone does too', async () => {
  const sent: Effect[] = []
  const host = await server({ courier: { deliver: (effect) => void sent.push(effect) } })
  const { id, yes } = await asked(host, 300, 'refund-1000')
  expect(await yes('sol')).toMatchObject({ outcome: 'applied' })
  await host.core.tick()
  expect(sent).toEqual([])
  await yes('max')
  await host.core.tick()
  expect(sent).toMatchObject([
    {
      key: expect.stringMatching(/^yes:[0-9a-f]{64}$/),
      kind: 'grant',
      payload: { caseId: id, action: 'refund', amountMinor: 30_000 }
    }
  ])

  const small = await host.open()
  const ben = await online(host, 'ben')
  await ben.act({ type: 'case.claim', caseId: small })
  await ben.act({ type: 'case.grant', caseId: small, ask: ask(20) })
  await host.core.tick()
  expect(sent.at(-1)).toMatchObject({ kind: 'grant', payload: { caseId: small, amountMinor: 2_000 } })
})

test('[SV16] a step nobody answered in time goes on to the next approver, and the last one ends the request', async () => {
  const host = await server()
  const { id } = await asked(host, 300, 'refund-1000')
  const max = await online(host, 'max')
  host.clock.now += 60 * MINUTE - 1
  await host.core.tick()
  expect(stateOf(host, id).state).toMatchObject({ status: 'requested', step: 0 })
  host.clock.now += 1
  await host.core.tick()
  expect(stateOf(host, id).state).toMatchObject({ status: 'requested', step: 1 })
  host.clock.now += 120 * MINUTE
  await host.core.tick()
  await host.core.tick()
  expect(stateOf(host, id).state).toMatchObject({ status: 'expired' })
  expect(facts(host.db).slice(-2)).toMatchObject([
    { type: 'approval.expired', by: 'system', opId: null },
    { type: 'approval.expired', by: 'system', opId: null }
  ])
  host.core.flush()
  expect(max.frames().at(-1)?.changes).toHaveLength(2)
})

test('[SV16] an answered step does not expire', async () => {
  const host = await server()
  const { id, yes } = await asked(host, 100, 'refund-200')
  await yes('sol')
  host.clock.now += 600 * MINUTE
  await host.core.tick()
  expect(stateOf(host, id).state).toMatchObject({ status: 'approved' })
})

test('[SV16] a request that was taken back is waited for no longer', async () => {
  const host = await server()
  const { id } = await asked(host, 100, 'refund-200')
  const escalationId = stateOf(host, id).id
  expect(listDue(host.db, host.clock.now + 600 * MINUTE, 10)).toEqual([{ caseId: id, escalationId }])
  const again = await online(host, 'ana')
  await again.act({ type: 'escalation.withdraw', caseId: id, escalationId })
  expect(listDue(host.db, host.clock.now + 600 * MINUTE, 10)).toEqual([])
})

test('[ES26] [SV53] an automatic row acts at its time, once, and consoles hear of it', async () => {
  const automatic = [
    {
      id: 'late',
      trigger: { on: 'breached', clock: 'own' },
      tiers: ['L1'],
      act: { do: 'escalate', to: queue('L2/billing'), acceptMinutes: 10, resolveMinutes: 60 }
    }
  ]
  const host = await server()
  await host.core.publishMatrix(matrix({ automatic }), 'ada')
  const lea = await online(host, 'lea')
  const id = await host.open()
  await host.core.tick()
  host.clock.now += 30 * MINUTE - 1
  await host.core.tick()
  expect(findCase(host.db, id)?.kase.queue.tier).toBe('L1')
  host.clock.now += 1
  await host.core.tick()
  await host.core.tick()
  host.core.flush()
  expect(findCase(host.db, id)?.kase).toMatchObject({
    queue: queue('L2/billing'),
    fired: [{ rowId: 'late' }]
  })
  expect(facts(host.db).filter((fact) => fact.type === 'case.escalated')).toHaveLength(1)
  expect(lea.frames().at(-1)?.changes).toMatchObject([{ kind: 'enter', caseId: id }])
})

test('[ES26] [SV53] a new matrix is looked at for every case in work, and a resolved one is left alone', async () => {
  const host = await server()
  const [waiting, done] = [await host.open(), await host.open()]
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: done })
  await ana.act({ type: 'case.resolve', caseId: done, resolution: 'solved' })
  host.clock.now += 60 * MINUTE
  await host.core.tick()
  const act = { do: 'notify', whom: { role: 'supervisor' } }
  const automatic = [{ id: 'tell', trigger: { on: 'breached', clock: 'own' }, tiers: ['L1'], act }]
  await host.core.publishMatrix(matrix({ automatic }), 'ada')
  await host.core.tick()
  expect(facts(host.db).filter((fact) => fact.type === 'case.notified')).toMatchObject([
    { caseId: waiting, by: 'system' }
  ])
})

/** Resolved by its colleagues elsewhere. */
const RESOLVED: readonly CaseEvent[] = [{ type: 'case.resolved', resolution: 'solved', clocks: {} }]

const told = { do: 'notify', whom: { role: 'supervisor' } }
const automatic = [
  { id: 'at-risk', trigger: { on: 'at_risk', clock: 'own' }, tiers: ['L1'], act: told },
  { id: 'late', trigger: { on: 'breached', clock: 'own' }, tiers: ['L1'], act: told },
  { id: 'back', trigger: { on: 'reopened', times: 1 }, tiers: ['L1'], act: told }
]

/** A case that came to this time elsewhere, as an import brings it. */
async function imported(
  host: TestServer,
  id: string,
  agoMinutes: number,
  ...more: CaseEvent[]
): Promise<CaseId> {
  const at = host.clock.now - agoMinutes * MINUTE
  const clocks = clocksWhenOpened(targetFor(matrix(), 'L1', 'normal'), at)
  const events = [opened({ clocks }), ...more].map((event, n) => ({
    at: at + n,
    by: ana.id,
    opId: null,
    event
  }))
  const mark = { jobId: id, run: 1, position: 1, total: 1 }
  await host.core.appendImported([{ caseId: caseId(id), events }], mark)
  return caseId(id)
}

const rowsThatActed = (host: TestServer, id: CaseId) =>
  findCase(host.db, id)?.kase.fired?.map(({ rowId }) => rowId) ?? []

test('[SV53] [ES26] on a case that was imported open rows act from then on: not on what came true before', async () => {
  const host = await server()
  await host.core.publishMatrix(matrix({ automatic }), 'ada')
  // Its clock to own is 30 minutes, at risk in the last quarter.
  const fresh = await imported(host, 'fresh', 5)
  const atRisk = await imported(host, 'at-risk', 25)
  const late = await imported(host, 'late', 500)
  const reopened = await imported(host, 'reopened', 500, ...RESOLVED, {
    type: 'case.reopened',
    reason: 'again',
    clocks: {}
  })
  const ended = await imported(host, 'ended', 500, ...RESOLVED)
  const all = () => [fresh, atRisk, late, reopened, ended].map((id) => rowsThatActed(host, id))
  await host.core.tick()
  expect(all()).toEqual([[], [], [], [], []])
  host.clock.now += 10 * MINUTE
  await host.core.tick()
  expect(all()).toEqual([[], ['late'], [], [], []])
  // Under a new matrix, and after all have been looked at, the past is still past.
  await host.core.publishMatrix(matrix({ automatic, riskShare: 0.2 }), 'ada')
  await host.core.tick()
  expect(all()).toEqual([[], ['late'], [], [], []])
  host.clock.now += 60 * MINUTE
  await host.core.tick()
  await host.core.tick()
  expect(all().map((rows) => rows.toSorted())).toEqual([['at-risk', 'late'], ['late'], [], [], []])
  expect(facts(host.db).filter((fact) => fact.type === 'case.notified')).toHaveLength(3)
})

test('[SV53] when somebody does something to an imported case, its rows look at all of it', async () => {
  const host = await server()
  await host.core.publishMatrix(matrix({ automatic }), 'ada')
  const late = await imported(host, 'late', 500)
  await host.core.tick()
  expect(rowsThatActed(host, late)).toEqual([])
  await (await online(host, 'ana')).act({ type: 'case.note', caseId: late, body: 'look' })
  await host.core.tick()
  await host.core.tick()
  expect(rowsThatActed(host, late).toSorted()).toEqual(['at-risk', 'late'])
})

test('[SV15] what the customer is written goes out with the escalation, once; nothing goes out without words', async () => {
  const sent: Effect[] = []
  const host = await server({ courier: { deliver: (effect) => void sent.push(effect) } })
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  const { opId } = await ana.act({
    ...escalate('l1-billing', 'L2/billing'),
    caseId: id,
    message: 'We are on it.'
  })
  await host.core.tick()
  await host.core.tick()
  expect(sent).toMatchObject([{ key: opId, kind: 'mail', payload: { body: 'We are on it.' } }])
})
