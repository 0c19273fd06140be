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
import { amend, approve, open, request, requested, target, withdraw } from '../../../test/support/requests.ts'
import { CaseId, EscalationId, PersonId, SYSTEM } from '../lib/ids.ts'
import type { Person } from '../people/person.ts'
import { stepDue } from './chain.ts'
import { expiryOf } from './expiry.ts'
import { subjectHash } from './subject-hash.ts'

const decline = (one: Desk): Bare => ({ type: 'approval.decline', ...target(one), reason: 'no receipt' })
function expire(one: Desk): void {
  const event = expiryOf(one.kase, open(one), { at: one.now, matrix: one.matrix })
  if (!event) throw new Error('nothing is due')
  one.happen(SYSTEM, event)
}

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
