import type { EscalationId } from '../../src/shared/lib/ids.ts'
import { ana, type Bare, type Desk, desk, escalate, HOUR, NINE, openCase } from './cases.ts'

export const CLAIM: Bare = { type: 'case.claim' }

export const TO_L2 = escalate('l1-billing', 'L2/billing')

/** ana's case, escalated to L2/billing at ten. */
export function escalated(): Desk {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, TO_L2)
  return one
}

export const idOf = (one: Desk, index = -1): EscalationId => {
  const found = one.kase.escalations.at(index)
  if (!found) throw new Error('no escalation')
  return found.id
}
