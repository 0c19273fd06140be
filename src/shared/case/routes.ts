import type { AuthorityAction, FunctionalRow, Matrix, MoneyRow, When } from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue, type Queue } from '../people/queue.ts'
import { compareTiers } from '../people/tier.ts'
import type { Case } from './case.ts'

/** Whether a case meets a row's conditions: every listed kind must hold the case's value; of the flags one is enough (ES2). */
export function matches(when: When, kase: Case): boolean {
  return (
    (!when.category || when.category.includes(kase.category)) &&
    (!when.priority || when.priority.includes(kase.priority)) &&
    (!when.channel || when.channel.includes(kase.channel)) &&
    (!when.segment || when.segment.includes(kase.customer.segment)) &&
    (!when.flags || when.flags.some((flag) => kase.flags.includes(flag)))
  )
}

export function hasQueue(matrix: Matrix, queue: Queue): boolean {
  return matrix.tiers.some(
    (tier) => tier.id === queue.tier && tier.teams.some((team) => team.id === queue.team)
  )
}

export function queuesOf(matrix: Matrix): Queue[] {
  return matrix.tiers.flatMap((tier) => tier.teams.map((team) => ({ tier: tier.id, team: team.id })))
}

/** Where this case may go up to, in the order of the document: further up only; of several rows to one queue the first counts (ES2, ES3). */
export function functionalRoutes(kase: Case, matrix: Matrix): FunctionalRow[] {
  const routes: FunctionalRow[] = []
  for (const row of matrix.functional) {
    const fits =
      row.from.tier === kase.queue.tier &&
      compareTiers(row.to.tier, row.from.tier) > 0 &&
      (!row.from.team || row.from.team === kase.queue.team) &&
      matches(row.when, kase)
    if (fits && hasQueue(matrix, row.to) && !routes.some((route) => isSameQueue(route.to, row.to)))
      routes.push(row)
  }
  return routes
}

/** The rows that say who decides about this action for this person's tier, whatever the amount. */
export function approvalRows(
  kase: Case,
  action: AuthorityAction,
  person: Person,
  matrix: Matrix
): MoneyRow[] {
  return matrix.hierarchical.filter(
    (row): row is MoneyRow =>
      row.action === action && row.tiers.includes(person.tier) && matches(row.when, kase)
  )
}

/**
 * The row for an amount (minor units): the first whose bounds hold it, over `overMinor` and up to `upToMinor`. An amount
 * below or between the rows goes to the next one up: what is left of a limit that is partly used may be less than where
 * the first row begins, and that must not be a dead end (ES12).
 */
export function rowForAmount<Row extends Pick<MoneyRow, 'overMinor' | 'upToMinor'>>(
  rows: readonly Row[],
  amountMinor: number
): Row | undefined {
  const holds = rows.find((row) => amountMinor > row.overMinor && amountMinor <= row.upToMinor)
  if (holds) return holds
  const above = rows.filter((row) => row.overMinor >= amountMinor && row.upToMinor > row.overMinor)
  return above.reduce<Row | undefined>(
    (next, row) => (next && next.overMinor <= row.overMinor ? next : row),
    undefined
  )
}

/** What this person may still grant alone on this case, in minor units: the tier's limit less what was granted without approval (ES11). */
export function leftToGrant(kase: Case, action: AuthorityAction, person: Person, matrix: Matrix): number {
  const limit = matrix.limits.find((one) => one.action === action && one.tier === person.tier)
  const granted = kase.grants.filter((grant) => grant.action === action && !grant.approvedBy)
  return Math.max(0, (limit?.perCaseMinor ?? 0) - granted.reduce((sum, grant) => sum + grant.amountMinor, 0))
}
