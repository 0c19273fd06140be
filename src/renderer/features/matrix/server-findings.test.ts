import { expect, test } from 'vitest'
import { matrix, people } from '../../../../test/support/cases.ts'
import { checkMatrix } from '../../../shared/escalation/check/check-matrix.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { bareOf, keyOfPlaces, onlyServerKnows } from './server-findings.ts'

const limits = matrix().limits.map((one) => ({ ...one, perCustomer: { minor: 50_000, days: 30 } }))
const doc = matrix({ limits })
const openCases = {
  queues: { 'L9/gone': 4, 'L2/billing': 2 },
  awaited: { 'L9/away': 2 },
  categories: { lost: 3, billing: 1 }
}
const otherAmounts = [{ currency: 'JPY', inWork: false, daysAgo: 3 }]
const codes = (one: Matrix) =>
  onlyServerKnows(checkMatrix(one, { people, openCases, otherAmounts }).findings).map(({ code, values }) => [
    code,
    values
  ])

test('[CO17] what only the server knows is the same without the rows, and is all that is taken from it', () => {
  expect(codes(bareOf(doc))).toEqual(codes(doc))
  expect(codes(doc)).toEqual([
    ['lost_queue', { queue: 'L9/gone', open: '4' }],
    ['awaited_queue', { queue: 'L9/away', open: '2' }],
    ['lost_category', { category: 'lost', open: '3' }],
    ['currency_changed', { from: 'JPY', to: 'EUR', cases: '1' }]
  ])
})

test('[CO17] the server is asked again when a queue, a category or the currency came or went, not for rows, names or their order', () => {
  const [tier, ...tiers] = doc.tiers
  if (!tier) throw new Error('the test matrix has tiers')
  const same = [
    { ...doc, functional: [] },
    { ...doc, tiers: [{ ...tier, name: { en: 'Other' } }, ...tiers] },
    { ...doc, tiers: doc.tiers.map((one) => ({ ...one, teams: one.teams.toReversed() })).toReversed() },
    { ...doc, categories: doc.categories.toReversed() }
  ]
  for (const one of same) expect(keyOfPlaces(one)).toBe(keyOfPlaces(doc))
  const other = [
    { ...doc, tiers: [{ ...tier, teams: [] }, ...tiers] },
    { ...doc, categories: doc.categories.slice(1) },
    { ...doc, currency: 'CHF' },
    { ...doc, limits: doc.limits.map((one) => ({ ...one, perCustomer: { minor: 9_000, days: 77 } })) }
  ]
  for (const one of other) expect(keyOfPlaces(one)).not.toBe(keyOfPlaces(doc))
})
