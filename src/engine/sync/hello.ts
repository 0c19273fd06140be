import { type Hello, PROTOCOL } from '../../shared/protocol/sync.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { listUnanswered, outboxSize } from '../store/outbox.ts'
import { countReview } from '../store/review.ts'

/** What is installed here, and which run of it this is. */
export type Running = { readonly app: string; readonly instance: string }

/** Who this console is, how far it is, and which of its ops are unanswered. */
export function helloOf(db: Reader, { app, instance }: Running): Hello {
  const nextOpNo = getNumber(db, 'nextOpNo')
  const fetch = findMeta(db, 'fetch')
  const open = listUnanswered(db, 500)
  return {
    proto: PROTOCOL,
    app,
    deviceId: findMeta(db, 'deviceId') ?? '',
    storeId: findMeta(db, 'storeId') ?? '',
    cursor: getNumber(db, 'cursor'),
    matrixVer: findMeta(db, 'matrix')?.version ?? 0,
    peopleVer: findMeta(db, 'people')?.ver ?? 0,
    nextOpNo,
    scopes: findMeta(db, 'scopes') ?? [],
    differs: findMeta(db, 'differs') ?? [],
    fetching: fetch ? { asOf: fetch.asOf } : null,
    open: open.map((op) => op.opId),
    resultsFrom: open[0]?.opNo ?? nextOpNo,
    instance,
    waiting: outboxSize(db).ops,
    toReview: countReview(db)
  }
}
