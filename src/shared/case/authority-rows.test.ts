import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  type Desk,
  desk,
  eva,
  HOUR,
  lastEscalation,
  lea,
  MINUTE,
  matrix,
  max,
  NINE,
  openCase,
  PACKAGE,
  queue,
  sol
} from '../../../test/support/cases.ts'
import type { StepTimeout } from '../escalation/matrix.ts'
import { SYSTEM } from '../lib/ids.ts'
import { type Ask, type HierarchicalEscalation, moneyOf } from './case.ts'
import { expiryOf } from './expiry.ts'
import { caseScopes, maySee, personScopes } from './rights.ts'

const REFUND = {
  id: 'refund',
  action: 'refund',
  tiers: ['L1'],
  overMinor: 5_000,
  upToMinor: 100_000,
  package: ['ask']
}
const MOVE = {
  id: 'to-core',
  action: 'move',
  to: queue('L3/core'),
  tiers: ['L1'],
  chain: [{ approver: { role: 'supervisor' }, minutes: 30 }],
  acceptMinutes: 15,
  resolveMinutes: 120,
  package: ['ask']
}
const LATE = {
  id: 'late',
  action: 'exception',
  exception: 'late-return',
  tiers: ['L1'],
  chain: [{ approver: { person: 'max' }, minutes: 30 }],
  package: ['ask']
}

/** ana owns a case under a matrix with these rows for authority. */
function own(hierarchical: unknown[], over: Record<string, unknown> = {}): Desk {
  const exceptions = [{ id: 'late-return', name: { en: 'Late return' } }]
  return desk({
    kase: openCase(ana),
    matrix: matrix({ hierarchical, exceptions, ...over }),
    now: NINE + HOUR
  })
}

function request(one: Desk, what: Ask, rowId: string): HierarchicalEscalation {
  one.act(ana, { type: 'approval.request', rowId, matrixVer: 7, ask: what })
  return open(one)
}

function open(one: Desk): HierarchicalEscalation {
  const found = one.kase.escalations.find((each) => each.kind === 'hierarchical')
  if (found?.kind !== 'hierarchical') throw new Error('no request')
  return found
}

const target = (one: Desk) => ({ escalationId: open(one).id, subjectHash: open(one).subjectHash })
const yes = (one: Desk): Bare => ({ type: 'approval.approve', ...target(one) })
const handOn = (one: Desk, to: typeof sol.id): Bare => ({
  type: 'approval.handOn',
  ...target(one),
  to,
  note: 'you know them'
})

function timeOut(one: Desk): void {
  const { state } = open(one)
  if (state.status !== 'requested') throw new Error('nothing waits')
  one.now = state.dueAt
  const event = expiryOf(one.kase, open(one), one.matrix && { at: one.now, matrix: one.matrix })
  if (!event) throw new Error('nothing is due')
  one.happen(SYSTEM, event)
}

const stepsWith = (...timeouts: StepTimeout[]) =>
  timeouts.map((onTimeout, i) => ({
    approver: i === 0 ? { role: 'supervisor' } : { role: 'escalation_manager' },
    minutes: 60,
    onTimeout
  }))

test('[ES17] no answer can be a no', () => {
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'decline' }, { do: 'next' }) }])
  request(one, ask(120), 'refund')
  timeOut(one)
  expect(open(one)).toMatchObject({
    state: { status: 'declined' },
    decisions: [{ by: SYSTEM, answer: 'timed_out' }]
  })
  expect(one.kase.grants).toEqual([])
})

test('[ES17] no answer can be a yes up to an amount, and above it the next step is asked', () => {
  const chain = stepsWith({ do: 'approve', upToMinor: 12_000 })
  const small = own([{ ...REFUND, chain }])
  request(small, ask(120), 'refund')
  timeOut(small)
  expect(open(small).state.status).toBe('approved')
  expect(small.kase.grants).toMatchObject([{ amountMinor: 12_000, by: ana.id, approvedBy: SYSTEM }])
  const big = own([{ ...REFUND, chain: [...chain, ...stepsWith({ do: 'next' })] }])
  request(big, ask(120.01), 'refund')
  timeOut(big)
  expect(open(big)).toMatchObject({
    state: { status: 'requested', step: 1 },
    decisions: [{ step: 0, answer: 'timed_out' }]
  })
  expect(big.kase.grants).toEqual([])
  const alone = own([{ ...REFUND, chain }])
  request(alone, ask(120.01), 'refund')
  timeOut(alone)
  expect(open(alone).state.status).toBe('expired')
  expect(alone.kase.grants).toEqual([])
})

