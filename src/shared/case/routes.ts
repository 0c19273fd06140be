import type {
  AuthorityAction,
  ExceptionRow,
  Limit,
  Matrix,
  MoneyRow,
  MoveRow,
  PrivateRow,
  When
} from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue, type Queue } from '../people/queue.ts'
import type { Tier } from '../people/tier.ts'
import type { Case } from './case.ts'
import { indexOf, type Route, type Rung } from './matrix-index.ts'

export type { Route } from './matrix-index.ts'

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
  return indexOf(matrix).hasQueue(queue)
}

/** Every queue of a document, lowest tier first. */
export function queuesOf(matrix: Matrix): readonly Queue[] {
  return indexOf(matrix).queues
}

/** The ids of a document's categories, in its order. */
export function categoriesOf(matrix: Matrix): readonly string[] {
  return indexOf(matrix).categories
}

/** The queues beside this one: of the same tier, where a case may be transferred to. */
export function queuesBeside(matrix: Matrix, queue: Queue): readonly Queue[] {
  return indexOf(matrix).place(queue).beside
}

/**
 * Where this case may go up to, in the order of the document: further up only; of several rows to one queue the first counts
 * (ES2, ES3). While a special row matches, only special rows do (ES24).
 */
export function functionalRoutes(kase: Traits & Pick<Case, 'queue'>, matrix: Matrix): readonly Route[] {
  if (last.kase === kase && last.matrix === matrix) return last.routes
  const { special, functional } = indexOf(matrix).place(kase.queue)
  const first = firstPerQueue(special(kase))
  const routes = first.length > 0 ? first : firstPerQueue(functional(kase))
  last = { kase, matrix, routes }
  return routes
}

/** Every button that leads up asks the same again. Cases and matrices are never changed in place, so what was found for the last one holds while it is asked about. */
let last: {
  readonly kase: object | null
  readonly matrix: Matrix | null
  readonly routes: readonly Route[]
} = {
  kase: null,
  matrix: null,
  routes: []
}

function firstPerQueue(rungs: readonly Rung[]): Route[] {
  const routes: Route[] = []
  for (const { route } of rungs) {
    if (!routes.some((one) => isSameQueue(one.to, route.to))) routes.push(route)
  }
  return routes
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
): readonly MoneyRow[] {
  return indexOf(matrix).rank(person.tier).money[action](kase)
}

/** Where the case may be moved with an approval: of several rows to one queue the first counts. */
export function moveRows(kase: Case, person: Person, matrix: Matrix): readonly MoveRow[] {
  const rows = indexOf(matrix)
    .rank(person.tier)
    .moves(kase)
    .filter((row) => !isSameQueue(row.to, kase.queue))
  return rows.filter((row, i) => rows.findIndex((one) => isSameQueue(one.to, row.to)) === i)
}

/** The exceptions this person may ask for: of several rows for one exception the first counts. */
export function exceptionRows(kase: Traits, person: Person, matrix: Matrix): readonly ExceptionRow[] {
  const rows = indexOf(matrix).rank(person.tier).exceptions(kase)
  return rows.filter((row, i) => rows.findIndex((one) => one.exception === row.exception) === i)
}

/** What somebody of this tier may give alone, if anything. */
export function limitOf(action: AuthorityAction, tier: Tier, matrix: Matrix): Limit | undefined {
  return indexOf(matrix).rank(tier).limits[action]
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
