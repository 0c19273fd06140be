import { expect, test } from 'vitest'
import {
  ada,
  ana,
  ask,
  type Bare,
  ben,
  cfo,
  type Desk,
  desk,
  escalate,
  eva,
  HOUR,
  lastEscalation,
  lea,
  lia,
  MINUTE,
  matrix,
  max,
  mia,
  NINE,
  openCase,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'
import { CaseId, EscalationId, PersonId, SYSTEM } from '../lib/ids.ts'
import type { Person } from '../people/person.ts'
import type { Ask, HierarchicalEscalation, MoneyAsk } from './case.ts'
import { stepDue } from './chain.ts'
import { expiryOf } from './expiry.ts'
import { subjectHash } from './subject-hash.ts'

const grant = (one: MoneyAsk): Bare => ({ type: 'case.grant', ask: one })
const request = (one: Ask, rowId = 'refund-200'): Bare => ({
  type: 'approval.request',
  rowId,
  matrixVer: 7,
  ask: one
})

/** ana's case with a request for a refund, asked at ten. */
function requested(euros = 120): Desk {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, request(ask(euros), euros > 200 ? 'refund-1000' : 'refund-200'))
  return one
}

function open(one: Desk): HierarchicalEscalation {
  const found = lastEscalation(one.kase)
  if (found.kind !== 'hierarchical') throw new Error('no request')
  return found
}
const target = (one: Desk) => ({ escalationId: open(one).id, subjectHash: open(one).subjectHash })
const approve = (one: Desk, note?: string): Bare => ({
  type: 'approval.approve',
  ...target(one),
  ...(note ? { note } : {})
})
const decline = (one: Desk): Bare => ({ type: 'approval.decline', ...target(one), reason: 'no receipt' })
const amend = (one: Desk, next: Ask): Bare => ({
  type: 'approval.amend',
  escalationId: open(one).id,
  ask: next
})
const withdraw = (one: Desk): Bare => ({ type: 'escalation.withdraw', escalationId: open(one).id })
function expire(one: Desk): void {
  const event = expiryOf(one.kase, open(one), { at: one.now, matrix: one.matrix })
  if (!event) throw new Error('nothing is due')
  one.happen(SYSTEM, event)
}

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

test('[ES13] a step for supervisors is decided by one of the queue that asked, or by an escalation manager', () => {
  for (const by of [sol, eva, max]) {
    const one = requested()
    one.act(by, approve(one))
    expect(open(one).state).toEqual({ status: 'approved', at: one.now })
  }
  const one = requested()
  const others: Person[] = [ben, zoe, lea, lia, cfo, ada, { ...sol, queues: [queue('L1/tech')] }]
  for (const other of others) {
    expect(one.refused(other, approve(one))).toEqual({ type: 'NotApprover' })
    expect(one.refused(other, decline(one))).toEqual({ type: 'NotApprover' })
  }
})

test('[ES13] the queue that asked counts, also after the case has gone up', () => {
  const one = requested()
  const asked = target(one)
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(one.refused(lia, { type: 'approval.approve', ...asked })).toEqual({ type: 'NotApprover' })
  one.act(sol, { type: 'approval.approve', ...asked })
  expect(one.kase.grants).toMatchObject([{ by: ana.id, approvedBy: sol.id }])
})

test('[ES13] [CA17] a step for one person is decided by that person alone, be it an administrator', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, request(ask(10, { action: 'credit' }), 'credit'))
  for (const other of [sol, max, ada])
    expect(one.refused(other, approve(one))).toEqual({ type: 'NotApprover' })
  expect(one.ask(cfo, decline(one)).ok).toBe(true)
  one.act(cfo, approve(one))
  expect(one.kase.grants).toMatchObject([{ action: 'credit', amountMinor: 1_000, approvedBy: cfo.id }])
})

test('[ES13] nobody decides their own request', () => {
  for (const by of [sol, max]) {
    const one = desk({ kase: openCase({ ...by, tier: 'L1' }) })
    one.act({ ...by, tier: 'L1' }, request(ask(120)))
    expect(one.refused(by, approve(one))).toEqual({ type: 'OwnRequest' })
    expect(one.refused(by, decline(one))).toEqual({ type: 'OwnRequest' })
  }
})

