import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  desk,
  escalate,
  HOUR,
  lea,
  MINUTE,
  matrix,
  max,
  NINE,
  openCase,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { amend, approve, open, request, requested, withdraw } from '../../../test/support/requests.ts'
import { EscalationId } from '../lib/ids.ts'
import { must } from '../lib/must.ts'
import type { MoneyAsk } from './case.ts'
import { subjectHash } from './subject-hash.ts'

const grant = (one: MoneyAsk): Bare => ({ type: 'case.grant', ask: one })

test('[ES11] within the limit the owner grants at once, up to the cent', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  const event = {
    type: 'case.granted',
    action: 'refund',
    amountMinor: 5_000,
    currency: 'EUR',
    note: 'a refund'
  }
  expect(one.act(ana, grant(ask(50)))).toEqual({ outcome: 'applied', event })
  expect(one.kase.grants).toEqual([
    { action: 'refund', amountMinor: 5_000, currency: 'EUR', by: ana.id, at: NINE + HOUR }
  ])
  expect(one.refused(ana, grant(ask(0.01)))).toEqual({ type: 'OverLimit', leftMinor: 0, currency: 'EUR' })
})

test('[ES11] what was granted before counts, whoever granted it; another tier has another limit', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.refused(ana, grant(ask(50.01)))).toEqual({
    type: 'OverLimit',
    leftMinor: 5_000,
    currency: 'EUR'
  })
  one.act(ana, grant(ask(30)))
  one.act(ana, { type: 'case.assign', to: ben.id })
  expect(one.refused(ben, grant(ask(20.01)))).toEqual({
    type: 'OverLimit',
    leftMinor: 2_000,
    currency: 'EUR'
  })
  one.act(ben, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  expect(one.refused(lea, grant(ask(170.01)))).toMatchObject({ type: 'OverLimit', leftMinor: 17_000 })
  one.act(lea, grant(ask(170)))
  expect(one.kase.grants.map((each) => each.amountMinor)).toEqual([3_000, 17_000])
})

test('[ES11] a grant without words has no note', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.act(ana, grant(ask(1, { package: {} })))).toEqual({
    outcome: 'applied',
    event: { type: 'case.granted', action: 'refund', amountMinor: 100, currency: 'EUR' }
  })
})

test('[ES11] an ended case is granted nothing', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(one.refused(ana, grant(ask(1)))).toMatchObject({ type: 'CaseResolved' })
  expect(one.refused(ana, request(ask(120)))).toMatchObject({ type: 'CaseResolved' })
})

test('[ES12] over the limit the case stays and waits for the row whose bounds hold the amount', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  const before = one.kase
  one.act(ana, request(ask(120)))
  const at = NINE + HOUR
  const id = EscalationId.parse('op-1')
  expect(one.kase).toEqual({
    ...before,
    ver: 3,
    escalations: [
      {
        id,
        kind: 'hierarchical',
        rowId: 'refund-200',
        madeUnder: 7,
        judgedUnder: 7,
        by: ana.id,
        at,
        from: queue('L1/billing'),
        ask: ask(120),
        subjectHash: subjectHash(before, id, ask(120)),
        chain: [{ approver: { role: 'supervisor' }, minutes: 60, onTimeout: { do: 'next' } }],
        onTimeout: 'next',
        decisions: [],
        state: { status: 'requested', step: 0, dueAt: at + HOUR }
      }
    ],
    updatedAt: at,
    lastChange: { by: ana.id, at, type: 'approval.requested' }
  })
})

test.each([
  [50, 'WithinLimit'],
  [50.01, 'refund-200'],
  [200, 'refund-200'],
  [200.01, 'refund-1000'],
  [1_000, 'refund-1000'],
  [1_000.01, 'NobodyMayApprove']
])('[ES12] %d euros: %s', (euros, expected) => {
  const one = desk({ kase: openCase(ana) })
  const answer = one.ask(ana, request(ask(euros), expected))
  if (!answer.ok) expect(answer.error.type).toBe(expected)
  else expect(answer.value).toMatchObject({ outcome: 'applied', event: { rowId: expected } })
})

test('[ES12] what is more than the rest of a used limit can be asked for, however little it is', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, grant(ask(30)))
  expect(one.refused(ana, grant(ask(40)))).toMatchObject({ type: 'OverLimit', leftMinor: 2_000 })
  expect(one.refused(ana, request(ask(20)))).toEqual({
    type: 'WithinLimit',
    leftMinor: 2_000,
    currency: 'EUR'
  })
  expect(one.act(ana, request(ask(40)))).toMatchObject({ outcome: 'applied', event: { rowId: 'refund-200' } })
})

test('[ES12] when another row decides now, the author is told', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.act(ana, request(ask(300), 'refund-200'))).toMatchObject({
    outcome: 'transformed',
    told: { type: 'Rerouted', was: 'refund-200', now: 'refund-1000' },
    event: { rowId: 'refund-1000' }
  })
})

test('[ES22] a request needs what its row asks for', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.refused(ana, request(ask(120, { package: { ask: '  ' } })))).toEqual({
    type: 'PackageIncomplete',
    missing: ['ask']
  })
  expect(one.refused(ana, request(ask(300, { package: {} }), 'refund-1000'))).toEqual({
    type: 'PackageIncomplete',
    missing: ['need', 'ask']
  })
})

