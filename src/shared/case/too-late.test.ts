import { expect, test } from 'vitest'
import { MOVE } from '../../../test/support/authority.ts'
import {
  ana,
  ask,
  type Bare,
  type Desk,
  desk,
  escalate,
  eva,
  lastEscalation,
  lia,
  MINUTE,
  matrix,
  max,
  mia,
  NINE,
  openCase,
  PACKAGE,
  people,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { open, target } from '../../../test/support/requests.ts'
import { CaseId, PersonId, SYSTEM } from '../lib/ids.ts'
import type { Person } from '../people/person.ts'
import { automaticEvent, nextAutomatic } from './automatic.ts'
import type { Resolution } from './case.ts'
import { expiryOf } from './expiry.ts'
import { optionsFor } from './options-for.ts'

const TWO_STEPS = {
  id: 'two',
  action: 'refund',
  tiers: ['L1'],
  overMinor: 5_000,
  upToMinor: 90_000,
  chain: [
    { approver: { person: 'sol' }, minutes: 60, onTimeout: { do: 'decline' } },
    { approver: { role: 'supervisor' }, minutes: 60 }
  ],
  package: ['ask']
}

/** What somebody's command comes to while some people are away; it is done when it may be. */
function acts(one: Desk, by: Person, command: Bare, away: readonly Person[] = []) {
  one.people = people.map((each) =>
    away.includes(each) ? { ...each, away: { from: 0, until: Number.MAX_SAFE_INTEGER } } : each
  )
  const decided = one.ask(by, command)
  if (decided.ok && decided.value.outcome !== 'noop') one.happen(by.id, decided.value.event)
  return decided
}

function asking(over: Record<string, unknown> = {}): Desk {
  const one = desk({ kase: openCase(ana), matrix: matrix({ hierarchical: [TWO_STEPS], ...over }), now: NINE })
  one.act(ana, { type: 'approval.request', rowId: 'two', matrixVer: one.matrix.version, ask: ask(100) })
  return one
}

test('[ES38] an answer after the time of its step is too late, to the millisecond, whichever it is', () => {
  const one = asking()
  const { state } = open(one)
  if (state.status !== 'requested') throw new Error('not asked')
  const answers: Bare[] = [
    { type: 'approval.approve', ...target(one) },
    { type: 'approval.decline', ...target(one), reason: 'no' },
    { type: 'approval.handOn', ...target(one), to: eva.id, note: 'n' }
  ]
  for (const answer of answers) {
    one.now = state.dueAt
    expect(acts(one, sol, answer)).toEqual({ ok: false, error: { type: 'TimeRanOut', at: state.dueAt } })
  }
  one.now = state.dueAt - 1
  expect(acts(one, sol, { type: 'approval.approve', ...target(one) }).ok).toBe(true)
})

test('[ES39] nothing is asked for or escalated under a version later than the one in force', () => {
  const one = desk({ kase: openCase(ana), now: NINE })
  const version = one.matrix.version + 1
  const unknown = { ok: false, error: { type: 'UnknownMatrix', version } }
  expect(acts(one, ana, { ...escalate('l1-billing', 'L2/billing'), matrixVer: version })).toEqual(unknown)
  const request: Extract<Bare, { type: 'approval.request' }> = {
    type: 'approval.request',
    rowId: 'refund-200',
    matrixVer: version,
    ask: ask(100)
  }
  expect(acts(one, ana, request)).toEqual(unknown)
  expect(acts(one, ana, { ...request, matrixVer: version - 1 }).ok).toBe(true)
})

test('[ES17] however late the server comes by, the next step and a reminded one have their whole time from then', () => {
  const whom = { role: 'escalation_manager' }
  for (const onTimeout of [{ do: 'next' }, { do: 'notify', whom }]) {
    const first = { approver: { person: 'sol' }, minutes: 60, onTimeout }
    const then = { approver: { role: 'supervisor' }, minutes: 60 }
    const one = asking({ hierarchical: [{ ...TWO_STEPS, chain: [first, then] }] })
    const { state } = open(one)
    const dueAt = state.status === 'requested' ? state.dueAt : 0
    const at = dueAt + 7 * MINUTE
    const event = expiryOf(one.kase, open(one), { at, matrix: one.matrix })
    const time = { next: { nextDueAt: at + 60 * MINUTE }, notify: { dueAt: at + 60 * MINUTE } }
    expect(event).toMatchObject(time[onTimeout.do as 'next'])
  }
})

test('[ES28] [ES30] who stood in for the one who handed a step on does not for the one it went to', () => {
  const one = asking({ delegates: [{ of: 'sol', to: 'lia', when: 'always' }] })
  const yes: Bare = { type: 'approval.approve', ...target(one) }
  expect(one.ask(lia, yes).ok).toBe(true)
  acts(one, sol, { type: 'approval.handOn', ...target(one), to: eva.id, note: '' })
  expect(open(one).chain[0]).toEqual({
    approver: { person: eva.id },
    minutes: 60,
    onTimeout: { do: 'decline' }
  })
  expect(one.ask(lia, yes)).toMatchObject({ error: { type: 'NotApprover' } })
})

test('[ES23] the last yes to a move does not send a case where there is no queue any more', () => {
  const one = desk({ kase: openCase(ana), matrix: matrix({ hierarchical: [MOVE] }), now: NINE })
  one.act(ana, {
    type: 'approval.request',
    rowId: 'to-core',
    matrixVer: one.matrix.version,
    ask: { action: 'move', to: queue('L3/core'), package: PACKAGE }
  })
  const yes: Bare = { type: 'approval.approve', ...target(one) }
  const tiers = one.matrix.tiers.map((tier) =>
    tier.id === 'L3' ? { ...tier, teams: tier.teams.filter(({ id }) => id !== 'core') } : tier
  )
  const whole = one.matrix
  one.matrix = { ...whole, tiers }
  expect(acts(one, sol, yes)).toEqual({
    ok: false,
    error: { type: 'NoSuchQueue', queue: queue('L3/core') }
  })
  one.matrix = whole
  expect(acts(one, sol, yes).ok).toBe(true)
  expect(one.kase.queue).toEqual(queue('L3/core'))
})

test('[ES10] nobody takes back an escalation that was carried further since', () => {
  const automatic = [
    {
      id: 'late',
      trigger: { on: 'breached', clock: 'own' },
      tiers: ['L2'],
      act: { do: 'escalate', to: queue('L3/core'), acceptMinutes: 5, resolveMinutes: 50 }
    }
  ]
  const one = desk({ kase: openCase(ana), matrix: matrix({ automatic }), now: NINE })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const first = lastEscalation(one.kase)
  const next = nextAutomatic(one.kase, one.matrix)
  if (!next) throw new Error('the row never acts')
  one.now = next.at + MINUTE
  const event = automaticEvent(one.kase, next.row, one.matrix, one.now, 'auto-1')
  one.happen(SYSTEM, event)
  expect(one.kase.queue).toEqual(queue('L3/core'))
  const back: Bare = { type: 'escalation.withdraw', escalationId: first.id }
  expect(acts(one, ana, back)).toEqual({
    ok: false,
    error: { type: 'EscalatedOn', queue: queue('L3/core') }
  })
})

test('[ES28] [ES30] a step handed on to somebody away is decided by whom they named', () => {
  const one = asking({ delegates: [{ of: 'max', to: 'mia', when: 'away' }] })
  acts(one, sol, { type: 'approval.handOn', ...target(one), to: max.id, note: 'n' })
  const yes: Bare = { type: 'approval.approve', ...target(one) }
  expect(acts(one, mia, yes)).toMatchObject({ error: { type: 'NotApprover' } })
  const decided = acts(one, mia, yes, [max])
  expect(decided).toMatchObject({ ok: true, value: { event: { inPlaceOf: max.id } } })
})

test('[ES13] [ES28] [ES30] handed on in somebody’s place is that person’s say: they decide no later step', () => {
  const one = asking({ delegates: [{ of: 'sol', to: 'lia', when: 'away' }] })
  acts(one, lia, { type: 'approval.handOn', ...target(one), to: eva.id, note: 'n' }, [sol])
  acts(one, eva, { type: 'approval.approve', ...target(one) })
  expect(open(one).state).toMatchObject({ status: 'requested', step: 1 })
  const yes: Bare = { type: 'approval.approve', ...target(one) }
  expect(acts(one, sol, yes)).toMatchObject({ error: { type: 'NotApprover' } })
  const other: Person = { ...sol, id: PersonId.parse('ivo') }
  expect(acts(one, other, yes).ok).toBe(true)
})

test('[ES30] nobody hands a step on to themself', () => {
  const one = asking()
  const self: Bare = { type: 'approval.handOn', ...target(one), to: sol.id, note: '' }
  expect(acts(one, sol, self)).toEqual({ ok: false, error: { type: 'CannotDecide', person: sol.id } })
})

test('[ES35] [ES23] an exception the matrix no longer has is not allowed any more', () => {
  const late = {
    id: 'late',
    action: 'exception',
    exception: 'late-return',
    tiers: ['L1'],
    chain: [{ approver: { role: 'supervisor' }, minutes: 30 }],
    package: ['ask']
  }
  const exceptions = [{ id: 'late-return', name: { en: 'Late return' } }]
  const whole = matrix({ hierarchical: [late], exceptions })
  const one = desk({ kase: openCase(ana), matrix: whole, now: NINE })
  one.act(ana, {
    type: 'approval.request',
    rowId: 'late',
    matrixVer: whole.version,
    ask: { action: 'exception', exception: 'late-return', package: PACKAGE }
  })
  const yes: Bare = { type: 'approval.approve', ...target(one) }
  one.matrix = { ...whole, exceptions: [] }
  expect(acts(one, sol, yes)).toEqual({ ok: false, error: { type: 'NoSuchException' } })
  one.matrix = whole
  expect(acts(one, sol, yes).ok).toBe(true)
})

test('[ES17] [ES30] who was told when time ran out decides no more once the step was handed on', () => {
  const onTimeout = { do: 'notify', whom: { role: 'escalation_manager' } }
  const reminding = { ...TWO_STEPS, chain: [{ approver: { person: 'sol' }, minutes: 60, onTimeout }] }
  const one = asking({ hierarchical: [reminding] })
  const { state } = open(one)
  one.now = state.status === 'requested' ? state.dueAt : 0
  const event = expiryOf(one.kase, open(one), { at: one.now, matrix: one.matrix })
  if (event) one.happen(SYSTEM, event)
  const yes: Bare = { type: 'approval.approve', ...target(one) }
  expect(one.ask(max, yes).ok).toBe(true)
  acts(one, sol, { type: 'approval.handOn', ...target(one), to: eva.id, note: '' })
  expect(one.ask(max, yes)).toMatchObject({ error: { type: 'NotApprover' } })
  expect(one.ask(eva, yes).ok).toBe(true)
})

test('[ES18] a changed request is asked where it was asked first, wherever the case stands by then', () => {
  const supervisor = { ...TWO_STEPS, chain: [{ approver: { role: 'supervisor' }, minutes: 60 }] }
  const one = asking({ hierarchical: [supervisor], delegates: [{ of: 'sol', to: 'ben', when: 'always' }] })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(one.kase.queue).toEqual(queue('L2/billing'))
  one.act(ana, { type: 'approval.amend', escalationId: open(one).id, ask: ask(120) })
  expect(open(one).chain[0]?.delegates).toEqual([{ of: sol.id, to: 'ben', when: 'always' }])
})

test('[ES31] only a case that was solved with another one counts as helped by it', () => {
  const helped = (resolution: Resolution, helpedBy: string): unknown => {
    const one = desk({ kase: openCase(ana), now: NINE })
    one.act(ana, { type: 'case.resolve', resolution, helpedBy: CaseId.parse(helpedBy) })
    return one.kase.helpedBy
  }
  expect(helped('solved', 'case-9')).toBe('case-9')
  expect(helped('compensated', 'case-9')).toBe('case-9')
  for (const resolution of ['not_solved', 'duplicate', 'no_answer'] as const)
    expect(helped(resolution, 'case-9')).toBeUndefined()
  expect(helped('solved', 'case-1')).toBeUndefined()
})

test('[ES26] of two automatic rows that are due at once the first in the matrix acts first', () => {
  const row = (id: string, to: string) => ({
    id,
    trigger: { on: 'breached', clock: 'resolve' },
    tiers: ['L1'],
    act: { do: 'escalate', to: queue(to), acceptMinutes: 5, resolveMinutes: 50 }
  })
  const automatic = [row('first', 'L2/billing'), row('second', 'L2/tech')]
  expect(nextAutomatic(openCase(ana), matrix({ automatic }))?.row.id).toBe('first')
})

test('[ES30] the button to hand on offers whoever has the authority and has had no say, and not the one who presses it', () => {
  const one = asking()
  const choices = (by: Person) =>
    optionsFor(one.kase, by, one.matrix, { at: one.now, people })
      .flatMap((option) => (option.can && option.name === 'handOn' ? option.fields : []))
      .flatMap((field) => (field.kind === 'person' ? field.choices : []))
  expect(choices(sol)).toContain(eva.id)
  expect(choices(sol)).not.toContain(sol.id)
})