test('[ES17] somebody can be told, who may answer as well while the step runs once more, and then it goes on', () => {
  const notify: StepTimeout = { do: 'notify', whom: { person: lea.id } }
  const one = own([{ ...REFUND, chain: stepsWith(notify) }])
  request(one, ask(120), 'refund')
  expect(one.refused(lea, yes(one))).toEqual({ type: 'NotApprover' })
  timeOut(one)
  expect(open(one).state).toEqual({
    status: 'requested',
    step: 0,
    dueAt: one.now + HOUR,
    also: { person: lea.id }
  })
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(true)
  expect(one.ask(lea, yes(one)).ok).toBe(true)
  expect(one.ask(sol, yes(one)).ok).toBe(true)
  timeOut(one)
  expect(open(one).state).toEqual({ status: 'expired', at: one.now })
})

test('[ES17] [ES28] who always stands in for somebody that is told when nobody answers sees it and decides then, and not before', () => {
  const notify: StepTimeout = { do: 'notify', whom: { person: lea.id } }
  const delegates = [{ of: lea.id, to: ben.id, when: 'always' }]
  const one = own([{ ...REFUND, chain: stepsWith(notify) }], { delegates })
  request(one, ask(120), 'refund')
  expect(one.refused(ben, yes(one))).toEqual({ type: 'NotApprover' })
  expect(caseScopes(one.kase)).not.toContain(`user:${ben.id}`)
  timeOut(one)
  expect(caseScopes(one.kase)).toContain(`user:${ben.id}`)
  expect(one.act(ben, yes(one))).toMatchObject({ event: { inPlaceOf: lea.id } })
})

test('[ES29] over an amount the last step takes two different people', () => {
  const row = { ...REFUND, chain: stepsWith({ do: 'next' }), twoPeopleOverMinor: 20_000 }
  const small = own([row])
  expect(request(small, ask(200), 'refund').chain).toHaveLength(1)
  const one = own([row])
  expect(request(one, ask(200.01), 'refund').chain).toHaveLength(2)
  one.act(sol, yes(one))
  expect(open(one).state).toMatchObject({ status: 'requested', step: 1 })
  expect(one.refused(sol, yes(one))).toEqual({ type: 'NotApprover' })
  one.act(eva, yes(one))
  expect(one.kase.grants).toMatchObject([{ amountMinor: 20_001, approvedBy: eva.id }])
})

test('[ES18] [ES29] an amount that was changed over the line takes two people as well', () => {
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }), twoPeopleOverMinor: 20_000 }])
  request(one, ask(120), 'refund')
  one.act(ana, { type: 'approval.amend', escalationId: open(one).id, ask: ask(300) })
  expect(open(one).chain).toHaveLength(2)
})

test('[ES28] a delegate decides while the other is away, and it counts as that person’s say', () => {
  const delegates = [{ of: 'sol', to: 'lea', when: 'away' }]
  const row = { ...REFUND, chain: [...stepsWith({ do: 'next' }), ...stepsWith({ do: 'next' })] }
  const one = own([row], { delegates })
  request(one, ask(120), 'refund')
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(true)
  expect(one.refused(lea, yes(one))).toEqual({ type: 'NotApprover' })
  const away = { from: one.now, until: one.now + HOUR }
  one.people = one.people.map((each) => (each.id === sol.id ? { ...sol, away } : each))
  one.act(lea, yes(one))
  expect(open(one).decisions).toMatchObject([{ by: lea.id, inPlaceOf: sol.id, answer: 'approved' }])
  expect(one.refused(sol, yes(one))).toEqual({ type: 'NotApprover' })
  expect(one.refused(lea, yes(one))).toEqual({ type: 'NotApprover' })
  expect(one.ask(eva, yes(one)).ok).toBe(true)
})

test('[ES28] a standing delegate decides at any time, but never on a request of their own or of who they stand in for', () => {
  const always = [{ of: 'sol', to: 'ben', when: 'always' }]
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }], { delegates: always })
  request(one, ask(120), 'refund')
  expect(one.ask(ben, yes(one)).ok).toBe(true)
  const mine = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }], {
    delegates: [{ of: 'sol', to: 'ana', when: 'always' }]
  })
  request(mine, ask(120), 'refund')
  expect(mine.refused(ana, yes(mine))).toEqual({ type: 'OwnRequest' })
  const theirs = own([{ ...REFUND, chain: [{ approver: { person: 'ana' }, minutes: 60 }] }], {
    delegates: [{ of: 'ana', to: 'ben', when: 'always' }]
  })
  request(theirs, ask(120), 'refund')
  expect(theirs.refused(ben, yes(theirs))).toEqual({ type: 'NotApprover' })
})

