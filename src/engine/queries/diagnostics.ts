import { VERSION } from '../../shared/lib/version.ts'
import type { Diagnostics } from '../../shared/protocol/looked-after.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Desk } from '../desk.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { listOutbox } from '../store/outbox.ts'
import { countReview } from '../store/review.ts'
import { getConnection } from './connection.ts'

/** How this console stands, for somebody who helps from afar. Nothing of a case or of what was written is in it (EN44). */
export function getDiagnostics(desk: Desk): Diagnostics {
  const { db } = desk
  const { state, problem, lastSyncedAt, nextTryAt, grantEndsAt, clockOffsetMs, loading } = getConnection(desk)
  const waiting: Record<string, number> = {}
  for (const { op } of listOutbox(db)) waiting[op.command.type] = (waiting[op.command.type] ?? 0) + 1
  return {
    version: VERSION,
    deviceId: desk.deviceId,
    storeId: findMeta(db, 'storeId') ?? '',
    state,
    problem: problem?.name ?? null,
    cursor: getNumber(db, 'cursor'),
    scopes: findMeta(db, 'scopes')?.length ?? 0,
    scopeVer: getNumber(db, 'scopeVer'),
    matrixVer: findMeta(db, 'matrix')?.version ?? 0,
    nextOpNo: getNumber(db, 'nextOpNo'),
    waiting,
    toReview: countReview(db),
    cases: countRows(db, 'cases'),
    deferred: countRows(db, 'deferred'),
    fileVersion: (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version,
    clockOffsetMs,
    lastSyncedAt,
    nextTryAt,
    grantEndsAt,
    loading: loading !== null
  }
}

function countRows(db: Reader, table: 'cases' | 'deferred'): number {
  return (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
}
