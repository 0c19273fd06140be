import type { Connection } from '../../shared/protocol/views.ts'
import type { Desk } from '../desk.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { countUnanswered } from '../store/outbox.ts'

const NOBODY: Connection = {
  state: 'offline',
  loading: null,
  lastSyncedAt: null,
  waiting: 0,
  clockOffsetMs: 0,
  problem: null
}

/** How this machine stands with its server: what the banner says. */
export function getConnection(desk: Desk | undefined): Connection {
  if (!desk) return NOBODY
  const boot = findMeta(desk.db, 'boot') ?? null
  const { state, problem } = desk.sync.status()
  return {
    state,
    loading: boot && { done: boot.done, total: boot.done + boot.left },
    lastSyncedAt: findMeta(desk.db, 'lastSyncedAt') ?? null,
    waiting: countUnanswered(desk.db),
    clockOffsetMs: getNumber(desk.db, 'clockOffsetMs'),
    problem
  }
}
