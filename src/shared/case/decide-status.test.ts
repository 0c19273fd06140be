import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  type Desk,
  desk,
  escalate,
  HOUR,
  lastEscalation,
  lea,
  MINUTE,
  max,
  NINE,
  newCase,
  openCase,
  sol,
  zoe
} from '../../../test/support/cases.ts'
import { CUSTOMER } from '../lib/ids.ts'
import { clocksWhenReopened } from '../sla/clocks.ts'
import { Case, type Status } from './case.ts'

const PEND: Bare = { type: 'case.pend' }
const HOLD: Bare = { type: 'case.hold', reason: 'vendor' }
const RESUME: Bare = { type: 'case.resume' }
const RESOLVE: Bare = { type: 'case.resolve', resolution: 'solved' }
const CLOSE: Bare = { type: 'case.close' }
const REOPEN: Bare = { type: 'case.reopen', reason: 'it happened again' }
const COMMANDS = { pend: PEND, hold: HOLD, resume: RESUME, resolve: RESOLVE, close: CLOSE, reopen: REOPEN }
type Name = keyof typeof COMMANDS

/** A case of ana's in this status. */
function caseIn(status: Status): Desk {
  const one = desk({ kase: status === 'new' ? newCase() : openCase(), now: NINE + HOUR })
  if (status === 'pending') one.act(ana, PEND)
  if (status === 'on_hold') one.act(ana, HOLD)
  if (status === 'resolved' || status === 'closed') one.act(ana, RESOLVE)
  if (status === 'closed') one.act(ana, CLOSE)
  one.now += HOUR
  return one
}

const RESOLVED = { type: 'CaseResolved', by: 'ana', at: NINE + HOUR }
const CLOSED = { type: 'CaseClosed' }
const NOBODY = { type: 'NobodyOwnsIt' }
const WAITING = { type: 'NotWaiting' }
const NOT_RESOLVED = { type: 'NotResolved' }

/** What each command makes of a case in each status: the status after it, `noop`, or the refusal. */
const TABLE: Record<Status, Record<Name, Status | 'noop' | { readonly type: string }>> = {
  new: {
    pend: NOBODY,
    hold: NOBODY,
    resume: NOBODY,
    resolve: NOBODY,
    close: NOT_RESOLVED,
    reopen: NOT_RESOLVED
  },
  open: {
    pend: 'pending',
    hold: 'on_hold',
    resume: WAITING,
    resolve: 'resolved',
    close: NOT_RESOLVED,
    reopen: NOT_RESOLVED
  },
  pending: {
    pend: 'noop',
    hold: 'on_hold',
    resume: 'open',
    resolve: 'resolved',
    close: NOT_RESOLVED,
    reopen: NOT_RESOLVED
  },
  on_hold: {
    pend: 'pending',
    hold: 'noop',
    resume: 'open',
    resolve: 'resolved',
    close: NOT_RESOLVED,
    reopen: NOT_RESOLVED
  },
  resolved: {
    pend: RESOLVED,
    hold: RESOLVED,
    resume: RESOLVED,
    resolve: RESOLVED,
    close: 'closed',
    reopen: 'open'
  },
  closed: { pend: CLOSED, hold: CLOSED, resume: CLOSED, resolve: CLOSED, close: 'noop', reopen: CLOSED }
}

const ROWS = Object.entries(TABLE).flatMap(([status, row]) =>
  Object.entries(row).map(([name, after]) => ({ status: status as Status, name: name as Name, after }))
)

test.each(ROWS)('[CA5] $status + $name', ({ status, name, after }) => {
  const one = caseIn(status)
  if (typeof after === 'object') {
    expect(one.refused(ana, COMMANDS[name])).toEqual(after)
    return
  }
  const before = one.kase
  const decided = one.act(ana, COMMANDS[name])
  expect(one.kase.state.status).toBe(after === 'noop' ? before.state.status : after)
  expect(decided.outcome).toBe(after === 'noop' ? 'noop' : 'applied')
  if (after === 'noop') expect(one.kase).toBe(before)
})

