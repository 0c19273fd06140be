import { expect, test } from 'vitest'
import { matrix } from '../../../../test/support/cases.ts'
import { saying } from '../../../../test/support/saying.ts'
import { entryAt, entryList, linesOf } from './entries.ts'
import { changedLines } from './versions/diff-parts.ts'

const doc = matrix({
  limits: [
    { action: 'refund', tier: 'L1', perCaseMinor: 5_000, perCustomer: { minor: 10_000, days: 30 } },
    { action: 'credit', tier: 'L2', perCaseMinor: 1_000 }
  ]
})

test('[CO12] what is no row is said field by field, in the words of its editor', () => {
  const say = saying(doc, 'it')
  const lines = entryList(doc, 'limits', say)?.linesAt(0) ?? []
  expect(lines.map(({ label, text }) => `${label}: ${text}`.replaceAll(/\s/g, ' '))).toEqual([
    'Che cosa: Rimborso',
    'Livello: L1 Front line',
    'Su un caso: 50,00 €',
    'A un cliente: 100,00 € per cliente in 30 giorni'
  ])
  expect(linesOf('teams', { id: 'x', name: { en: 'X', it: 'Y' }, language: 'es' }, say)).toHaveLength(4)
})

test('[CO12] only the fields that differ are told, and what came or went is told as that', () => {
  const say = saying(doc, 'en')
  const [first, second] = doc.limits
  if (!first || !second) throw new Error('the test matrix has limits')
  const changed = changedLines(
    linesOf('limits', first, say),
    linesOf('limits', { ...first, perCaseMinor: 1 }, say)
  )
  expect(changed).toEqual([{ label: 'On one case', from: '€50.00', to: '€0.01' }])
  const { perCustomer: _, ...without } = first
  expect(changedLines(linesOf('limits', first, say), linesOf('limits', without, say))).toMatchObject([
    { label: 'To one customer' }
  ])
  expect(
    changedLines([], linesOf('sla', doc.sla[0] ?? never(), say)).every(({ from }) => from === undefined)
  ).toBe(true)
})

test('[CO11] a finding without a row names the entry it is about', () => {
  const say = saying(doc, 'en')
  expect(entryAt(doc, 'limits.1.perCustomer', say)).toMatch(/^Credit, L2/)
  expect(entryAt(doc, 'tiers.0', say)).toBe('L1 Front line')
  expect(entryAt(doc, 'tiers.0.teams.0', say)).toMatch(/^L1 ./)
  for (const path of ['', 'functional.0.to', 'limits', 'limits.9', 'message.done', 'tiers.9.teams.0'])
    expect(entryAt(doc, path, say), path).toBeNull()
})

function never(): never {
  throw new Error('the test matrix has targets')
}
