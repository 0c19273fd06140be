import { readAs } from '../../shared/lib/read-as.ts'
import { Part, type Parted, Snap, type Snapped } from '../../shared/protocol/sync.ts'
import type { Desk, Greeted, Seat } from '../desk.ts'
import { problemOf } from '../judge.ts'
import { isCurrent } from './pull.ts'

/** So many consoles are sent files at the same time; one that has not asked for a while makes room. */
const AT_ONCE = 64
const IDLE_MS = 10_000
const COME_AGAIN_MS = 1_000

const HELLO = {
  ok: false,
  why: 'HELLO',
  message: 'that is not what you were told to fetch: say hello again'
} as const

/** What the file of one scope consists of, once it is made. */
export function snap(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Snapped {
  const parsed = readAs(Snap, payload)
  if (!parsed.success) return { ok: false, why: 'BAD', message: problemOf(parsed.error) }
  const { scope, asOf, packings } = parsed.data
  const matrix = desk.getMatrix(desk.db)
  if (!matrix || !isTheirs(desk, seat, greeted, parsed.data)) return HELLO
  const found = desk.snapshots.find({ scope, asOf, riskShare: matrix.riskShare }, packings)
  if (found.state === 'ready') return { ok: true, manifest: found.manifest }
  return { ok: false, why: 'BUSY', message: 'it is being made', retryAfterMs: found.retryAfterMs }
}

/** One part of it. */
export function part(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Parted {
  const parsed = readAs(Part, payload)
  if (!parsed.success) return { ok: false, why: 'BAD', message: problemOf(parsed.error) }
  const { scope, asOf, etag, part } = parsed.data
  if (!isTheirs(desk, seat, greeted, parsed.data)) return HELLO
  if (!hasRoom(desk, seat))
    return { ok: false, why: 'BUSY', message: 'too many fetch at once', retryAfterMs: COME_AGAIN_MS }
  const data = desk.snapshots.read({ scope, asOf, etag }, part)
  return data ? { ok: true, data } : { ok: false, why: 'CHANGED', message: 'there is no such part any more' }
}

/** Whether it is of what this console was told to fetch, and this person still sees that. */
function isTheirs(
  desk: Desk,
  seat: Seat,
  greeted: Greeted,
  asked: Pick<Part, 'scope' | 'asOf' | 'scopeVer'>
): boolean {
  const { fetch } = greeted
  const isPlanned = fetch?.asOf === asked.asOf && fetch.scopes.includes(asked.scope)
  return isPlanned && isCurrent(desk, seat, greeted, asked.scopeVer)
}

function hasRoom({ fetching, now }: Desk, seat: Seat): boolean {
  const at = now()
  if (!fetching.has(seat) && fetching.size >= AT_ONCE) {
    for (const [other, askedAt] of fetching) if (at - askedAt > IDLE_MS) fetching.delete(other)
    if (fetching.size >= AT_ONCE) return false
  }
  fetching.set(seat, at)
  return true
}
