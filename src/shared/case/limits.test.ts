import { expect, test } from 'vitest'
import { ana, HOUR, known, matrix, newCase } from '../../../test/support/cases.ts'
import type { Case } from './case.ts'
import { leftToGrant } from './limits.ts'

const DAY = 24 * HOUR
const perCustomer = { minor: 9_000, days: 30 }
const rules = matrix({ limits: [{ action: 'refund', tier: 'L1', perCaseMinor: 100_000, perCustomer }] })
const { at } = known()

/** A case on which ana granted this much so long ago, and what she may still give there; `elsewhere` by when it was granted. */
function left(ago: number, elsewhere: (since: number) => number = () => 0): number {
  const grant = { action: 'refund' as const, amountMinor: 4_000, currency: 'EUR', by: ana.id, at: at - ago }
  const kase: Case = { ...newCase(), grants: [grant] }
  const grantedElsewhere = (_kase: Case, _action: string, since: number) => elsewhere(since)
  return leftToGrant(kase, 'refund', ana, known({ matrix: rules, grantedElsewhere }))
}

test('[ES27] what was granted counts for the days the limit names, to the millisecond', () => {
  expect(left(0)).toBe(5_000)
  expect(left(30 * DAY)).toBe(5_000)
  expect(left(30 * DAY + 1)).toBe(9_000)
})

test('[ES27] on other cases of the customer it counts for just as long', () => {
  const asked: number[] = []
  left(0, (since) => asked.push(since))
  expect(asked).toEqual([at - 30 * DAY])
  expect(left(0, (since) => (since === at - 30 * DAY ? 3_000 : 0))).toBe(2_000)
})