test('[CA1] a status has exactly the fields that are true in it, and escalated is none', () => {
  const one = desk({ kase: openCase(), now: NINE + HOUR })
  expect(newCase().state).toEqual({ status: 'new' })
  expect(one.kase.state).toEqual({ status: 'open' })
  one.act(ana, PEND)
  expect(one.kase.state).toEqual({ status: 'pending', since: NINE + HOUR })
  one.act(ana, HOLD)
  expect(one.kase.state).toEqual({ status: 'on_hold', since: NINE + HOUR, reason: 'vendor' })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(one.kase.state).toEqual({ status: 'open' })
  one.act(lea, { type: 'case.claim' })
  one.act(lea, { type: 'case.resolve', resolution: 'compensated', note: 'paid back' })
  expect(one.kase.state).toEqual({
    status: 'resolved',
    at: NINE + HOUR,
    by: lea.id,
    resolution: 'compensated'
  })
  one.now += HOUR
  one.act(max, CLOSE)
  expect(one.kase.state).toEqual({ status: 'closed', at: NINE + 2 * HOUR, by: max.id })
  expect(Case.shape.state.safeParse({ status: 'escalated' }).success).toBe(false)
})

test('[CA4] only the owner pends, holds and resolves', () => {
  const one = desk({ kase: openCase(ana) })
  for (const other of [ben, sol, max, zoe]) {
    for (const command of [PEND, HOLD, RESOLVE]) {
      expect(one.refused(other, command)).toEqual({ type: 'NotYourCase', owner: ana.id })
    }
  }
})

test('[CA5] who answers for the queue resumes a waiting case as well; nobody else does', () => {
  const one = caseIn('pending')
  expect(one.refused(ben, RESUME)).toEqual({ type: 'NotYourCase', owner: ana.id })
  expect(one.refused(zoe, RESUME)).toEqual({ type: 'NotYourCase', owner: ana.id })
  one.act(sol, RESUME)
  expect(one.kase.state).toEqual({ status: 'open' })
  expect(one.kase.owner).toBe(ana.id)
})

test('[CA5] a note on hold and on resolving is kept in the event', () => {
  const one = desk({ kase: openCase() })
  one.act(ana, { type: 'case.hold', reason: 'approval', note: 'asked Sol' })
  one.act(ana, { type: 'case.resolve', resolution: 'solved', note: 'paid' })
  expect(one.happenings.map(({ event }) => event)).toMatchObject([
    { type: 'case.held', reason: 'approval', note: 'asked Sol' },
    { type: 'case.resolved', resolution: 'solved', note: 'paid' }
  ])
})

test('[CA21] holding for the same reason changes nothing, unless there is a note or another reason', () => {
  const one = caseIn('on_hold')
  expect(one.act(ana, HOLD)).toEqual({ outcome: 'noop' })
  expect(one.act(ana, { type: 'case.hold', reason: 'vendor', note: 'called again' })).toMatchObject({
    outcome: 'applied',
    event: { note: 'called again' }
  })
  expect(one.act(ana, { type: 'case.hold', reason: 'change' }).outcome).toBe('applied')
  expect(one.kase.state).toMatchObject({ status: 'on_hold', reason: 'change' })
})

test('[CA14] a case with an open request for authority is not resolved', () => {
  const one = desk({ kase: openCase() })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  expect(one.refused(ana, RESOLVE)).toEqual({ type: 'ApprovalOpen' })
  one.act(ana, { type: 'escalation.withdraw', escalationId: lastEscalation(one.kase).id })
  one.act(ana, RESOLVE)
  expect(one.kase.state.status).toBe('resolved')
})

test('[CA15] who works in the queue closes, nobody from outside', () => {
  for (const inside of [ana, ben, sol, max]) {
    const one = caseIn('resolved')
    one.act(inside, CLOSE)
    expect(one.kase.state).toEqual({ status: 'closed', at: one.now, by: inside.id })
  }
  for (const outside of [zoe, lea]) {
    const one = caseIn('resolved')
    expect(one.refused(outside, CLOSE)).toEqual({ type: 'NotYourQueue', queue: one.kase.queue })
  }
})

