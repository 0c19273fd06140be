import { type RowList, RowList as RowLists, type RowRef } from '../escalation/finding.ts'
import type { Matrix } from '../escalation/matrix.ts'
import type { CaseId, PersonId } from '../lib/ids.ts'
import { isSameQueue, type Queue, queueKey } from '../people/queue.ts'
import type { Tier } from '../people/tier.ts'
import type { Case } from './case.ts'
import type { Happening } from './event.ts'
import { functionalRoutes, matches } from './routes.ts'
import { automaticRows, requestRows } from './trial-rows.ts'

/** Where a case goes under a matrix; `to` null: no row leads anywhere. */
export type Way = { readonly to: Queue | null; readonly row: RowRef | null }

/** A case of the past that would go elsewhere: from where, and the way under each matrix. */
export type Elsewhere = {
  readonly caseId: CaseId
  readonly from: Queue
  readonly before: Way
  readonly after: Way
}

/** Numbers are cases: how many a row led, under the matrix in force and under the draft. */
export type TrialCounts = {
  readonly changed: number
  readonly rows: readonly { readonly row: RowRef; readonly before: number; readonly after: number }[]
  /** Rows of the draft that no case matched. */
  readonly idle: readonly RowRef[]
}

export type TrialRun = {
  /**
   * One case of the past. `changes`: how it was opened and what was set on it since, in their order; only where `needsChanges`
   * says so, or where it was taken out of the public.
   */
  take(kase: Case, changes: readonly Happening[]): Elsewhere | undefined
  counts(): TrialCounts
}

/** A moment at which the rows had a say: the case as it stood, where it stood, and where it really went. */
type Moment = { readonly from: Queue; readonly at: number; readonly chosen: Queue | undefined }

const NOWHERE: Way = { to: null, row: null }

/** Whether something happened to a case at a moment of its past, so that what it was like then has to be looked up. */
export function needsChanges({ escalations, grants, flags }: Case): boolean {
  return escalations.length > 0 || grants.length > 0 || flags.includes('public')
}

/** Tries a draft on cases of the past, one after the other, against the matrix in force (MX20). */
export function beginTrial(
  inForce: Matrix,
  draft: Matrix,
  tierOf: (person: PersonId) => Tier | undefined
): TrialRun {
  const before = sideOf(inForce, tierOf)
  const after = sideOf(draft, tierOf)
  let changed = 0
  return {
    take(kase, changes) {
      const past = pastOf(kase, changes)
      let found: Elsewhere | undefined
      for (const { from, at, chosen } of momentsOf(kase)) {
        const ways = [before.lead(past(at), from, chosen), after.lead(past(at), from, chosen)] as const
        if (!found && !isSameTarget(ways[0].to, ways[1].to))
          found = { caseId: kase.id, from, before: ways[0], after: ways[1] }
      }
      for (const side of [before, after]) side.rest(kase, past)
      if (found) changed += 1
      return found
    },
    counts() {
      return {
        changed,
        // In the order of the draft, and behind them the rows it no longer has.
        rows: [...new Map([...rowsOf(draft), ...rowsOf(inForce)].map((row) => [keyOf(row), row])).values()]
          .map((row) => ({ row, before: before.count(keyOf(row)), after: after.count(keyOf(row)) }))
          .filter((one) => one.before + one.after > 0),
        idle: rowsOf(draft).filter((row) => !after.isUsed(keyOf(row)))
      }
    }
  }
}

/** Where it was escalated from, each time; one that never was could still go up from its first queue, as it is now. */
function momentsOf({ escalations, hops, queue }: Case): readonly Moment[] {
  const made = escalations.flatMap((one) =>
    one.kind === 'functional' ? [{ from: one.from, at: one.at, chosen: one.to }] : []
  )
  const never = { from: hops[0]?.queue ?? queue, at: Number.POSITIVE_INFINITY, chosen: undefined }
  return made.length > 0 ? made : [never]
}

/** The case as it stood at a time: before each later change it was what that change says it was. */
function pastOf(kase: Case, changes: readonly Happening[]): (at: number) => Case {
  if (changes.length === 0) return () => kase
  const newestFirst = withPublic(changes).reverse()
  return (at) =>
    newestFirst
      .filter((change) => change.at > at)
      .reduce((then, { event, wasPublic }) => undone(then, event, wasPublic), kase)
}

