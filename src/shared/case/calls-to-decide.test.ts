import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Desk,
  desk,
  eva,
  HOUR,
  lastEscalation,
  lea,
  MINUTE,
  matrix,
  max,
  mia,
  people,
  sol
} from '../../../test/support/cases.ts'
import { SYSTEM } from '../lib/ids.ts'
import { must } from '../lib/must.ts'
import type { Person } from '../people/person.ts'
import { callsToDecide } from './calls-to-decide.ts'
import type { HierarchicalEscalation } from './case.ts'
import { expiryOf } from './expiry.ts'

/** Ana asks for 500.00: first the supervisor, then the escalation manager. */
function asked(rules = matrix()): Desk {
  const one = desk({ matrix: rules })
  one.act(ana, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ana, { type: 'approval.request', rowId: 'refund-1000', matrixVer: 7, ask: ask(500) })
  return one
}

const request = (one: Desk) => lastEscalation(one.kase) as HierarchicalEscalation
const about = (one: Desk) => ({ escalationId: request(one).id, subjectHash: request(one).subjectHash })
const approve = (one: Desk, by: Person): void => {
  one.now += MINUTE
  one.act(by, { type: 'approval.approve', ...about(one) })
}

/** Which event asked them, which ended that, and whether it waits: in a word each. */
function calls(one: Desk, who: Person): string[] {
  const story = one.happenings.filter(
    ({ event }) => 'escalationId' in event && event.escalationId === request(one).id
  )
  const name = (index: number | null) =>
    index === null ? '-' : (story[index]?.event.type.split('.')[1] ?? '?')
  const known = { at: one.now, findPerson: (id: string) => one.people.find((each) => each.id === id) }
  return callsToDecide(who, request(one), story, known).map(
    ({ calledBy, endedBy, waits }) => `${name(calledBy)} ${name(endedBy)} ${waits ? 'waits' : 'over'}`
  )
}

test('[EN34] everybody the step waits for is asked, the next step asks the next ones, and nobody else is', () => {
  const one = asked()
  expect([sol, eva, max, ana, lea].map((who) => calls(one, who))).toEqual([
    ['requested - waits'],
    ['requested - waits'],
    ['requested - waits'],
    [],
    []
  ])
  approve(one, sol)
  expect(calls(one, sol)).toEqual(['requested approved over'])
  expect(calls(one, eva)).toEqual(['requested approved over'])
  expect(calls(one, max)).toEqual(['requested approved over', 'approved - waits'])
  approve(one, max)
  expect(calls(one, mia).at(-1)).toBe('approved approved over')
})

test('[EN34] a changed request asks again, and one that was taken back asks nobody', () => {
  const one = asked()
  one.act(ana, { type: 'approval.amend', escalationId: request(one).id, ask: ask(600) })
  expect(calls(one, sol)).toEqual(['requested amended over', 'amended - waits'])
  one.act(ana, { type: 'escalation.withdraw', escalationId: request(one).id })
  expect(calls(one, sol)).toEqual(['requested amended over', 'amended withdrawn over'])
})

test('[EN34] what is handed on asks who gets it, also when they were asked before, and not who gave it', () => {
  const one = asked()
  one.now += MINUTE
  one.act(sol, { type: 'approval.handOn', ...about(one), to: eva.id, note: '' })
  expect(calls(one, sol)).toEqual(['requested handedOn over'])
  expect(calls(one, eva)).toEqual(['requested handedOn over', 'handedOn - waits'])
})

test('[EN34] when nobody answers in time the next one is asked, or who is told as well; not again who was asked already', () => {
  const late = (rules: ReturnType<typeof matrix>) => {
    const one = asked(rules)
    one.now += 3 * HOUR
    one.happen(SYSTEM, must(expiryOf(one.kase, request(one), { at: one.now, matrix: rules }), 'expiry'))
    return one
  }
  expect(calls(late(matrix()), mia)).toEqual(['requested expired over', 'expired - waits'])
  const [, row] = matrix().hierarchical
  const notify = { do: 'notify', whom: { person: 'lea' } }
  const chain = [{ approver: { person: 'sol' }, minutes: 60, onTimeout: notify }]
  const told = late(matrix({ hierarchical: [{ ...row, chain }] }))
  expect(calls(told, lea)).toEqual(['reminded - waits'])
  expect(calls(told, sol)).toEqual(['requested - waits'])
})

test('[EN34] [ES28] a delegate is asked once the other is away, from then on, and while they are', () => {
  const [, row] = matrix().hierarchical
  const chain = [{ approver: { person: 'sol' }, minutes: 600 }]
  const rules = matrix({
    hierarchical: [{ ...row, chain }],
    delegates: [{ of: 'sol', to: 'lea', when: 'away' }]
  })
  const one = asked(rules)
  const { now } = one
  const at = (hours: number, away: { from: number; until: number }) => {
    const staff = people.map((each) => (each.id === sol.id ? { ...sol, away } : each))
    const story = one.happenings.slice(1)
    const known = { at: now + hours * HOUR, findPerson: (id: string) => staff.find((each) => each.id === id) }
    return callsToDecide(lea, request(one), story, known)
  }
  const away = { from: now + HOUR, until: now + 4 * HOUR }
  expect(calls(one, lea)).toEqual([])
  expect(at(0, away)).toEqual([])
  expect(at(2, away)).toMatchObject([{ at: away.from, inPlaceOf: 'sol', waits: true, endedBy: null }])
  expect(at(5, away)).toMatchObject([{ at: away.from, waits: false, endedBy: null }])
  // Away already when it was asked: then and not before.
  expect(at(2, { ...away, from: now - HOUR })).toMatchObject([{ at: now, waits: true }])
  one.now += 3 * HOUR
  one.people = people.map((each) => (each.id === sol.id ? { ...sol, away } : each))
  one.act(lea, { type: 'approval.approve', ...about(one) })
  expect(calls(one, lea)).toEqual(['requested approved over'])
})
