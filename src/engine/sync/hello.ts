import { type Hello, PROTOCOL } from '../../shared/protocol/sync.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { countUnanswered, listUnanswered } from '../store/outbox.ts'
import { countReview } from '../store/review.ts'

/** What is installed here, and which run of it this is. */
export type Running = { readonly app: string; readonly instance: string }

/** Who this console is, how far it is, and which of its ops are unanswered. */
export function helloOf(db: Reader, { app, instance }: Running): Hello {
  const nextOpNo = getNumber(db, 'nextOpNo')
  const open = listUnanswered(db, 500)
  return {
    proto: PROTOCOL,
    app,
    deviceId: findMeta(db, 'deviceId') ?? '',
    // In the middle of a full fetch this machine holds no state of the log that a delta could build on.
    storeId: findMeta(db, 'boot') ? '' : (findMeta(db, 'storeId') ?? ''),
    cursor: findMeta(db, 'boot') ? 0 : getNumber(db, 'cursor'),
    scopeVer: getNumber(db, 'scopeVer'),
    matrixVer: findMeta(db, 'matrix')?.version ?? 0,
    peopleVer: findMeta(db, 'people')?.ver ?? 0,
    nextOpNo,
    open: open.map((op) => op.opId),
    resultsFrom: open[0]?.opNo ?? nextOpNo,
    instance,
    waiting: countUnanswered(db),
    toReview: countReview(db)
  }
}
