import { readAs } from '../../shared/lib/read-as.ts'
import { Pull, type Pulled, Seen } from '../../shared/protocol/sync.ts'
import type { Desk, Greeted, Seat } from '../desk.ts'
import { problemOf } from '../judge.ts'
import { headSeq } from '../log/facts.ts'
import { findStoreId } from '../log/meta.ts'
import { findPerson } from '../log/people.ts'
import { readChanges } from '../log/read-changes.ts'
import { listScopeSums } from '../log/scope-sums.ts'

const HELLO = { ok: false, why: 'HELLO', message: 'what you may see has changed: say hello again' } as const

/** What happened after the cursor. Reaching the head, the console is live and the rest comes by itself. */
export function pull(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Pulled {
  const parsed = readAs(Pull, payload)
  if (!parsed.success) return { ok: false, why: 'BAD', message: problemOf(parsed.error) }
  const { cursor, scopeVer, max } = parsed.data
  const head = headSeq(desk.db)
  if (cursor > head || cursor < greeted.since || !isCurrent(desk, seat, greeted, scopeVer)) return HELLO
  const { scopes, kept, fetch } = greeted
  // Before the place of its fetch it holds what it kept and nothing else.
  const isBefore = fetch !== null && cursor < fetch.asOf
  const until = isBefore ? fetch.asOf : head
  const { to, changes, bytes } = readChanges(desk.db, isBefore ? kept : scopes, cursor, until, max)
  confirm(greeted, cursor)
  const isLast = to === head && !isBefore
  if (isLast) {
    greeted.isLive = true
    greeted.sentTo = to
    greeted.lookedTo = to
    greeted.sumsAt = to
    desk.fetching.delete(seat)
  }
  const sums = isLast ? listScopeSums(desk.db, scopes) : null
  const storeId = findStoreId(desk.db)
  return { ok: true, frame: { storeId, scopeVer, from: cursor, to, changes, results: [], bytes, sums } }
}

/** The console has stored what it was sent up to here. */
export function seen(greeted: Greeted, payload: unknown): void {
  const parsed = readAs(Seen, payload)
  if (parsed.success) confirm(greeted, Math.min(parsed.data.cursor, greeted.sentTo))
}

function confirm(greeted: Greeted, cursor: number): void {
  greeted.seenTo = Math.max(greeted.seenTo, cursor)
  greeted.unseen = greeted.unseen.filter(({ to }) => to > cursor)
}

export function isCurrent(desk: Desk, seat: Seat, greeted: Greeted, scopeVer: number): boolean {
  return scopeVer === greeted.scopeVer && findPerson(desk.db, seat.who.personId)?.scopeVer === scopeVer
}
