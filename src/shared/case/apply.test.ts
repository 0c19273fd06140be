import { expect, test } from 'vitest'
import {
  ana,
  ask,
  ben,
  desk,
  escalate,
  HOUR,
  lea,
  MINUTE,
  NINE,
  newCase,
  opened
} from '../../../test/support/cases.ts'
import { CaseId, CUSTOMER, EscalationId, PersonId } from '../lib/ids.ts'
import { apply, fold } from './apply.ts'
import { openFunctional } from './apply-move.ts'
import type { Happening } from './event.ts'

const CASE = CaseId.parse('case-1')
const first: Happening = { at: NINE, by: CUSTOMER, opId: null, event: opened({ flags: ['vip'] }) }

test('[CA19] opening makes the case, whole', () => {
  const event = opened({ flags: ['vip'], attributes: { source: 'csv' } })
  expect(apply(undefined, CASE, { ...first, event })).toEqual({
    id: CASE,
    ref: 'C-1',
    ver: 1,
    subject: 'Charged twice',
    customer: event.customer,
    channel: 'email',
    language: 'it',
    category: 'billing',
    priority: 'normal',
    flags: ['vip'],
    queue: { tier: 'L1', team: 'billing' },
    owner: null,
    state: { status: 'new' },
    clocks: event.clocks,
    hops: [{ queue: { tier: 'L1', team: 'billing' }, at: NINE, by: CUSTOMER, how: 'opened' }],
    escalations: [],
    grants: [],
    conversation: [],
    openedAt: NINE,
    updatedAt: NINE,
    lastChange: { by: CUSTOMER, at: NINE, type: 'case.opened' },
    reopenCount: 0,
    attributes: { source: 'csv' }
  })
})

test('[CA19] a log that does not begin with opening is broken', () => {
  const closed: Happening = { at: NINE, by: ana.id, opId: null, event: { type: 'case.closed' } }
  expect(() => apply(undefined, CASE, closed)).toThrow('broken log: case.closed before case.opened on case-1')
  expect(fold(CASE, [])).toBeUndefined()
})

test('[CA19] the version counts the happenings, and the last one is told', () => {
  const one = desk({ kase: newCase() })
  one.now += MINUTE
  one.act(ana, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ben, { type: 'case.note', body: 'x' })
  expect(one.kase).toMatchObject({
    ver: 3,
    openedAt: NINE,
    updatedAt: NINE + 2 * MINUTE,
    lastChange: { by: ben.id, at: NINE + 2 * MINUTE, type: 'case.noted' }
  })
})

test('[CA19] folding the same happenings makes the same case', () => {
  const one = desk({ kase: apply(undefined, CASE, first) })
  one.act(ana, { type: 'case.claim' })
  one.act(ana, { type: 'case.grant', ask: ask(10) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  expect(fold(CASE, [first, ...one.happenings])).toEqual(one.kase)
})

test('[CA3] [CA9] it is remembered who set owner, priority and category, and when', () => {
  const one = desk({ now: NINE + HOUR })
  one.act(ana, { type: 'case.setPriority', priority: 'high', was: 'normal' })
  one.now += MINUTE
  one.act(ben, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ana, { type: 'case.setCategory', category: 'bug', was: 'billing' })
  expect(one.kase.setBy).toEqual({
    priority: { by: ana.id, at: NINE + HOUR, type: 'case.prioritySet' },
    owner: { by: ben.id, at: NINE + HOUR + MINUTE, type: 'case.claimed' },
    category: { by: ana.id, at: NINE + HOUR + 2 * MINUTE, type: 'case.categorySet' }
  })
})

test('[SL2] folding takes the clocks from the event and computes none', () => {
  const one = desk({ now: NINE + HOUR })
  const clocks = { own: { targetMinutes: 1, spentMs: 5, run: { state: 'paused' as const, since: 7 } } }
  const events = [
    { type: 'case.claimed', clocks },
    { type: 'case.released', clocks },
    { type: 'case.assigned', to: ana.id, clocks },
    { type: 'case.replied', body: 'x', clocks },
    { type: 'case.customerWrote', body: 'x', clocks },
    { type: 'case.prioritySet', from: 'normal', to: 'low', clocks },
    { type: 'case.pended', clocks },
    { type: 'case.held', reason: 'vendor', clocks },
    { type: 'case.resumed', clocks },
    { type: 'case.transferred', from: one.kase.queue, to: one.kase.queue, note: '', clocks },
    { type: 'case.resolved', resolution: 'solved', clocks },
    { type: 'case.reopened', reason: 'x', clocks }
  ] as const
  for (const event of events) {
    const before = desk({ kase: { ...one.kase, clocks: {} } })
    before.happen(ana.id, event)
    expect([event.type, before.kase.clocks]).toEqual([event.type, clocks])
  }
})

test('[CA19] an event about an escalation that is not there changes no other', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const { escalations, grants } = one.kase
  const other = EscalationId.parse('other')
  one.happen(PersonId.parse('sol'), {
    type: 'approval.approved',
    escalationId: other,
    step: 0,
    nextDueAt: null
  })
  one.happen(PersonId.parse('sol'), { type: 'approval.declined', escalationId: other, step: 0, reason: 'x' })
  one.happen(ana.id, { type: 'escalation.withdrawn', escalationId: other, clocks: one.kase.clocks })
  expect(one.kase).toMatchObject({ escalations, grants })
})

test('[ES5] the escalation a case is up here for is the latest that has not ended', () => {
  const one = desk()
  expect(openFunctional(one.kase)).toBeUndefined()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  one.act(lea, escalate('l2-core', 'L3/core'))
  expect(openFunctional(one.kase)?.rowId).toBe('l2-core')
  one.act(lea, { type: 'escalation.withdraw', escalationId: EscalationId.parse('op-4') })
  expect(openFunctional(one.kase)?.rowId).toBe('l1-billing')
})

test('[ES36] what was carried out says so, with its receipt, and nothing else of the case changes', () => {
  const one = desk()
  const grant = { action: 'refund', amountMinor: 500, currency: 'EUR' } as const
  one.happen(ana.id, { type: 'case.granted', ...grant })
  one.happen(ana.id, { type: 'case.granted', ...grant })
  const system = PersonId.parse('system')
  const { grants, allowed: none, ...before } = one.kase
  one.happen(system, { type: 'grant.carriedOut', what: 'grant', index: 1, receipt: 'L-1042' })
  const [first, second] = one.kase.grants
  expect(first).toEqual(grants[0])
  expect(second).toEqual({ ...grants[1], carriedOut: { at: one.kase.updatedAt, receipt: 'L-1042' } })
  const { ver, updatedAt, lastChange } = one.kase
  expect(one.kase).toEqual({ ...before, grants: one.kase.grants, ver, updatedAt, lastChange })

  const allowed = [{ exception: 'late', by: ana.id, approvedBy: ana.id, at: 1 }]
  const other = desk({ kase: { ...one.kase, allowed } })
  other.happen(system, { type: 'grant.carriedOut', what: 'allow', index: 0, receipt: null })
  expect(other.kase.allowed).toMatchObject([{ exception: 'late', carriedOut: { receipt: null } }])
  other.happen(system, { type: 'grant.carriedOut', what: 'allow', index: 7, receipt: null })
  expect(other.kase.allowed).toHaveLength(1)
})
