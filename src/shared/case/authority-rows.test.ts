import { expect, test } from 'vitest'
import { asks, MOVE, own, REFUND, stepsWith } from '../../../test/support/authority.ts'
import {
  ana,
  ask,
  type Bare,
  ben,
  type Desk,
  eva,
  HOUR,
  lastEscalation,
  lea,
  MINUTE,
  max,
  PACKAGE,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { approve, open, target } from '../../../test/support/requests.ts'
import { type Ask, moneyOf } from './case.ts'
import { caseScopes, maySee, personScopes } from './rights.ts'

const LATE = {
  id: 'late',
  action: 'exception',
  exception: 'late-return',
  tiers: ['L1'],
  chain: [{ approver: { person: 'max' }, minutes: 30 }],
  package: ['ask']
}

const handOn = (one: Desk, to: typeof sol.id): Bare => ({
  type: 'approval.handOn',
  ...target(one),
  to,
  note: 'you know them'
})

test('[ES29] over an amount the last step takes two different people', () => {
  const row = { ...REFUND, chain: stepsWith({ do: 'next' }), twoPeopleOverMinor: 20_000 }
  const small = own([row])
  expect(asks(small, ask(200), 'refund').chain).toHaveLength(1)
  const one = own([row])
  expect(asks(one, ask(200.01), 'refund').chain).toHaveLength(2)
  one.act(sol, approve(one))
  expect(open(one).state).toMatchObject({ status: 'requested', step: 1 })
  expect(one.refused(sol, approve(one))).toEqual({ type: 'NotApprover' })
  one.act(eva, approve(one))
  expect(one.kase.grants).toMatchObject([{ amountMinor: 20_001, approvedBy: eva.id }])
})

test('[ES18] [ES29] an amount that was changed over the line takes two people as well', () => {
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }), twoPeopleOverMinor: 20_000 }])
  asks(one, ask(120), 'refund')
  one.act(ana, { type: 'approval.amend', escalationId: open(one).id, ask: ask(300) })
  expect(open(one).chain).toHaveLength(2)
})

test('[ES28] a delegate decides while the other is away, and it counts as that person’s say', () => {
  const delegates = [{ of: 'sol', to: 'lea', when: 'away' }]
  const row = { ...REFUND, chain: [...stepsWith({ do: 'next' }), ...stepsWith({ do: 'next' })] }
  const one = own([row], { delegates })
  asks(one, ask(120), 'refund')
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(true)
  expect(one.refused(lea, approve(one))).toEqual({ type: 'NotApprover' })
  const away = { from: one.now, until: one.now + HOUR }
  one.people = one.people.map((each) => (each.id === sol.id ? { ...sol, away } : each))
  one.act(lea, approve(one))
  expect(open(one).decisions).toMatchObject([{ by: lea.id, inPlaceOf: sol.id, answer: 'approved' }])
  expect(one.refused(sol, approve(one))).toEqual({ type: 'NotApprover' })
  expect(one.refused(lea, approve(one))).toEqual({ type: 'NotApprover' })
  expect(one.ask(eva, approve(one)).ok).toBe(true)
})

test('[ES28] a standing delegate decides at any time, but never on a request of their own or of who they stand in for', () => {
  const always = [{ of: 'sol', to: 'ben', when: 'always' }]
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }], { delegates: always })
  asks(one, ask(120), 'refund')
  expect(one.ask(ben, approve(one)).ok).toBe(true)
  const mine = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }], {
    delegates: [{ of: 'sol', to: 'ana', when: 'always' }]
  })
  asks(mine, ask(120), 'refund')
  expect(mine.refused(ana, approve(mine))).toEqual({ type: 'OwnRequest' })
  const theirs = own([{ ...REFUND, chain: [{ approver: { person: 'ana' }, minutes: 60 }] }], {
    delegates: [{ of: 'ana', to: 'ben', when: 'always' }]
  })
  asks(theirs, ask(120), 'refund')
  expect(theirs.refused(ben, approve(theirs))).toEqual({ type: 'NotApprover' })
})

test('[ES30] who is asked hands the step on to somebody with the authority, who has its whole time', () => {
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'next' }) }])
  asks(one, ask(120), 'refund')
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
  expect(one.refused(sol, approve(one))).toEqual({ type: 'NotApprover' })
  expect(one.refused(max, handOn(one, sol.id))).toEqual({ type: 'CannotDecide', person: sol.id })
  one.act(max, approve(one))
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
  const asked = asks(one, what, 'to-core')
  expect(one.kase.queue).toEqual(queue('L1/billing'))
  one.act(sol, approve(one))
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
  asks(one, { action: 'move', to: queue('L3/core'), package: PACKAGE }, 'to-core')
  one.act(ana, { type: 'case.transfer', to: queue('L1/tech'), note: '' })
  expect(one.refused(sol, approve(one))).toEqual({ type: 'StaleSubject' })
})

test('[ES35] an approved exception is allowed on the case', () => {
  const one = own([LATE])
  asks(one, { action: 'exception', exception: 'late-return', package: PACKAGE }, 'late')
  one.act(max, approve(one))
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
