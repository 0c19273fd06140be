import { type Desk, type Seat, send } from './desk.ts'
import { headSeq } from './log/facts.ts'
import { findStoreId } from './log/meta.ts'
import { nothingShared, readChanges, type Shared } from './log/read-changes.ts'
import { listScopeSums } from './log/scope-sums.ts'

/** So much may be on its way to a console that has not said it stored it; then it fetches at its own pace. */
const WINDOW_BYTES = 1024 * 1024
/** A console that sees nothing of what happens is told how far things are after so many facts. */
const QUIET_FACTS = 256
/** A console is told what the sum of each scope should be after so many facts. */
const SUMS_FACTS = 1_000

/** Tells every live console what it may know of what was committed since it was last told. */
export function broadcast(desk: Desk): void {
  const flush = { head: headSeq(desk.db), storeId: findStoreId(desk.db), shared: nothingShared() }
  for (const seat of desk.seats) tell(desk, seat, flush)
}

type Flush = { readonly head: number; readonly storeId: string; readonly shared: Shared }

function tell(desk: Desk, seat: Seat, { head, storeId, shared }: Flush): void {
  const { greeted } = seat
  if (!greeted) return
  // What is owed may be durable and not here yet, where a copy lags behind the order it is of.
  const owed = (): boolean => Math.min(greeted.owedTo, head) > greeted.sentTo
  while (greeted.isLive && (greeted.lookedTo < head || owed())) {
    const { scopes, scopeVer, sentTo: from, lookedTo } = greeted
    if (unseenBytes(seat) > WINDOW_BYTES) {
      fallBehind(seat, head)
      return
    }
    const { to, changes, bytes } = readChanges(desk.db, scopes, lookedTo, head, desk.maxFrameChanges, shared)
    greeted.lookedTo = to
    const isOwed = greeted.owedTo > from
    if (changes.length === 0 && !isOwed && to - from < QUIET_FACTS) continue
    const isSummed = to === head && to - greeted.sumsAt >= SUMS_FACTS
    const sums = isSummed ? listScopeSums(desk.db, scopes) : null
    send(seat, 'sync:frame', { storeId, scopeVer, from, to, changes, results: [], bytes, sums })
    greeted.sentTo = to
    if (isSummed) greeted.sumsAt = to
    greeted.unseen.push({ to, bytes })
  }
}

function unseenBytes({ greeted }: Seat): number {
  return greeted?.unseen.reduce((sum, one) => sum + one.bytes, 0) ?? 0
}

/** Nothing more is sent until it has pulled up to the head. */
function fallBehind(seat: Seat, seq: number): void {
  if (seat.greeted) seat.greeted.isLive = false
  send(seat, 'sync:poke', { seq })
}
