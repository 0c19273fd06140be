import { grantEnd } from '../../shared/protocol/offline-grant.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findMeta } from './meta.ts'

/** Until when one may work on this machine without its server; null before it was ever met. */
export function offlineUntil(db: Reader): number | null {
  return grantEnd(findMeta(db, 'grant'), findMeta(db, 'lastSyncedAt'))
}

/** Whether that time is over (EN41). */
export function isOver(db: Reader, at: number): boolean {
  const until = offlineUntil(db)
  return until !== null && at >= until
}
