import { expect, test } from 'vitest'
import { asks, own, REFUND, stepsWith } from '../../../test/support/authority.ts'
import { ana, ask, ben, type Desk, HOUR, lea, sol } from '../../../test/support/cases.ts'
import { approve, open } from '../../../test/support/requests.ts'
import type { StepTimeout } from '../escalation/matrix.ts'
import { SYSTEM } from '../lib/ids.ts'
import { expiryOf } from './expiry.ts'
import { caseScopes, maySee, personScopes } from './rights.ts'

function timeOut(one: Desk): void {
  const { state } = open(one)
  if (state.status !== 'requested') throw new Error('nothing waits')
  one.now = state.dueAt
  const event = expiryOf(one.kase, open(one), one.matrix && { at: one.now, matrix: one.matrix })
  if (!event) throw new Error('nothing is due')
  one.happen(SYSTEM, event)
}

test('[ES17] no answer can be a no', () => {
  const one = own([{ ...REFUND, chain: stepsWith({ do: 'decline' }, { do: 'next' }) }])
  asks(one, ask(120), 'refund')
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
  asks(small, ask(120), 'refund')
  timeOut(small)
  expect(open(small).state.status).toBe('approved')
  expect(small.kase.grants).toMatchObject([{ amountMinor: 12_000, by: ana.id, approvedBy: SYSTEM }])
  const big = own([{ ...REFUND, chain: [...chain, ...stepsWith({ do: 'next' })] }])
  asks(big, ask(120.01), 'refund')
  timeOut(big)
  expect(open(big)).toMatchObject({
    state: { status: 'requested', step: 1 },
    decisions: [{ step: 0, answer: 'timed_out' }]
  })
  expect(big.kase.grants).toEqual([])
  const alone = own([{ ...REFUND, chain }])
  asks(alone, ask(120.01), 'refund')
  timeOut(alone)
  expect(open(alone).state.status).toBe('expired')
  expect(alone.kase.grants).toEqual([])
})

test('[ES17] somebody can be told, who may answer as well while the step runs once more, and then it goes on', () => {
  const notify: StepTimeout = { do: 'notify', whom: { person: lea.id } }
  const one = own([{ ...REFUND, chain: stepsWith(notify) }])
  asks(one, ask(120), 'refund')
  expect(one.refused(lea, approve(one))).toEqual({ type: 'NotApprover' })
  timeOut(one)
  expect(open(one).state).toEqual({
    status: 'requested',
    step: 0,
    dueAt: one.now + HOUR,
    also: { person: lea.id }
  })
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(true)
  expect(one.ask(lea, approve(one)).ok).toBe(true)
  expect(one.ask(sol, approve(one)).ok).toBe(true)
  timeOut(one)
  expect(open(one).state).toEqual({ status: 'expired', at: one.now })
})

test('[ES17] [ES28] who always stands in for somebody that is told when nobody answers sees it and decides then, and not before', () => {
  const notify: StepTimeout = { do: 'notify', whom: { person: lea.id } }
  const delegates = [{ of: lea.id, to: ben.id, when: 'always' }]
  const one = own([{ ...REFUND, chain: stepsWith(notify) }], { delegates })
  asks(one, ask(120), 'refund')
  expect(one.refused(ben, approve(one))).toEqual({ type: 'NotApprover' })
  expect(caseScopes(one.kase)).not.toContain(`user:${ben.id}`)
  timeOut(one)
  expect(caseScopes(one.kase)).toContain(`user:${ben.id}`)
  expect(one.act(ben, approve(one))).toMatchObject({ event: { inPlaceOf: lea.id } })
})
