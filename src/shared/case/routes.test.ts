import { expect, test } from 'vitest'
import { ana, known, lea, matrix, newCase, queue } from '../../../test/support/cases.ts'
import type { When } from '../escalation/matrix.ts'
import { PersonId } from '../lib/ids.ts'
import type { Case } from './case.ts'
import { leftToGrant } from './limits.ts'
import { approvalRows, functionalRoutes, hasQueue, matches, rowForAmount } from './routes.ts'

const KASE = newCase({ flags: ['vip', 'public'], priority: 'high', channel: 'social' })

test.each<[When, boolean]>([
  [{}, true],
  [{ category: ['bug', 'billing'] }, true],
  [{ category: ['bug'] }, false],
  [{ priority: ['urgent', 'high'] }, true],
  [{ priority: ['normal'] }, false],
  [{ channel: ['social'] }, true],
  [{ channel: ['email', 'phone'] }, false],
  [{ segment: ['B2C'] }, true],
  [{ segment: ['B2B'] }, false],
  [{ flags: ['fraud', 'vip'] }, true],
  [{ flags: ['fraud', 'outage'] }, false],
  [
    { category: ['billing'], priority: ['high'], channel: ['social'], segment: ['B2C'], flags: ['vip'] },
    true
  ],
  [{ category: ['billing'], priority: ['low'] }, false],
  [{ category: ['billing'], flags: ['fraud'] }, false]
])('[ES2] a row for %o matches: %s', (when, fits) => {
  expect(matches(when, KASE)).toBe(fits)
})

test('[ES2] a row for flags matches no case without flags', () => {
  expect(matches({ flags: ['vip'] }, newCase())).toBe(false)
})

const row = (id: string, from: object, to: string, when: object = {}) => ({
  id,
  from,
  to: queue(to),
  when,
  package: ['need'],
  acceptMinutes: 30,
  resolveMinutes: 60
})
const routesOf = (kase: Case, functional: unknown[]) =>
  functionalRoutes(kase, matrix({ functional })).map((each) => each.id)

test('[ES2] a row is for its tier, and one with a team for that team', () => {
  const rows = [
    row('any', { tier: 'L1' }, 'L2/billing'),
    row('tech', { tier: 'L1', team: 'tech' }, 'L2/tech'),
    row('billing', { tier: 'L1', team: 'billing' }, 'L3/core'),
    row('up', { tier: 'L2' }, 'L3/core')
  ]
  expect(routesOf(newCase(), rows)).toEqual(['any', 'billing'])
  expect(routesOf(newCase({ queue: queue('L1/tech') }), rows)).toEqual(['any', 'tech'])
  expect(routesOf(newCase({ queue: queue('L2/tech') }), rows)).toEqual(['up'])
  expect(routesOf(newCase({ queue: queue('L3/core') }), rows)).toEqual([])
})

test('[ES3] of several rows to one queue the first counts, and the others keep their order', () => {
  const rows = [
    row('no', { tier: 'L1' }, 'L2/billing', { category: ['bug'] }),
    row('first', { tier: 'L1' }, 'L2/billing', { category: ['billing'] }),
    row('core', { tier: 'L1' }, 'L3/core'),
    row('second', { tier: 'L1' }, 'L2/billing')
  ]
  expect(routesOf(newCase(), rows)).toEqual(['first', 'core'])
  expect(routesOf(newCase({ category: 'bug' }), rows)).toEqual(['no', 'core'])
})

test('[ES3] a case goes up only, and only to a queue that is there', () => {
  const rows = [
    row('same', { tier: 'L2' }, 'L2/billing'),
    row('sideways', { tier: 'L2' }, 'L2/tech'),
    row('down', { tier: 'L2' }, 'L1/billing'),
    row('gone', { tier: 'L2' }, 'L3/gone'),
    row('up', { tier: 'L2' }, 'L3/core')
  ]
  expect(routesOf(newCase({ queue: queue('L2/billing') }), rows)).toEqual(['up'])
})

test('[ES3] a queue is a tier with that team', () => {
  const one = matrix()
  const there = ['L1/billing', 'L2/tech', 'L3/core', 'L3/billing', 'L1/core', 'L4/core']
  expect(there.filter((key) => hasQueue(one, queue(key)))).toEqual(['L1/billing', 'L2/tech', 'L3/core'])
})

test('[ES12] a request goes by action, tier and case', () => {
  const one = matrix()
  const ids = (kase: Case, action: 'refund' | 'credit' | 'goodwill', by = ana) =>
    approvalRows(kase, action, by, one).map((each) => each.id)
  expect(ids(newCase(), 'refund')).toEqual(['refund-200', 'refund-1000'])
  expect(ids(newCase(), 'credit')).toEqual(['credit'])
  expect(ids(newCase(), 'goodwill')).toEqual([])
  expect(ids(newCase(), 'refund', { ...ana, tier: 'L3' })).toEqual([])
  const picky = matrix({
    hierarchical: one.hierarchical.map((each) => ({ ...each, when: { segment: ['B2B'] } }))
  })
  expect(approvalRows(newCase(), 'refund', ana, picky)).toEqual([])
})

test('[ES12] the row is the one whose bounds hold the amount; between rows the next one up', () => {
  const rows = [
    { id: 'b', overMinor: 500, upToMinor: 900 },
    { id: 'a', overMinor: 100, upToMinor: 200 },
    { id: 'empty', overMinor: 300, upToMinor: 300 }
  ]
  const of = (amount: number) => rowForAmount(rows, amount)?.id
  expect([1, 100, 101, 200, 201, 300, 500, 501, 900, 901].map(of)).toEqual([
    'a',
    'a',
    'a',
    'a',
    'b',
    'b',
    'b',
    'b',
    'b',
    undefined
  ])
  expect(rowForAmount([], 1)).toBeUndefined()
})

test('[ES12] where bounds overlap the first row counts', () => {
  const rows = [
    { id: 'x', overMinor: 10, upToMinor: 500 },
    { id: 'y', overMinor: 10, upToMinor: 900 }
  ]
  expect([5, 500, 501].map((amount) => rowForAmount(rows, amount)?.id)).toEqual(['x', 'x', 'y'])
})

test('[ES11] what is left is the limit of the tier less what was granted alone for the same action', () => {
  const grant = (action: 'refund' | 'goodwill', amountMinor: number, approvedBy?: string) => ({
    action,
    amountMinor,
    currency: 'EUR',
    by: ana.id,
    at: 1,
    ...(approvedBy ? { approvedBy: PersonId.parse(approvedBy) } : {})
  })
  const left = (grants: Case['grants'], by = ana) =>
    leftToGrant({ ...newCase(), grants }, 'refund', by, known())
  expect(left([])).toBe(5_000)
  expect(left([], lea)).toBe(20_000)
  expect(left([], { ...ana, tier: 'L3' })).toBe(0)
  expect(left([grant('refund', 3_000)])).toBe(2_000)
  expect(left([grant('refund', 3_000), grant('refund', 2_000)])).toBe(0)
  expect(left([grant('refund', 9_000)])).toBe(0)
  expect(left([grant('goodwill', 3_000), grant('refund', 4_000, 'sol')])).toBe(5_000)
})