test('[ES13] nobody decides two steps of a request', () => {
  const one = requested(500)
  one.act(max, approve(one))
  expect(one.refused(max, approve(one))).toEqual({ type: 'NotApprover' })
  expect(one.refused(max, decline(one))).toEqual({ type: 'NotApprover' })
  one.act(mia, approve(one))
  expect(open(one).state.status).toBe('approved')
})

test('[ES14] an answer to an ask that was changed meanwhile is stale', () => {
  const one = requested()
  const old = target(one)
  one.act(ana, amend(one, ask(130)))
  expect(one.refused(sol, { type: 'approval.approve', ...old })).toEqual({ type: 'StaleSubject' })
  expect(one.refused(sol, { type: 'approval.decline', ...old, reason: 'no' })).toEqual({
    type: 'StaleSubject'
  })
  one.act(sol, approve(one))
  expect(one.kase.grants).toMatchObject([{ amountMinor: 13_000 }])
})

test('[ES14] every part of the ask, the case and its customer makes another subject', () => {
  const kase = openCase(ana)
  const hashes = [
    subjectHash(kase, 'e1', ask(120)),
    subjectHash(kase, 'e2', ask(120)),
    subjectHash(kase, 'e1', ask(121)),
    subjectHash(kase, 'e1', ask(120, { action: 'credit' })),
    subjectHash(kase, 'e1', ask(120, { currency: 'USD' })),
    subjectHash(kase, 'e1', ask(120, { package: { ask: 'please' } })),
    subjectHash({ ...kase, customer: { ...kase.customer, id: 'cust-9' } }, 'e1', ask(120)),
    subjectHash({ ...kase, id: CaseId.parse('case-2') }, 'e1', ask(120))
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
  const { package: left, ...rest } = ask(120)
  expect(subjectHash(kase, 'e1', { package: left, ...rest })).toBe(hashes[0])
})

test('[ES15] the chain is asked in order, each step with its own time, and the last yes grants', () => {
  const one = requested(500)
  expect(one.refused({ ...mia, role: 'agent' }, approve(one))).toEqual({ type: 'NotApprover' })
  one.now += 30 * MINUTE
  one.act(sol, approve(one, 'fine by me'))
  expect(open(one).state).toEqual({ status: 'requested', step: 1, dueAt: one.now + 2 * HOUR })
  expect(one.kase.grants).toEqual([])
  expect(one.refused(eva, approve(one))).toEqual({ type: 'NotApprover' })
  one.now += HOUR
  one.act(max, approve(one))
  expect(open(one)).toMatchObject({
    decisions: [
      { step: 0, by: sol.id, at: NINE + 90 * MINUTE, answer: 'approved', note: 'fine by me' },
      { step: 1, by: max.id, at: one.now, answer: 'approved' }
    ],
    state: { status: 'approved', at: one.now }
  })
  expect(one.kase.grants).toEqual([
    { action: 'refund', amountMinor: 50_000, currency: 'EUR', by: ana.id, approvedBy: max.id, at: one.now }
  ])
  expect(one.kase.owner).toBe(ana.id)
})

test('[ES15] [ES11] what was granted with approval does not count against the limit', () => {
  const one = requested(120)
  one.act(sol, approve(one))
  expect(one.act(ana, grant(ask(50))).outcome).toBe('applied')
})

test('[ES15] a request that has ended is not answered again', () => {
  const one = requested()
  one.act(sol, approve(one))
  expect(one.refused(eva, approve(one))).toEqual({ type: 'EscalationEnded', status: 'approved' })
  expect(one.refused(eva, decline(one))).toEqual({ type: 'EscalationEnded', status: 'approved' })
  expect(one.refused(ana, withdraw(one))).toEqual({ type: 'EscalationEnded', status: 'approved' })
  expect(one.refused(ana, amend(one, ask(130)))).toEqual({ type: 'EscalationEnded', status: 'approved' })
  expect(one.kase.grants).toHaveLength(1)
})

test('[ES15] there is nothing to answer where nothing was asked', () => {
  const one = desk({ kase: openCase(ana) })
  const nothing = { escalationId: EscalationId.parse('none'), subjectHash: 'x' }
  const answers: Bare[] = [
    { type: 'approval.approve', ...nothing },
    { type: 'approval.decline', ...nothing, reason: 'x' },
    { type: 'approval.amend', escalationId: nothing.escalationId, ask: ask(120) }
  ]
  for (const answer of answers) expect(one.refused(sol, answer)).toEqual({ type: 'NoSuchEscalation' })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const functional = lastEscalation(one.kase).id
  for (const answer of answers) {
    expect(one.refused(sol, { ...answer, escalationId: functional } as Bare)).toEqual({
      type: 'NoSuchEscalation'
    })
  }
})

test('[ES16] one no ends the request and grants nothing', () => {
  const one = requested(500)
  one.act(sol, approve(one))
  one.act(max, decline(one))
  expect(open(one)).toMatchObject({
    decisions: [
      { step: 0, by: sol.id, answer: 'approved' },
      { step: 1, by: max.id, at: one.now, answer: 'declined', note: 'no receipt' }
    ],
    state: { status: 'declined', at: one.now }
  })
  expect(one.kase.grants).toEqual([])
})

test('[ES17] a step nobody answered goes to the next one, and the last one ends', () => {
  const one = requested(500)
  one.now += HOUR - 1
  expect(expiryOf(one.kase, open(one), { at: one.now, matrix: one.matrix })).toBeUndefined()
  one.now += 1
  expire(one)
  expect(open(one)).toMatchObject({
    decisions: [{ step: 0, by: SYSTEM, at: one.now, answer: 'timed_out' }],
    state: { status: 'requested', step: 1, dueAt: one.now + 2 * HOUR }
  })
  expect(one.refused(sol, approve(one))).toEqual({ type: 'NotApprover' })
  one.now += 2 * HOUR
  expire(one)
  expect(open(one).state).toEqual({ status: 'expired', at: one.now })
  expect(expiryOf(one.kase, open(one), { at: one.now + HOUR, matrix: one.matrix })).toBeUndefined()
  expect(one.refused(max, approve(one))).toEqual({ type: 'EscalationEnded', status: 'expired' })
  expect(one.kase.grants).toEqual([])
})

test('[ES17] a yes after a step that timed out still grants', () => {
  const one = requested(500)
  one.now += HOUR
  expire(one)
  one.act(max, approve(one))
  expect(one.kase.grants).toMatchObject([{ amountMinor: 50_000, approvedBy: max.id }])
})

test('[ES17] a row may end the request at the first step nobody answered', () => {
  const hierarchical = matrix().hierarchical.map((row) => ({
    ...row,
    chain: row.chain.map((step) => ({ ...step, onTimeout: { do: 'expire' } }))
  }))
  const one = desk({ kase: openCase(ana), matrix: matrix({ hierarchical }) })
  one.act(ana, request(ask(500), 'refund-1000'))
  one.now += HOUR
  expect(expiryOf(one.kase, open(one), { at: one.now, matrix: one.matrix })).toEqual({
    type: 'approval.expired',
    escalationId: open(one).id,
    step: 0,
    nextDueAt: null
  })
  expire(one)
  expect(open(one).state).toEqual({ status: 'expired', at: one.now })
})

test('[ES17] a step that the chain does not have is due at once', () => {
  expect(stepDue([{ approver: { person: PersonId.parse('cfo') }, minutes: 90 }], 0, NINE)).toBe(
    NINE + 90 * MINUTE
  )
  expect(stepDue([], 0, NINE)).toBe(NINE)
})

test('[ES18] who asked changes the ask, and the chain starts again', () => {
  const one = requested(500)
  const first = open(one)
  one.act(sol, approve(one))
  one.now += HOUR
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

test('[ES18] a request on a case that has ended is not changed', () => {
  const one = requested()
  const ended = desk({
    kase: { ...one.kase, state: { status: 'resolved', at: one.now, by: ana.id, resolution: 'solved' } }
  })
  expect(ended.refused(ana, amend(ended, ask(130)))).toMatchObject({ type: 'CaseResolved' })
})
