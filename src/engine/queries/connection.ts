import type { Connection } from '../../shared/protocol/views.ts'
import type { Desk } from '../desk.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { offlineUntil } from '../store/offline-limit.ts'
import { countUnanswered } from '../store/outbox.ts'

const NOBODY: Connection = {
  state: 'offline',
  loading: null,
  lastSyncedAt: null,
  waiting: 0,
  clockOffsetMs: 0,
  problem: null,
  nextTryAt: null,
  grantEndsAt: null,
  lapsed: false
}

/** How this machine stands with its server: what the banner says. */
export function getConnection(desk: Desk | undefined): Connection {
  if (!desk) return NOBODY
  const boot = findMeta(desk.db, 'boot') ?? null
  const { state, problem, nextTryAt } = desk.sync.status()
  const clockOffsetMs = getNumber(desk.db, 'clockOffsetMs')
  return {
    state,
    loading: boot && { done: boot.done, total: boot.done + boot.left },
    lastSyncedAt: findMeta(desk.db, 'lastSyncedAt') ?? null,
    waiting: countUnanswered(desk.db),
    clockOffsetMs,
    problem,
    nextTryAt: nextTryAt === null ? null : nextTryAt + clockOffsetMs,
    grantEndsAt: offlineUntil(desk.db),
    lapsed: state !== 'online' && desk.isLapsed()
  }
}
