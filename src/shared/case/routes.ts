import type {
  AuthorityAction,
  ExceptionRow,
  FunctionalRow,
  Matrix,
  MoneyRow,
  MoveRow,
  PrivateRow,
  SpecialRow,
  When
} from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue, type Queue, queueKey } from '../people/queue.ts'
import { compareTiers, type Tier } from '../people/tier.ts'
import type { Case } from './case.ts'

/** What a row's conditions look at: a case, or a kind of case. */
export type Traits = Pick<Case, 'category' | 'priority' | 'channel' | 'flags'> & {
  readonly customer: Pick<Case['customer'], 'segment'>
}

/** Whether a case meets a row's conditions: every listed kind must hold the case's value; of the flags one is enough (ES2). */
export function matches(when: When, kase: Traits): boolean {
  return (
    (!when.category || when.category.includes(kase.category)) &&
    (!when.priority || when.priority.includes(kase.priority)) &&
    (!when.channel || when.channel.includes(kase.channel)) &&
    (!when.segment || when.segment.includes(kase.customer.segment)) &&
    (!when.flags || when.flags.some((flag) => kase.flags.includes(flag)))
  )
}

export function hasQueue(matrix: Matrix, queue: Queue): boolean {
  return indexOf(matrix).queueKeys.has(queueKey(queue))
}

/** Every queue of a document, lowest tier first. */
export function queuesOf(matrix: Matrix): readonly Queue[] {
  return indexOf(matrix).queues
}

/** A way up: the row that leads there, special or functional. */
export type Route = Pick<
  FunctionalRow,
  'id' | 'to' | 'package' | 'acceptMinutes' | 'resolveMinutes' | 'onChange'
> & { readonly list: 'special' | 'functional'; readonly reason: SpecialRow['reason'] | null }

/**
 * Where this case may go up to, in the order of the document: further up only; of several rows to one queue the first counts
 * (ES2, ES3). While a special row matches, only special rows do (ES24).
 */
export function functionalRoutes(kase: Traits & Pick<Case, 'queue'>, matrix: Matrix): readonly Route[] {
  const known = routesOf.get(kase)
  if (known?.matrix === matrix) return known.routes
  const { special, functional } = indexOf(matrix).upFrom(kase.queue, kase.category)
  const first = firstPerQueue(special, kase)
  const routes = first.length > 0 ? first : firstPerQueue(functional, kase)
  routesOf.set(kase, { matrix, routes })
  return routes
}

/** Cases are never changed in place, so what was found for one holds while it is the same object: every button asks again. */
const routesOf = new WeakMap<object, { readonly matrix: Matrix; readonly routes: readonly Route[] }>()

/** A row as a way up, with what it takes to use it. */
type Rung = { readonly when: When; readonly route: Route }

function firstPerQueue(rungs: readonly Rung[], kase: Traits): Route[] {
  const routes: Route[] = []
  for (const { when, route } of rungs) {
    if (!matches(when, kase)) continue
    if (!routes.some((one) => isSameQueue(one.to, route.to))) routes.push(route)
  }
  return routes
}

/**
 * A matrix as the questions need it. Made once for each document and forgotten with it: five hundred rows are asked for every
 * button of every case.
 */
type Index = {
  readonly queues: readonly Queue[]
  readonly queueKeys: ReadonlySet<string>
  readonly upFrom: (
    queue: Queue,
    category: string
  ) => {
    readonly special: readonly Rung[]
    readonly functional: readonly Rung[]
  }
}
const indexes = new WeakMap<Matrix, Index>()

function indexOf(matrix: Matrix): Index {
  const known = indexes.get(matrix)
  if (known) return known
  const queues = matrix.tiers.flatMap((tier) => tier.teams.map((team) => ({ tier: tier.id, team: team.id })))
  const queueKeys = new Set(queues.map(queueKey))
  const rungs = new Map<string, ReturnType<Index['upFrom']>>()
  const index: Index = {
    queues,
    queueKeys,
    upFrom(queue, category) {
      const key = `${queueKey(queue)} ${category}`
      const made = rungs.get(key) ?? rungsFrom(matrix, queue, category, queueKeys)
      rungs.set(key, made)
      return made
    }
  }
  indexes.set(matrix, index)
  return index
}

/** The rows that can lead up from a queue for cases of a category, in the order of the document. */
function rungsFrom(matrix: Matrix, queue: Queue, category: string, queueKeys: ReadonlySet<string>) {
  const isFor = ({ when }: { readonly when: When }): boolean =>
    !when.category || when.category.includes(category)
  const leadsUp = (to: Queue): boolean => compareTiers(to.tier, queue.tier) > 0 && queueKeys.has(queueKey(to))
  const special = matrix.special
    .filter((row) => row.tiers.includes(queue.tier) && isFor(row) && leadsUp(row.to))
    .map((row) => ({ when: row.when, route: routeOf(row, 'special', row.reason) }))
  const functional = matrix.functional
    .filter(
      (row) =>
        row.from.tier === queue.tier &&
        (!row.from.team || row.from.team === queue.team) &&
        isFor(row) &&
        leadsUp(row.to)
    )
    .map((row) => ({ when: row.when, route: routeOf(row, 'functional', null) }))
  return { special, functional }
}

function routeOf(row: FunctionalRow | SpecialRow, list: Route['list'], reason: Route['reason']): Route {
  const { id, to, package: needs, acceptMinutes, resolveMinutes, onChange } = row
  return { id, to, package: needs, acceptMinutes, resolveMinutes, onChange, list, reason }
}

/** The row that says this public conversation must go on in private before anybody answers in it, if one does (ES25). */
export function privacyRow(kase: Traits, matrix: Matrix): PrivateRow | undefined {
  return kase.channel === 'social' ? matrix.privacy.find((row) => matches(row.when, kase)) : undefined
}

/** The rows that say who decides about this action for somebody of this tier, whatever the amount. */
export function approvalRows(
  kase: Traits,
  action: AuthorityAction,
  person: { readonly tier: Tier },
  matrix: Matrix
): MoneyRow[] {
  return matrix.hierarchical.filter(
    (row): row is MoneyRow =>
      row.action === action && row.tiers.includes(person.tier) && matches(row.when, kase)
  )
}

/** Where the case may be moved with an approval: of several rows to one queue the first counts. */
export function moveRows(kase: Case, person: Person, matrix: Matrix): MoveRow[] {
  const rows = matrix.hierarchical.filter(
    (row): row is MoveRow =>
      row.action === 'move' &&
      row.tiers.includes(person.tier) &&
      hasQueue(matrix, row.to) &&
      !isSameQueue(row.to, kase.queue) &&
      matches(row.when, kase)
  )
  return rows.filter((row, i) => rows.findIndex((one) => isSameQueue(one.to, row.to)) === i)
}

/** The exceptions this person may ask for: of several rows for one exception the first counts. */
export function exceptionRows(kase: Traits, person: Person, matrix: Matrix): ExceptionRow[] {
  const rows = matrix.hierarchical.filter(
    (row): row is ExceptionRow =>
      row.action === 'exception' && row.tiers.includes(person.tier) && matches(row.when, kase)
  )
  return rows.filter((row, i) => rows.findIndex((one) => one.exception === row.exception) === i)
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
