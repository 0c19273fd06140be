import { EVERYTHING } from '../../shared/case/rights.ts'
import type { PersonId } from '../../shared/lib/ids.ts'
import type { Hello } from '../../shared/protocol/sync.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Desk, Greeted } from '../desk.ts'
import type { Device } from '../log/devices.ts'
import { hasLost, listQueuesAt, listSightSince } from '../log/sight.ts'
import { knowsFiles } from './older.ts'

type Asking = {
  readonly asked: Hello
  readonly device: Device
  readonly personId: PersonId
  /** What this person sees. */
  readonly scopes: readonly string[]
  readonly scopeVer: number
  readonly storeId: string
  readonly head: number
}

/**
 * What a console goes on with from its cursor, and what it fetches. It keeps the scopes it holds and has been allowed to see
 * ever since; all else of its sight it fetches, as of one place for all of it: not before its cursor, so that what it keeps can
 * be read up to there and no further back, and where it can be a place that others fetch as of too.
 */
export function planFetch(desk: Desk, asking: Asking): Pick<Greeted, 'kept' | 'fetch' | 'since'> {
  const { asked, device, scopes, head } = asking
  const { db } = desk
  const isSameLog = asked.storeId === asking.storeId && asked.cursor <= head
  const since = listSightSince(db, asking.personId)
  const from = (scope: string): number => since.get(scope) ?? Number.POSITIVE_INFINITY
  if (!knowsFiles(asked.proto)) return planPages(asking, since, isSameLog)
  const mayGoOn = isSameLog && asked.cursor >= device.sinceSeq
  const kept = mayGoOn
    ? scopes.filter((scope) => asked.scopes.includes(scope) && from(scope) <= asked.cursor)
    : []
  const missing = scopes.filter((scope) => !kept.includes(scope))
  if (missing.length === 0) return { kept, fetch: null, since: asked.cursor }

  const least = Math.min(head, Math.max(device.sinceSeq, isSameLog ? asked.cursor : 0))
  const shows = (asOf: number): boolean =>
    asOf >= least && asOf <= head && missing.every((scope) => mayRead(db, scope, asOf, from(scope)))
  const goingOn = isSameLog ? asked.fetching?.asOf : undefined
  const mayTakeOn = goingOn !== undefined && shows(goingOn) && desk.snapshots.takesOn(goingOn, head)
  const place = mayTakeOn ? goingOn : desk.snapshots.placeFor(head, least)
  const asOf = shows(place) ? place : desk.snapshots.placeFor(head, head)
  const toFetch = missing.includes(EVERYTHING) ? everyQueue(db, asOf) : missing
  return { kept, fetch: { asOf, scopes: toFetch }, since: kept.length > 0 ? asked.cursor : asOf }
}

/** A console of before protocol 4 keeps everything, or fetches everything page by page. */
function planPages(
  { asked, device, scopes, scopeVer }: Asking,
  scopesSince: ReadonlyMap<string, number>,
  isSameLog: boolean
): ReturnType<typeof planFetch> {
  const since = Math.max(device.sinceSeq, ...scopesSince.values())
  const goesOn = isSameLog && asked.scopeVer === scopeVer && asked.cursor >= since
  return { kept: goesOn ? scopes : [], fetch: null, since }
}

/** A file as of a place from before somebody came would show them what left before they came. */
function mayRead(db: Reader, scope: string, asOf: number, since: number): boolean {
  return scope === EVERYTHING || since <= asOf || !hasLost(db, scope, asOf, since)
}

/** Every case stands in one queue, so all queues are everything. In an empty log there is one file, with nothing in it. */
function everyQueue(db: Reader, asOf: number): string[] {
  const queues = listQueuesAt(db, asOf)
  return queues.length > 0 ? queues : [EVERYTHING]
}
