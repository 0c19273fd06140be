import type { AuthorityAction } from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import type { Case } from './case.ts'
import type { Known } from './rights.ts'
import { limitOf } from './routes.ts'

const DAY = 24 * 60 * 60_000

/**
 * What this person may still grant alone on this case, in minor units: the tier's limit less what was granted without
 * approval on the case, and no more than its limit for one customer and period leaves (ES11, ES27).
 */
export function leftToGrant(
  kase: Case,
  action: AuthorityAction,
  person: Person,
  known: Pick<Known, 'matrix' | 'at' | 'grantedElsewhere'>
): number {
  const limit = limitOf(action, person.tier, known.matrix)
  if (!limit) return 0
  const alone = kase.grants.filter((grant) => grant.action === action && !grant.approvedBy)
  const onCase = limit.perCaseMinor - sumOf(alone)
  if (!limit.perCustomer) return Math.max(0, onCase)
  const since = known.at - limit.perCustomer.days * DAY
  const here = sumOf(alone.filter((grant) => grant.at >= since))
  const toCustomer = limit.perCustomer.minor - here - known.grantedElsewhere(kase, action, since)
  return Math.max(0, Math.min(onCase, toCustomer))
}

function sumOf(grants: Case['grants']): number {
  return grants.reduce((sum, grant) => sum + grant.amountMinor, 0)
}
