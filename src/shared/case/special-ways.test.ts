import { expect, test } from 'vitest'
import {
  ana,
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
  newCase,
  openCase,
  PACKAGE,
  people,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'
import { SYSTEM } from '../lib/ids.ts'
import { automaticEvent, nextAutomatic } from './automatic.ts'
import { Case } from './case.ts'
import { bounces, hopHistory, isPingPong } from './hop-history.ts'
import { optionsFor } from './options-for.ts'
import { caseScopes, maySee, personScopes } from './rights.ts'
import { functionalRoutes } from './routes.ts'

const FRAUD = {
  id: 'fraud',
  reason: 'fraud',
  tiers: ['L1', 'L2'],
  when: { flags: ['fraud'] },
  to: queue('L3/core'),
  package: ['need'],
  acceptMinutes: 5,
  resolveMinutes: 60
}
const PUBLIC = { id: 'public', when: { flags: ['public'] }, to: 'chat' }

test('[ES24] while a special row matches, it is the only way up, from any of its tiers', () => {
  const rules = matrix({ special: [FRAUD] })
  const ways = (over: Parameters<typeof newCase>[0]) =>
    functionalRoutes(newCase(over), rules).map((one) => one.id)
  expect(ways({})).toEqual(['l1-billing', 'l1-tech'])
  expect(ways({ flags: ['fraud'] })).toEqual(['fraud'])
  expect(ways({ flags: ['fraud'], queue: queue('L2/tech') })).toEqual(['fraud'])
  expect(ways({ flags: ['fraud'], queue: queue('L3/core') })).toEqual([])
  const one = desk({ kase: openCase(ana, { flags: ['fraud'] }), matrix: rules })
  expect(one.ask(ana, escalate('fraud', 'L3/core')).ok).toBe(true)
  const button = optionsFor(one.kase, ana, rules, { people: [], at: NINE }).find(
    ({ name }) => name === 'escalate'
  )
  expect(button).toMatchObject({ id: 'escalate:fraud', about: { special: 'fraud', to: queue('L3/core') } })
})

test('[CA22] anybody of the queue raises a flag; what leads a special way is taken down by who answers for the queue', () => {
  const one = desk({ kase: openCase(ana), matrix: matrix({ special: [FRAUD] }) })
  const flag = (name: 'fraud' | 'vip', on: boolean) => ({ type: 'case.setFlag', flag: name, on }) as const
  expect(one.refused(lea, flag('fraud', true))).toMatchObject({ type: 'NotYourQueue' })
  one.act(ben, flag('fraud', true))
  expect(one.act(ana, flag('fraud', true))).toEqual({ outcome: 'noop' })
  expect(one.refused(ana, flag('fraud', false))).toEqual({ type: 'FlagProtected' })
  one.act(ana, flag('vip', true))
  one.act(ana, flag('vip', false))
  one.act(sol, flag('fraud', false))
  expect(one.kase.flags).toEqual([])
})

test('[ES25] nobody answers in public what must go on in private, and after it has they do', () => {
  const rules = matrix({ privacy: [PUBLIC] })
  const one = desk({ kase: openCase(ana, { channel: 'social', flags: ['public'] }), matrix: rules })
  const reply = { type: 'case.reply', body: 'Your account 123' } as const
  expect(one.refused(ana, reply)).toEqual({ type: 'MustGoPrivate', to: 'chat' })
  expect(one.refused(ana, { ...reply, anyway: true })).toEqual({ type: 'MustGoPrivate', to: 'chat' })
  expect(one.refused(ana, { ...escalate('l1-billing', 'L2/billing'), message: 'We are on it' })).toEqual({
    type: 'MustGoPrivate',
    to: 'chat'
  })
  expect(one.ask(ana, { type: 'case.note', body: 'x' }).ok).toBe(true)
  expect(one.refused(lea, { type: 'case.goPrivate', to: 'chat' })).toMatchObject({ type: 'NotYourQueue' })
  expect(one.act(ana, { type: 'case.goPrivate', to: 'email' })).toMatchObject({
    outcome: 'transformed',
    told: { was: 'email', now: 'chat' }
  })
  expect(one.kase).toMatchObject({ channel: 'chat', flags: [] })
  expect(one.ask(ana, reply).ok).toBe(true)
  expect(one.refused(ana, { type: 'case.goPrivate', to: 'chat' })).toEqual({ type: 'NotPublic' })
})

test('[ES26] an automatic row is due by its clock, acts once, and again only after the case was reopened', () => {
  const rules = matrix({
    automatic: [
      {
        id: 'late-own',
        trigger: { on: 'breached', clock: 'own', plusMinutes: 5 },
        tiers: ['L1'],
        act: { do: 'escalate', to: queue('L2/billing'), acceptMinutes: 10, resolveMinutes: 60 }
      }
    ]
  })
  const one = desk({ kase: newCase(), matrix: rules })
  const due = NINE + 30 * MINUTE + 5 * MINUTE
  const next = nextAutomatic(one.kase, rules)
  expect(next).toMatchObject({ row: { id: 'late-own' }, at: due })
  if (!next) throw new Error('not due')
  one.happen(SYSTEM, automaticEvent(one.kase, next.row, rules, due, 'auto-1'))
  expect(one.kase).toMatchObject({
    queue: queue('L2/billing'),
    owner: null,
    escalations: [{ id: 'auto-1', rowId: 'late-own', by: SYSTEM, acceptBy: due + 10 * MINUTE }],
    fired: [{ rowId: 'late-own', reopenCount: 0 }]
  })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
  one.now = due
  one.act(lea, { type: 'case.claim' })
  one.act(lea, {
    type: 'escalation.return',
    escalationId: one.kase.escalations[0]?.id as never,
    note: 'yours',
    to: 'team'
  })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
  one.act(ana, { type: 'case.reopen', reason: 'still broken' })
  one.act(ana, { type: 'case.release' })
  const again = nextAutomatic(one.kase, rules)
  if (again?.row.id !== 'late-own') throw new Error('not due again')
  one.happen(SYSTEM, automaticEvent(one.kase, again.row, rules, again.at, 'auto-2'))
  one.act(lea, { type: 'case.claim' })
  const escalationId = one.kase.escalations.at(-1)?.id as never
  one.act(lea, { type: 'escalation.return', escalationId, note: 'yours', to: 'team' })
  expect(one.kase.fired?.map(({ reopenCount }) => reopenCount)).toEqual([0, 1])
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
})

test('[ES26] [SV53] what comes true at the very moment from which on rows count sets them off, and a moment before not', () => {
  const automatic = [
    {
      id: 'late-own',
      trigger: { on: 'breached', clock: 'own' },
      tiers: ['L1'],
      act: { do: 'priority', priority: 'high' }
    }
  ]
  const due = NINE + 30 * MINUTE
  const next = (since: number) => nextAutomatic(newCase(), matrix({ automatic }), since)?.at
  expect([next(due - 1), next(due), next(due + 1)]).toEqual([due, due, undefined])
})

test('[ES26] of several rows the one due first acts; one that would change nothing does not', () => {
  const row = { tiers: ['L1'], when: {} }
  const rules = matrix({
    automatic: [
      {
        ...row,
        id: 'same',
        when: { priority: ['normal'] },
        trigger: { on: 'at_risk', clock: 'own' },
        act: { do: 'priority', priority: 'normal' }
      },
      {
        ...row,
        id: 'down',
        trigger: { on: 'at_risk', clock: 'own' },
        act: { do: 'escalate', to: queue('L1/tech'), acceptMinutes: 1, resolveMinutes: 1 }
      },
      {
        ...row,
        id: 'tell',
        trigger: { on: 'breached', clock: 'own' },
        act: { do: 'notify', whom: { role: 'supervisor' } }
      },
      {
        ...row,
        id: 'raise',
        trigger: { on: 'at_risk', clock: 'own' },
        act: { do: 'priority', priority: 'high' }
      }
    ]
  })
  const one = desk({ kase: newCase(), matrix: rules })
  const first = nextAutomatic(one.kase, rules)
  expect(first).toMatchObject({ row: { id: 'raise' }, at: NINE + 30 * MINUTE * 0.75 })
  if (!first) throw new Error('not due')
  one.happen(SYSTEM, automaticEvent(one.kase, first.row, rules, first.at, 'n'))
  expect(one.kase).toMatchObject({ priority: 'high', clocks: { resolve: { targetMinutes: 240 } } })
  const second = nextAutomatic(one.kase, rules)
  expect(second).toMatchObject({ row: { id: 'tell' } })
  if (!second) throw new Error('not due')
  one.happen(SYSTEM, automaticEvent(one.kase, second.row, rules, second.at, 'n'))
  expect(one.happenings.at(-1)?.event).toEqual({
    type: 'case.notified',
    whom: { role: 'supervisor' },
    automatic: { rowId: 'tell', on: 'breached' }
  })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
})

/** Escalated and returned so many times. */
function bounced(times: number) {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  for (let i = 0; i < times; i += 1) {
    one.act(ana, escalate('l1-billing', 'L2/billing'))
    one.now += 10 * MINUTE
    one.act(lea, { type: 'case.claim' })
    const up = one.kase.escalations.at(-1)
    one.act(lea, {
      type: 'escalation.return',
      escalationId: up?.id as never,
      note: `back ${i + 1}`,
      to: 'team'
    })
    one.now += MINUTE
    one.act(ana, { type: 'case.claim' })
  }
  return one
}

test('[ES26] [ES32] a number of returns sets an automatic row off', () => {
  const act = { do: 'notify', whom: { role: 'escalation_manager' } }
  const rules = matrix({
    automatic: [{ id: 'bounce', trigger: { on: 'returned', times: 2 }, tiers: ['L1'], act }]
  })
  expect(nextAutomatic(bounced(1).kase, rules)).toBeUndefined()
  expect(nextAutomatic(bounced(2).kase, rules)).toMatchObject({ row: { id: 'bounce' } })
})

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

test('[ES33] a colleague of any tier is pulled in, sees the case, and leaves again; it keeps its owner', () => {
  const one = desk({ kase: openCase(ana) })
  const swarm: Bare = { type: 'case.swarm', people: [lea.id], note: 'have a look?' }
  expect(one.refused(ben, swarm)).toMatchObject({ type: 'NotYourCase' })
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(false)
  one.act(ana, swarm)
  expect(one.act(ana, swarm)).toEqual({ outcome: 'noop' })
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(true)
  expect(one.kase).toMatchObject({ owner: ana.id, queue: queue('L1/billing'), swarm: [lea.id] })
  expect(one.ask(lea, { type: 'case.note', body: 'try this' }).ok).toBe(true)
  one.act(lea, { type: 'case.leaveSwarm' })
  expect(one.refused(lea, { type: 'case.leaveSwarm' })).toEqual({ type: 'NotInSwarm' })
  expect(maySee(personScopes(lea), caseScopes(one.kase))).toBe(false)
})

test('[ES34] every hop says who, from where, to where, why, with which package and for how long', () => {
  const one = bounced(1)
  const lines = hopHistory(one.kase)
  expect(lines.map(({ how, from, to, by, why, stayedMs }) => ({ how, from, to, by, why, stayedMs }))).toEqual(
    [
      { how: 'opened', from: null, to: queue('L1/billing'), by: 'customer', why: '', stayedMs: HOUR },
      {
        how: 'escalated',
        from: queue('L1/billing'),
        to: queue('L2/billing'),
        by: ana.id,
        why: 'check the ledger',
        stayedMs: 10 * MINUTE
      },
      {
        how: 'returned',
        from: queue('L2/billing'),
        to: queue('L1/billing'),
        by: lea.id,
        why: 'back 1',
        stayedMs: null
      }
    ]
  )
  expect(lines[1]).toMatchObject({
    rowId: 'l1-billing',
    versions: { madeUnder: 1, judgedUnder: 7 },
    package: { tried: 'compared the bills' }
  })
})

/** Ana hands it on, and at L2 nobody takes it: the matrix sends it further up. */
function sentByItself() {
  const late = {
    id: 'late-l2',
    trigger: { on: 'breached', clock: 'own' },
    tiers: ['L2'],
    act: { do: 'escalate', to: queue('L3/core'), acceptMinutes: 10, resolveMinutes: 60 }
  }
  const rules = matrix({ automatic: [late] })
  const one = desk({ kase: openCase(ana), matrix: rules, now: NINE + HOUR })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const next = nextAutomatic(one.kase, rules)
  if (!next) throw new Error('not due')
  one.now = next.at
  one.happen(SYSTEM, automaticEvent(one.kase, next.row, rules, next.at, 'auto-1'))
  return one
}

test('[ES34] [ES26] a hop an automatic row made says which and why, and what was left last goes along with it', () => {
  const one = sentByItself()
  const line = {
    how: 'escalated',
    from: queue('L2/billing'),
    to: queue('L3/core'),
    by: SYSTEM,
    rowId: 'late-l2',
    versions: { madeUnder: 7, judgedUnder: 7 },
    package: PACKAGE,
    stayedMs: null
  }
  expect(hopHistory(one.kase).at(-1)).toMatchObject({
    ...line,
    automatic: { rowId: 'late-l2', on: 'breached' }
  })
  expect(hopHistory(one.kase).map(({ automatic }) => automatic !== null)).toEqual([false, false, true])
  // A case that was stored before the hop kept it: the row is known, what set it off is not.
  const old = { ...one.kase, hops: one.kase.hops.map(({ automatic: _, ...hop }) => hop) }
  expect(hopHistory(old).at(-1)).toMatchObject({ ...line, automatic: { rowId: 'late-l2', on: null } })
  expect(Case.parse(JSON.parse(JSON.stringify(one.kase)))).toEqual(one.kase)
})

test('[ES34] the last stop ends when the case was resolved, and not when it was closed or looked at', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  const stayed = () => hopHistory(one.kase).map(({ stayedMs }) => stayedMs)
  expect(stayed()).toEqual([null])
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(stayed()).toEqual([HOUR])
  one.now += HOUR
  const resolved = one.kase
  one.happen(SYSTEM, { type: 'case.closed' })
  expect(stayed()).toEqual([HOUR])
  const again = desk({ kase: resolved, now: one.now })
  again.act(ana, { type: 'case.reopen', reason: 'still broken' })
  expect(hopHistory(again.kase).map(({ stayedMs }) => stayedMs)).toEqual([null])
})

test('[ES31] the case whose solution was used is kept with the resolution', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'case.resolve', resolution: 'solved', helpedBy: 'case-7' as never })
  expect(one.kase.helpedBy).toBe('case-7')
})

test('[ES7] a case goes back straight to the one who sent it, with the reason, unless they left the queue', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  const escalationId = one.kase.escalations[0]?.id as never
  const back: Bare = {
    type: 'escalation.return',
    escalationId,
    note: 'see the FAQ',
    reason: 'known_solution',
    to: 'person'
  }
  one.people = one.people.map((each) => (each.id === ana.id ? { ...ana, queues: [queue('L1/tech')] } : each))
  expect(one.refused(lea, back)).toEqual({ type: 'PersonNotInQueue', person: ana.id })
  one.people = people
  one.act(lea, back)
  expect(one.kase).toMatchObject({
    queue: queue('L1/billing'),
    owner: ana.id,
    clocks: { own: { run: { state: 'stopped' } } },
    escalations: [{ state: { status: 'closed', how: 'returned', reason: 'known_solution' } }]
  })
})
