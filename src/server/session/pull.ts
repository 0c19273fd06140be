import { Boot, type Booted, Pull, type Pulled, Seen } from '../../shared/protocol/sync.ts'
import type { Desk, Greeted, Seat } from '../desk.ts'
import { problemOf } from '../judge.ts'
import { headSeq } from '../log/facts.ts'
import { findStoreId } from '../log/meta.ts'
import { findPerson } from '../log/people.ts'
import { readBoot } from '../log/read-boot.ts'
import { readChanges } from '../log/read-changes.ts'

const HELLO = { ok: false, why: 'HELLO', message: 'what you may see has changed: say hello again' } as const

/** What happened after the cursor. Reaching the head, the console is live and the rest comes by itself. */
export function pull(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Pulled {
  const parsed = Pull.safeParse(payload)
  if (!parsed.success) return { ok: false, why: 'BAD', message: problemOf(parsed.error) }
  const { cursor, scopeVer, max } = parsed.data
  const head = headSeq(desk.db)
  if (cursor > head || cursor < greeted.since || !isCurrent(desk, seat, greeted, scopeVer)) return HELLO
  const { to, changes } = readChanges(desk.db, greeted.scopes, cursor, head, max)
  confirm(greeted, cursor)
  if (to === head) {
    greeted.isLive = true
    greeted.sentTo = to
  }
  const storeId = findStoreId(desk.db)
  return { ok: true, frame: { storeId, scopeVer, from: cursor, to, changes, results: [] } }
}

/** One page of everything in sight. After the last one the console is live from `asOf` on. */
export function boot(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Booted {
  const parsed = Boot.safeParse(payload)
  if (!parsed.success) return { ok: false, why: 'BAD', message: problemOf(parsed.error) }
  const { after, scopeVer, max } = parsed.data
  const head = headSeq(desk.db)
  const asOf = parsed.data.asOf ?? head
  if (asOf > head || !isCurrent(desk, seat, greeted, scopeVer)) return HELLO
  const page = readBoot(desk.db, greeted.scopes, asOf, after ?? '', max)
  if (page.next === null) {
    greeted.isLive = true
    greeted.sentTo = asOf
    greeted.unseen = []
    if (asOf < head) desk.dirty()
  }
  return { ok: true, asOf, ...page }
}

/** The console has stored what it was sent up to here. */
export function seen(greeted: Greeted, payload: unknown): void {
  const parsed = Seen.safeParse(payload)
  if (parsed.success) confirm(greeted, parsed.data.cursor)
}

function confirm(greeted: Greeted, cursor: number): void {
  greeted.unseen = greeted.unseen.filter(({ to }) => to > cursor)
}

function isCurrent(desk: Desk, seat: Seat, greeted: Greeted, scopeVer: number): boolean {
  return scopeVer === greeted.scopeVer && findPerson(desk.db, seat.who.personId)?.scopeVer === scopeVer
}
