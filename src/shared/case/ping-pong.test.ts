import { expect, test } from 'vitest'
import {
  ana,
  ben,
  desk,
  HOUR,
  matrix,
  max,
  NINE,
  openCase,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'
import { bounced } from '../../../test/support/escalated.ts'
import { nextAutomatic } from './automatic.ts'
import { bounces, isPingPong } from './hop-history.ts'

test('[ES32] after the second return the escalation manager can be called, once, and answers', () => {
  const call = { type: 'case.callManager', note: 'nobody wants it' } as const
  expect(bounced(1).refused(ana, call)).toEqual({ type: 'TooEarlyToCall' })
  const one = bounced(2)
  expect(isPingPong(one.kase)).toBe(true)
  one.act(ana, call)
  expect(one.refused(ben, call)).toMatchObject({ type: 'AlreadyCalled', by: ana.id })
  expect(one.refused(sol, { type: 'case.answerCall', note: 'x' })).toEqual({ type: 'NotApprover' })
  one.act(max, { type: 'case.answerCall', note: 'L2 keeps it' })
  expect(one.kase.called).toBeUndefined()
  expect(one.refused(max, { type: 'case.answerCall', note: 'x' })).toEqual({ type: 'NotCalled' })
})

test('[ES32] a call that nobody answered is over when the case is resolved', () => {
  const one = bounced(2)
  one.act(ana, { type: 'case.callManager', note: 'nobody wants it' })
  expect(one.kase.called).toMatchObject({ by: ana.id })
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(one.kase).not.toHaveProperty('called')
  one.act(ana, { type: 'case.reopen', reason: 'still broken' })
  expect(one.refused(max, { type: 'case.answerCall', note: 'x' })).toEqual({ type: 'NotCalled' })
})

test('[ES32] a case that goes sideways to where it has been bounces too, an automatic row counts returns only', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  const send = (by: typeof ana, key: string) =>
    one.act(by, { type: 'case.transfer', to: queue(key), note: '' })
  const rules = matrix({
    automatic: [
      {
        id: 'bounce',
        trigger: { on: 'returned', times: 1 },
        tiers: ['L1'],
        act: { do: 'notify', whom: { role: 'escalation_manager' } }
      }
    ]
  })
  send(ana, 'L1/tech')
  expect(bounces(one.kase)).toBe(0)
  one.act(zoe, { type: 'case.claim' })
  send(zoe, 'L1/billing')
  expect([bounces(one.kase), isPingPong(one.kase)]).toEqual([1, false])
  one.act(ana, { type: 'case.claim' })
  send(ana, 'L1/tech')
  expect([bounces(one.kase), isPingPong(one.kase)]).toEqual([2, true])
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
})