test('[ES30] who is asked hands the step on to somebody with the authority, who has its whole time', () => {
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }])
  request(one, ask(120), 'refund')
  one.now += 50 * MINUTE
  for (const to of [ana, ben])
    expect(one.refused(sol, handOn(one, to.id))).toEqual({ type: 'CannotDecide', person: to.id })
  expect(one.refused(ben, handOn(one, max.id))).toEqual({ type: 'NotApprover' })
  one.act(sol, handOn(one, max.id))
  expect(open(one)).toMatchObject({
    chain: [{ approver: { person: max.id } }],
    decisions: [{ by: sol.id, answer: 'handed_on', note: 'you know them' }],
    state: { status: 'requested', step: 0, dueAt: one.now + HOUR }
  })
  expect(one.refused(sol, yes(one))).toEqual({ type: 'NotApprover' })
  expect(one.refused(max, handOn(one, sol.id))).toEqual({ type: 'CannotDecide', person: sol.id })
  one.act(max, yes(one))
  expect(one.kase.grants).toMatchObject([{ approvedBy: max.id }])
})

test('[ES27] a limit for a customer and a period counts what was granted on other cases', () => {
  const limits = [
    { action: 'refund', tier: 'L1', perCaseMinor: 5_000, perCustomer: { minor: 8_000, days: 30 } }
  ]
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }], { limits })
  one.elsewhere = 6_000
  expect(one.refused(ana, { type: 'case.grant', ask: ask(20.01) })).toMatchObject({
    type: 'OverLimit',
    leftMinor: 2_000
  })
  one.act(ana, { type: 'case.grant', ask: ask(20) })
  expect(one.refused(ana, { type: 'case.grant', ask: ask(0.01) })).toMatchObject({
    type: 'OverLimit',
    leftMinor: 0
  })
  one.now += 31 * 24 * HOUR
  one.elsewhere = 0
  // The case's own limit holds however long ago.
  expect(one.refused(ana, { type: 'case.grant', ask: ask(30.01) })).toMatchObject({
    type: 'OverLimit',
    leftMinor: 3_000
  })
})

test('[ES35] an approved move takes the case there, to be accepted and returned like any escalation', () => {
  const one = own([MOVE])
  const what: Ask = { action: 'move', to: queue('L3/core'), package: PACKAGE }
  const asked = request(one, what, 'to-core')
  expect(one.kase.queue).toEqual(queue('L1/billing'))
  one.act(sol, yes(one))
  expect(one.kase).toMatchObject({ queue: queue('L3/core'), owner: null, grants: [] })
  expect(lastEscalation(one.kase)).toMatchObject({
    id: `${asked.id}/move`,
    kind: 'functional',
    rowId: 'to-core',
    by: ana.id,
    from: queue('L1/billing'),
    to: queue('L3/core'),
    package: PACKAGE,
    acceptBy: one.now + 15 * MINUTE,
    resolveBy: one.now + 120 * MINUTE,
    state: { status: 'requested' }
  })
  expect(one.kase.hops.at(-1)).toMatchObject({ how: 'escalated', escalationId: `${asked.id}/move` })
})

test('[ES14] [ES35] a move is not approved for a case that stands elsewhere by now', () => {
  const one = own([MOVE])
  request(one, { action: 'move', to: queue('L3/core'), package: PACKAGE }, 'to-core')
  one.act(ana, { type: 'case.transfer', to: queue('L1/tech'), note: '' })
  expect(one.refused(sol, yes(one))).toEqual({ type: 'StaleSubject' })
})

test('[ES35] an approved exception is allowed on the case', () => {
  const one = own([LATE])
  request(one, { action: 'exception', exception: 'late-return', package: PACKAGE }, 'late')
  one.act(max, yes(one))
  expect(one.kase.allowed).toEqual([
    { exception: 'late-return', by: ana.id, approvedBy: max.id, at: one.now }
  ])
  expect(moneyOf(open(one).ask)).toBeUndefined()
})

test('[ES20] [ES35] a move elsewhere and another exception are other things, the same again is not', () => {
  const one = own([MOVE, { ...MOVE, id: 'to-l2', to: queue('L2/billing') }, LATE])
  const move = (to: string): Bare => ({
    type: 'approval.request',
    rowId: 'x',
    matrixVer: 7,
    ask: { action: 'move', to: queue(to), package: PACKAGE }
  })
  one.act(ana, move('L3/core'))
  expect(one.refused(ana, move('L3/core'))).toMatchObject({ type: 'AlreadyAsked' })
  expect(one.ask(ana, move('L2/billing')).ok).toBe(true)
  expect(one.refused(ana, move('L2/tech'))).toEqual({ type: 'NoRoute' })
  const other: Ask = { action: 'exception', exception: 'none', package: PACKAGE }
  expect(one.refused(ana, { type: 'approval.request', rowId: 'late', matrixVer: 7, ask: other })).toEqual({
    type: 'NoSuchException'
  })
})
