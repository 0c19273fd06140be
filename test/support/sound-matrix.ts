import { MATRIX_FORMAT, Matrix } from '../../src/shared/escalation/matrix.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { person, queue } from './cases.ts'

const team = (id: string, language?: string) => ({ id, name: { en: id }, ...(language && { language }) })
const written = (en: string) => ({ en, es: en, it: en })
const stage = { package: ['need'], acceptMinutes: 30, resolveMinutes: 240 }
const ask = { package: ['ask'], tiers: ['L1'] }
const supervised = [{ approver: { role: 'supervisor' }, minutes: 60 }]

/** A document with a row of every kind and nothing wrong with it, to plant faults into. */
export function soundMatrix(): Matrix {
  return Matrix.parse({
    format: MATRIX_FORMAT,
    version: 1,
    name: 'Sound',
    author: 'ada',
    reason: 'tests',
    currency: 'EUR',
    tiers: [
      { id: 'L0', name: { en: 'Self-service' }, teams: [] },
      { id: 'L1', name: { en: 'Front' }, teams: [team('front', 'es'), team('desk')] },
      { id: 'L2', name: { en: 'Second' }, teams: [team('billing'), team('tech', 'it')] },
      { id: 'L3', name: { en: 'Experts' }, teams: [team('core'), team('law')] }
    ],
    categories: ['bill', 'bug', 'other'].map((id) => ({ id, name: { en: id } })),
    special: [
      {
        id: 'fraud',
        reason: 'fraud',
        tiers: ['L1', 'L2'],
        when: { flags: ['fraud'] },
        to: queue('L3/law'),
        ...stage
      }
    ],
    privacy: [{ id: 'private', when: { flags: ['public'] }, to: 'email' }],
    functional: [
      { id: 'bills', from: { tier: 'L1' }, when: { category: ['bill'] }, to: queue('L2/billing'), ...stage },
      { id: 'rest', from: { tier: 'L1' }, to: queue('L2/tech'), ...stage },
      { id: 'up', from: { tier: 'L2' }, to: queue('L3/core'), ...stage }
    ],
    hierarchical: [
      { id: 'some', action: 'refund', ...ask, overMinor: 5_000, upToMinor: 20_000, chain: supervised },
      {
        id: 'more',
        action: 'refund',
        ...ask,
        overMinor: 20_000,
        upToMinor: 100_000,
        twoPeopleOverMinor: 50_000,
        chain: [...supervised, { approver: { role: 'escalation_manager' }, minutes: 60 }]
      },
      { id: 'late', action: 'exception', exception: 'late', ...ask, chain: supervised },
      { id: 'to-core', action: 'move', ...ask, ...stage, to: queue('L3/core'), chain: supervised }
    ],
    exceptions: [{ id: 'late', name: { en: 'Late return' } }],
    limits: [
      { action: 'refund', tier: 'L1', perCaseMinor: 5_000, perCustomer: { minor: 9_000, days: 30 } },
      { action: 'refund', tier: 'L2', perCaseMinor: 20_000 }
    ],
    delegates: [{ of: 'sol', to: 'eva', when: 'away' }],
    automatic: [
      {
        id: 'late-core',
        trigger: { on: 'breached', clock: 'resolve', plusMinutes: 60 },
        tiers: ['L2'],
        act: { do: 'escalate', to: queue('L3/core'), acceptMinutes: 15, resolveMinutes: 120 }
      },
      {
        id: 'tell',
        trigger: { on: 'at_risk', clock: 'own' },
        tiers: ['L1'],
        act: { do: 'notify', whom: { role: 'supervisor' } }
      },
      {
        id: 'raise',
        trigger: { on: 'reopened', times: 2 },
        tiers: ['L1'],
        when: { priority: ['normal', 'low'] },
        act: { do: 'priority', priority: 'high' }
      }
    ],
    message: {
      empathy: written('Dear {customer},'),
      done: written('So far: {done}'),
      fault: written('That was our fault.'),
      serious: written('We take {ref} seriously.'),
      contact: written('{agent} has passed it to {team}.'),
      next: written('You hear from us by {next}.'),
      apology: written('We are sorry.')
    },
    sla: ['urgent', 'high', 'normal', 'low'].map((priority) => ({
      tier: 'L1',
      priority,
      ownMinutes: 30,
      firstResponseMinutes: 60,
      resolveMinutes: 480
    })),
    riskShare: 0.25
  })
}

const at = (id: string, key: string, over: Partial<Person> = {}) =>
  person(id, { queues: [queue(key)], tier: queue(key).tier, ...over })
const L1 = [queue('L1/front'), queue('L1/desk')]

/** Those who work there: every team has somebody, and each step of each chain two others. */
export const soundPeople: readonly Person[] = [
  at('ana', 'L1/front'),
  at('ben', 'L1/desk'),
  at('lea', 'L2/billing'),
  at('leo', 'L2/tech'),
  at('dan', 'L3/core'),
  at('una', 'L3/law'),
  at('sol', 'L1/front', { role: 'supervisor', queues: L1 }),
  at('eva', 'L1/front', { role: 'supervisor', queues: L1 }),
  at('max', 'L3/core', { role: 'escalation_manager', queues: [] }),
  at('mia', 'L3/core', { role: 'escalation_manager', queues: [] })
]
