import type {
  AuthorityAction,
  ExceptionRow,
  FunctionalRow,
  Limit,
  Matrix,
  MoneyRow,
  MoveRow,
  SpecialRow,
  When
} from '../escalation/matrix.ts'
import { isSameQueue, type Queue } from '../people/queue.ts'
import { compareTiers, type Tier } from '../people/tier.ts'
import { type RowFinder, rowFinder } from './row-finder.ts'

/** A way up: the row that leads there, special or functional. */
export type Route = Pick<
  FunctionalRow,
  'id' | 'to' | 'package' | 'acceptMinutes' | 'resolveMinutes' | 'onChange'
> & { readonly list: 'special' | 'functional'; readonly reason: SpecialRow['reason'] | null }

/** A row as a way up, with what it takes to use it. */
export type Rung = { readonly when: When; readonly route: Route }

/** What a queue has in a matrix: the queues beside it, and the rows that can lead up from it. */
export type Place = {
  readonly beside: readonly Queue[]
  readonly special: RowFinder<Rung>
  readonly functional: RowFinder<Rung>
}

/** What a tier has in a matrix: who decides for its people, and what they may give alone. */
export type Rank = {
  readonly money: Readonly<Record<AuthorityAction, RowFinder<MoneyRow>>>
  readonly moves: RowFinder<MoveRow>
  readonly exceptions: RowFinder<ExceptionRow>
  readonly limits: Readonly<Partial<Record<AuthorityAction, Limit>>>
}

/** A matrix as the questions need it. */
export type MatrixIndex = {
  readonly queues: readonly Queue[]
  readonly categories: readonly string[]
  hasQueue(queue: Queue): boolean
  place(queue: Queue): Place
  rank(tier: Tier): Rank
}

/** Made once for each document and forgotten with it: every button of every case asks. */
const indexes = new WeakMap<Matrix, MatrixIndex>()

export function indexOf(matrix: Matrix): MatrixIndex {
  const known = indexes.get(matrix)
  if (known) return known
  const made = makeIndex(matrix)
  indexes.set(matrix, made)
  return made
}

function makeIndex(matrix: Matrix): MatrixIndex {
  const queues = matrix.tiers.flatMap((tier) => tier.teams.map((team) => ({ tier: tier.id, team: team.id })))
  const there = new Map<string, Set<string>>()
  for (const { tier, team } of queues) there.set(tier, (there.get(tier) ?? new Set()).add(team))
  const hasQueue = ({ tier, team }: Queue): boolean => there.get(tier)?.has(team) ?? false
  const special = matrix.special
    .filter(({ to }) => hasQueue(to))
    .map((row) => ({ row, rung: rungOf(row, 'special', row.reason) }))
  const functional = matrix.functional
    .filter(({ to }) => hasQueue(to))
    .map((row) => ({ row, rung: rungOf(row, 'functional', null) }))

  const placeOf = (queue: Queue): Place => ({
    beside: queues.filter((one) => one.tier === queue.tier && !isSameQueue(one, queue)),
    special: rowFinder(
      special
        .filter(({ row }) => row.tiers.includes(queue.tier) && isAbove(row.to, queue))
        .map(({ rung }) => rung)
    ),
    functional: rowFinder(
      functional.filter(({ row }) => isFrom(row, queue) && isAbove(row.to, queue)).map(({ rung }) => rung)
    )
  })
  const places = new Map<string, Map<string, Place>>()
  const ranks = new Map<Tier, Rank>()
  return {
    queues,
    categories: matrix.categories.map(({ id }) => id),
    hasQueue,
    place(queue) {
      const ofTier = places.get(queue.tier) ?? new Map<string, Place>()
      const known = ofTier.get(queue.team)
      if (known) return known
      const made = placeOf(queue)
      places.set(queue.tier, ofTier.set(queue.team, made))
      return made
    },
    rank(tier) {
      const known = ranks.get(tier)
      if (known) return known
      const made = rankOf(matrix, tier, hasQueue)
      ranks.set(tier, made)
      return made
    }
  }
}

function rankOf(matrix: Matrix, tier: Tier, hasQueue: (queue: Queue) => boolean): Rank {
  const rows = matrix.hierarchical.filter((row) => row.tiers.includes(tier))
  const money = (action: AuthorityAction) =>
    rowFinder(rows.filter((row): row is MoneyRow => row.action === action))
  const limit = (action: AuthorityAction) => {
    const found = matrix.limits.find((one) => one.action === action && one.tier === tier)
    return found ? { [action]: found } : {}
  }
  return {
    money: { refund: money('refund'), credit: money('credit'), goodwill: money('goodwill') },
    moves: rowFinder(rows.filter((row): row is MoveRow => row.action === 'move' && hasQueue(row.to))),
    exceptions: rowFinder(rows.filter((row): row is ExceptionRow => row.action === 'exception')),
    limits: { ...limit('refund'), ...limit('credit'), ...limit('goodwill') }
  }
}

function isFrom({ from }: FunctionalRow, { tier, team }: Queue): boolean {
  return from.tier === tier && (!from.team || from.team === team)
}

function isAbove(to: Queue, queue: Queue): boolean {
  return compareTiers(to.tier, queue.tier) > 0
}

function rungOf(row: FunctionalRow | SpecialRow, list: Route['list'], reason: Route['reason']): Rung {
  const { id, to, package: needs, acceptMinutes, resolveMinutes, onChange } = row
  return {
    when: row.when,
    route: { id, to, package: needs, acceptMinutes, resolveMinutes, onChange, list, reason }
  }
}