test('[CA15] a closed case takes notes and nothing else', () => {
  const one = caseIn('closed')
  const commands: Bare[] = [
    { type: 'case.claim' },
    { type: 'case.assign', to: ben.id },
    { type: 'case.release' },
    { type: 'case.transfer', to: { tier: 'L1', team: 'tech' }, note: '' },
    { type: 'case.reply', body: 'hello', anyway: true },
    { type: 'case.setPriority', priority: 'high', was: 'normal' },
    { type: 'case.setCategory', category: 'bug', was: 'billing' },
    { type: 'case.grant', ask: ask(10) },
    { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) },
    escalate('l1-billing', 'L2/billing')
  ]
  for (const command of commands)
    expect([command.type, one.refused(ana, command)]).toEqual([command.type, CLOSED])
  expect(one.act(ana, { type: 'case.note', body: 'for the record' }).outcome).toBe('applied')
})

test('[CA16] who works in the queue reopens, and the owner keeps the case', () => {
  const one = caseIn('resolved')
  for (const outside of [zoe, lea]) {
    expect(one.refused(outside, REOPEN)).toEqual({ type: 'NotYourQueue', queue: one.kase.queue })
  }
  const before = one.kase
  one.act(ben, REOPEN)
  expect(one.kase).toEqual({
    ...before,
    ver: before.ver + 1,
    state: { status: 'open' },
    reopenCount: 1,
    clocks: clocksWhenReopened(before.clocks, one.now),
    updatedAt: one.now,
    lastChange: { by: ben.id, at: one.now, type: 'case.reopened' }
  })
  expect(one.kase.owner).toBe(ana.id)
})

test('[SL9] [CA16] a reopened case that nobody owns has a time to own', () => {
  const one = desk({ kase: { ...caseIn('resolved').kase, owner: null }, now: NINE + 5 * HOUR })
  one.act(ben, REOPEN)
  expect(one.kase.clocks.own).toEqual({
    targetMinutes: 30,
    spentMs: 0,
    run: { state: 'running', since: NINE + 5 * HOUR, dueAt: NINE + 5 * HOUR + 30 * MINUTE }
  })
})

test('[CA20] when the customer writes, a waiting or resolved case is open again and a closed one stays closed', () => {
  const after = (status: Status) => {
    const one = caseIn(status)
    one.happen(CUSTOMER, { type: 'case.customerWrote', body: 'still broken', clocks: one.kase.clocks })
    const { state, owner, reopenCount } = one.kase
    return [state.status, owner, reopenCount]
  }
  expect(after('new')).toEqual(['new', null, 0])
  expect(after('open')).toEqual(['open', 'ana', 0])
  expect(after('pending')).toEqual(['open', 'ana', 0])
  expect(after('on_hold')).toEqual(['open', 'ana', 0])
  expect(after('resolved')).toEqual(['open', 'ana', 1])
  expect(after('closed')).toEqual(['closed', 'ana', 0])
})

test('[SL5] waiting pauses the clocks and going on leaves them as much as before', () => {
  const one = desk({ kase: openCase(), now: NINE + 11 * MINUTE })
  one.act(ana, PEND)
  const paused = { state: 'paused', since: NINE + 11 * MINUTE }
  expect(one.kase.clocks.firstResponse).toEqual({ targetMinutes: 45, spentMs: 11 * MINUTE, run: paused })
  expect(one.kase.clocks.resolve).toEqual({ targetMinutes: 360, spentMs: 11 * MINUTE, run: paused })
  one.now += 3 * HOUR
  one.act(ana, HOLD)
  expect(one.kase.clocks.resolve).toEqual({ targetMinutes: 360, spentMs: 11 * MINUTE, run: paused })
  one.now += HOUR
  one.act(ana, RESUME)
  expect(one.kase.clocks.resolve).toEqual({
    targetMinutes: 360,
    spentMs: 11 * MINUTE,
    run: { state: 'running', since: one.now, dueAt: one.now + 349 * MINUTE }
  })
})
