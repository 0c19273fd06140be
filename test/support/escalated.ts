import type { EscalationId } from '../../src/shared/lib/ids.ts'
import { ana, type Bare, type Desk, desk, escalate, HOUR, lea, MINUTE, NINE, openCase } from './cases.ts'

export const CLAIM: Bare = { type: 'case.claim' }

export const TO_L2 = escalate('l1-billing', 'L2/billing')

/** ana's case, escalated to L2/billing at ten. */
export function escalated(): Desk {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, TO_L2)
  return one
}

/** ana's case, escalated to L2/billing and returned from there so many times. */
export function bounced(times: number): Desk {
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

export const idOf = (one: Desk, index = -1): EscalationId => {
  const found = one.kase.escalations.at(index)
  if (!found) throw new Error('no escalation')
  return found.id
}
