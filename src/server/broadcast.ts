import { type Desk, type Seat, send } from './desk.ts'
import { headSeq } from './log/facts.ts'
import { findStoreId } from './log/meta.ts'
import { type ReadFacts, readChanges } from './log/read-changes.ts'

/** So much may be on its way to a console that has not said it stored it; then it fetches at its own pace. */
const WINDOW_BYTES = 1024 * 1024
/** A console that sees nothing of what happens is told how far things are after so many facts. */
const QUIET_FACTS = 256

/** Tells every live console what it may know of what was committed since it was last told. */
export function broadcast(desk: Desk): void {
  const head = headSeq(desk.db)
  const storeId = findStoreId(desk.db)
  const read: ReadFacts = new Map()
  for (const seat of desk.seats) tell(desk, seat, storeId, head, read)
}

function tell(desk: Desk, seat: Seat, storeId: string, head: number, read: ReadFacts): void {
  const { greeted } = seat
  if (!greeted) return
  while (greeted.isLive && greeted.sentTo < head) {
    const { scopes, scopeVer, sentTo: from } = greeted
    if (unseenBytes(seat) > WINDOW_BYTES) {
      fallBehind(seat)
      return
    }
    const { to, changes, bytes } = readChanges(desk.db, scopes, from, head, desk.maxFrameChanges, read)
    const isQuiet = changes.length === 0 && greeted.owedTo <= from && to - from < QUIET_FACTS
    if (isQuiet) return
    send(seat, 'sync:frame', { storeId, scopeVer, from, to, changes, results: [] })
    greeted.sentTo = to
    greeted.unseen.push({ to, bytes })
  }
}

function unseenBytes({ greeted }: Seat): number {
  return greeted?.unseen.reduce((sum, one) => sum + one.bytes, 0) ?? 0
}

function fallBehind(seat: Seat): void {
  if (seat.greeted) seat.greeted.isLive = false
  send(seat, 'sync:rehello', { why: 'behind' })
}
