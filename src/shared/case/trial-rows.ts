import type { AutomaticRow, HierarchicalRow, Matrix, MoneyRow, Trigger } from '../escalation/matrix.ts'
import type { PersonId } from '../lib/ids.ts'
import { isSameQueue, type Queue } from '../people/queue.ts'
import type { Tier } from '../people/tier.ts'
import type { Case } from './case.ts'
import { matches, rowForAmount } from './routes.ts'

/** What was asked for or granted, of whatever kind. */
type Asked = {
  readonly action: string
  readonly amountMinor?: number
  readonly to?: Queue
  readonly exception?: string
}

/** The rows that would have decided about what was asked for on this case, and about grants over the limit of who gave them. */
export function requestRows(
  kase: Case,
  past: (at: number) => Case,
  matrix: Matrix,
  tierOf: (person: PersonId) => Tier | undefined
): HierarchicalRow[] {
  const rows: HierarchicalRow[] = []
  const add = (asked: Asked, tier: Tier, at: number): void => {
    const row = rowFor(asked, tier, past(at), matrix)
    if (row) rows.push(row)
  }
  for (const one of kase.escalations)
    if (one.kind === 'hierarchical') add(one.ask, tierOf(one.by) ?? one.from.tier, one.at)
  const given = new Map<string, number>()
  for (const { action, amountMinor, by, at, approvedBy } of kase.grants) {
    if (approvedBy !== undefined) continue
    const tier = tierOf(by) ?? kase.queue.tier
    const inAll = (given.get(action) ?? 0) + amountMinor
    given.set(action, inAll)
    const limit = matrix.limits.find((one) => one.action === action && one.tier === tier)
    if (inAll > (limit?.perCaseMinor ?? 0)) add({ action, amountMinor }, tier, at)
  }
  return rows
}

function rowFor(asked: Asked, tier: Tier, kase: Case, matrix: Matrix): HierarchicalRow | undefined {
  const rows = matrix.hierarchical.filter(
    (row) => row.action === asked.action && row.tiers.includes(tier) && matches(row.when, kase)
  )
  const { amountMinor, to, exception } = asked
  if (amountMinor !== undefined) return rowForAmount(rows.filter(isMoney), amountMinor)
  return rows.find(
    (row) =>
      (row.action === 'move' && to !== undefined && isSameQueue(row.to, to)) ||
      (row.action === 'exception' && row.exception === exception)
  )
}

function isMoney(row: HierarchicalRow): row is MoneyRow {
  return row.action !== 'move' && row.action !== 'exception'
}

/**
 * The automatic rows that would have acted, as far as the past says: reopenings, returns, and clocks that stopped late. A clock
 * that was late was at risk before; whether one that was met had been at risk is not recorded.
 */
export function automaticRows(kase: Case, matrix: Matrix): AutomaticRow[] {
  const returned = kase.escalations.filter(
    ({ kind, state }) => kind === 'functional' && state.status === 'closed' && state.how === 'returned'
  ).length
  const isQuiet = kase.reopenCount === 0 && returned === 0 && !Object.values(kase.clocks).some(isLate)
  if (isQuiet) return []
  return matrix.automatic.filter(
    ({ trigger, tiers, when }) =>
      tiers.includes(kase.queue.tier) && hasCome(trigger, kase, returned) && matches(when, kase)
  )
}

function hasCome(trigger: Trigger, kase: Case, returned: number): boolean {
  if (trigger.on === 'reopened') return kase.reopenCount >= trigger.times
  if (trigger.on === 'returned') return returned >= trigger.times
  const clock = kase.clocks[trigger.clock]
  if (!clock || !isLate(clock)) return false
  const overMs = clock.spentMs - clock.targetMinutes * 60_000
  return trigger.on === 'at_risk' || overMs > trigger.plusMinutes * 60_000
}

function isLate(clock: Case['clocks'][keyof Case['clocks']]): boolean {
  return clock?.run.state === 'stopped' && clock.run.late
}
