import { expect, test } from 'vitest'
import {
  ana,
  type Bare,
  ben,
  desk,
  escalate,
  HOUR,
  lea,
  matrix,
  NINE,
  newCase,
  openCase,
  people,
  queue,
  sol
} from '../../../test/support/cases.ts'
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
