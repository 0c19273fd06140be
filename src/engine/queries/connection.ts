import type { Connection } from '../../shared/protocol/views.ts'
import type { Desk } from '../desk.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { offlineUntil } from '../store/offline-limit.ts'
import { outboxSize } from '../store/outbox.ts'

const NOBODY: Connection = {
  state: 'offline',
  loading: null,
  lastSyncedAt: null,
  waiting: 0,
  crowded: false,
  clockOffsetMs: 0,
  problem: null,
  nextTryAt: null,
  grantEndsAt: null,
  lapsed: false
}

/** Beyond this a person is warned (SY32). */
const MANY_OPS = 5_000
const MANY_BYTES = 50 * 1024 * 1024

/** How this machine stands with its server: what the banner says. */
export function getConnection(desk: Desk | undefined): Connection {
  if (!desk) return NOBODY
  const { state, problem, nextTryAt, inStepAt } = desk.sync.status()
  const clockOffsetMs = getNumber(desk.db, 'clockOffsetMs')
  const { ops, bytes } = outboxSize(desk.db)
  return {
    state,
    loading: desk.sync.progress(),
    lastSyncedAt: lastSynced(findMeta(desk.db, 'lastSyncedAt'), inStepAt, clockOffsetMs),
    waiting: ops,
    crowded: ops > MANY_OPS || bytes > MANY_BYTES,
    clockOffsetMs,
    problem,
    nextTryAt: nextTryAt === null ? null : nextTryAt + clockOffsetMs,
    grantEndsAt: offlineUntil(desk.db),
    lapsed: state !== 'online' && desk.isLapsed()
  }
}

/** Where nothing happens no news comes, and who hears of none has all of it: not only what was stored counts. */
function lastSynced(stored: number | undefined, inStepAt: number | null, offsetMs: number): number | null {
  if (stored === undefined) return null
  return inStepAt === null ? stored : Math.max(stored, inStepAt + offsetMs)
}
