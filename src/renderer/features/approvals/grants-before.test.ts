import { expect, test } from 'vitest'
import { PersonId } from '../../../shared/lib/ids.ts'
import { grantsBefore } from './grants-before.ts'

const by = PersonId.parse('ana')
const grant = (action: 'refund' | 'goodwill', amountMinor: number, currency = 'EUR') => ({
  action,
  amountMinor,
  currency,
  by,
  at: 0
})

test('[CS14] earlier grants are summed by kind and currency, the largest first', () => {
  expect(grantsBefore([])).toEqual([])
  expect(
    grantsBefore([
      grant('goodwill', 500),
      grant('refund', 2_000),
      grant('refund', 1_000),
      grant('refund', 4_000, 'USD')
    ])
  ).toEqual([
    { action: 'refund', currency: 'USD', sumMinor: 4_000, times: 1 },
    { action: 'refund', currency: 'EUR', sumMinor: 3_000, times: 2 },
    { action: 'goodwill', currency: 'EUR', sumMinor: 500, times: 1 }
  ])
})