test('[ES21] only the currency of the matrix is granted and asked for', () => {
  const one = desk({ kase: openCase(ana) })
  const wrong = { type: 'WrongCurrency', currency: 'EUR' }
  expect(one.refused(ana, grant(ask(10, { currency: 'USD' })))).toEqual(wrong)
  expect(one.refused(ana, request(ask(120, { currency: 'USD' })))).toEqual(wrong)
  one.act(ana, request(ask(120)))
  expect(one.refused(ana, amend(one, ask(120, { currency: 'USD' })))).toEqual(wrong)
})

test('[ES20] one request per action is open at a time', () => {
  const one = requested()
  expect(one.refused(ana, request(ask(60)))).toEqual({ type: 'AlreadyAsked', escalationId: open(one).id })
  one.act(ana, request(ask(10, { action: 'credit' }), 'credit'))
  expect(one.kase.escalations.map((each) => each.state.status)).toEqual(['requested', 'requested'])
  one.act(ana, { type: 'escalation.withdraw', escalationId: EscalationId.parse('op-1') })
  expect(one.act(ana, request(ask(60))).outcome).toBe('applied')
})

test('[ES15] [ES11] what was granted with approval does not count against the limit', () => {
  const one = requested(120)
  one.act(sol, approve(one))
  expect(one.act(ana, grant(ask(50))).outcome).toBe('applied')
})

test('[ES18] who asked changes the ask, and the chain starts again', () => {
  const one = requested(500)
  const first = open(one)
  one.act(sol, approve(one))
  // Neither the time of the first step nor that of the second ends then.
  one.now += 7 * MINUTE
  one.act(ana, amend(one, ask(400)))
  expect(open(one)).toEqual({
    ...first,
    ask: ask(400),
    subjectHash: subjectHash(one.kase, first.id, ask(400)),
    decisions: [],
    state: { status: 'requested', step: 0, dueAt: one.now + HOUR }
  })
  one.act(sol, approve(one))
  expect(open(one).state).toMatchObject({ status: 'requested', step: 1 })
})

test('[ES18] only who asked changes it, within the same row and action', () => {
  const one = requested(120)
  for (const other of [ben, sol, max]) {
    expect(one.refused(other, amend(one, ask(130)))).toEqual({ type: 'OnlyRequester' })
  }
  expect(one.act(ana, amend(one, ask(120)))).toEqual({ outcome: 'noop' })
  expect(one.refused(ana, amend(one, ask(300)))).toEqual({ type: 'NobodyMayApprove' })
  expect(one.refused(ana, amend(one, ask(5_000)))).toEqual({ type: 'NobodyMayApprove' })
  expect(one.refused(ana, amend(one, ask(50)))).toMatchObject({ type: 'WithinLimit' })
  expect(one.refused(ana, amend(one, ask(10, { action: 'credit' })))).toEqual({ type: 'NobodyMayApprove' })
  expect(one.refused(ana, amend(one, ask(130, { package: {} })))).toMatchObject({ type: 'PackageIncomplete' })
})

test('[ES18] an ask of another action is not slipped into a row of the same name', () => {
  const [row] = matrix().hierarchical
  if (!row) throw new Error('no row')
  const one = desk({
    kase: openCase(ana),
    matrix: matrix({ hierarchical: [row, { ...row, action: 'credit' }], limits: [] })
  })
  one.act(ana, request(ask(120)))
  expect(one.refused(ana, amend(one, ask(120, { action: 'credit' })))).toEqual({ type: 'NobodyMayApprove' })
})

test('[ES18] who asked withdraws, nobody else; the case stays as it was', () => {
  const one = requested()
  const before = one.kase
  for (const other of [ben, sol, max]) {
    expect(one.refused(other, withdraw(one))).toEqual({ type: 'OnlyRequester' })
  }
  one.act(ana, withdraw(one))
  expect(open(one).state).toEqual({ status: 'withdrawn', at: one.now })
  const { owner, clocks, hops } = before
  expect(one.kase).toMatchObject({ owner, clocks, hops, queue: before.queue })
  expect(one.refused(sol, approve(one))).toEqual({ type: 'EscalationEnded', status: 'withdrawn' })
})

test('[ES18] who has the case now ends a request that was left open on it, and resolves it', () => {
  const one = requested()
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  const resolve: Bare = { type: 'case.resolve', resolution: 'solved' }
  expect(one.refused(lea, resolve)).toEqual({ type: 'ApprovalOpen' })
  const asked = must(
    one.kase.escalations.find(({ kind }) => kind === 'hierarchical'),
    'request'
  )
  expect(one.refused(max, { type: 'escalation.withdraw', escalationId: asked.id })).toEqual({
    type: 'OnlyRequester'
  })
  one.act(lea, { type: 'escalation.withdraw', escalationId: asked.id })
  expect(one.kase).toMatchObject({ owner: lea.id, queue: queue('L2/billing') })
  one.act(lea, resolve)
})

test('[ES18] a request on a case that has ended is not changed', () => {
  const one = requested()
  const ended = desk({
    kase: { ...one.kase, state: { status: 'resolved', at: one.now, by: ana.id, resolution: 'solved' } }
  })
  expect(ended.refused(ana, amend(ended, ask(130)))).toMatchObject({ type: 'CaseResolved' })
})