/** Each change with whether the case was flagged public before it: going private takes the flag away without saying that it was there. */
function withPublic(changes: readonly Happening[]): (Happening & { readonly wasPublic: boolean })[] {
  let isPublic = false
  return changes.map((change) => {
    const wasPublic = isPublic
    const { event } = change
    if (event.type === 'case.opened') isPublic = event.flags.includes('public')
    else if (event.type === 'case.flagged' && event.flag === 'public') isPublic = event.on
    else if (event.type === 'case.wentPrivate') isPublic = false
    return { ...change, wasPublic }
  })
}

function undone(kase: Case, event: Happening['event'], wasPublic: boolean): Case {
  switch (event.type) {
    case 'case.prioritySet':
      return { ...kase, priority: event.from }
    case 'case.categorySet':
      return { ...kase, category: event.from }
    case 'case.wentPrivate':
      return { ...kase, channel: event.from, flags: wasPublic ? [...kase.flags, 'public'] : kase.flags }
    case 'case.flagged': {
      const others = kase.flags.filter((flag) => flag !== event.flag)
      return { ...kase, flags: event.on ? others : [...others, event.flag] }
    }
    default:
      return kase
  }
}

/** One of the two matrices: its answers, remembered per kind of case, and what it has counted. */
function sideOf(matrix: Matrix, tierOf: (person: PersonId) => Tier | undefined) {
  const known = new Map<string, readonly Way[]>()
  const counts = new Map<string, number>()
  const used = new Set<string>()
  /** A case counts once for a row, however often the row led it. */
  const counted = new Map<string, CaseId>()

  function offered(kase: Case, from: Queue): readonly Way[] {
    const kind = kindOf(kase, from)
    const ways = known.get(kind) ?? functionalRoutes({ ...kase, queue: from }, matrix).map(wayOf)
    known.set(kind, ways)
    return ways
  }
  function count(row: RowRef, caseId: CaseId): void {
    const key = keyOf(row)
    used.add(key)
    if (counted.get(key) === caseId) return
    counted.set(key, caseId)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return {
    count: (key: string): number => counts.get(key) ?? 0,
    isUsed: (key: string): boolean => used.has(key),
    /** The way it goes: where it really went when a row leads there, else the first row's. */
    lead(kase: Case, from: Queue, chosen: Queue | undefined): Way {
      const ways = offered(kase, from)
      const way = ways.find(({ to }) => isSameTarget(to, chosen ?? null)) ?? ways[0] ?? NOWHERE
      if (way.row) count(way.row, kase.id)
      return way
    },
    /** Everything else the rows have to say: what else was offered on its way, requests, grants, what happens by itself. */
    rest(kase: Case, past: (at: number) => Case): void {
      for (const { queue, at } of kase.hops)
        for (const { row } of offered(past(at), queue)) if (row) used.add(keyOf(row))
      // And the buttons it has, or had last, where it stands.
      for (const { row } of offered(kase, kase.queue)) if (row) used.add(keyOf(row))
      for (const row of requestRows(kase, past, matrix, tierOf))
        count({ list: 'hierarchical', id: row.id }, kase.id)
      for (const row of automaticRows(kase, matrix)) count({ list: 'automatic', id: row.id }, kase.id)
      const first = past(kase.openedAt)
      if (first.channel !== 'social') return
      const row = matrix.privacy.find(({ when }) => matches(when, first))
      if (row) count({ list: 'privacy', id: row.id }, kase.id)
    }
  }
}

/** All that the conditions of rows look at. */
function kindOf({ category, priority, channel, customer, flags }: Case, from: Queue): string {
  return `${queueKey(from)} ${category} ${priority} ${channel} ${customer.segment} ${flags.join()}`
}

function wayOf(route: { readonly id: string; readonly to: Queue; readonly list?: RowList }): Way {
  return { to: route.to, row: { list: route.list ?? 'functional', id: route.id } }
}

function isSameTarget(a: Queue | null, b: Queue | null): boolean {
  return a && b ? isSameQueue(a, b) : a === b
}

function rowsOf(matrix: Matrix): RowRef[] {
  return RowLists.options.flatMap((list) => matrix[list].map(({ id }) => ({ list, id })))
}

function keyOf({ list, id }: RowRef): string {
  return `${list} ${id}`
}
