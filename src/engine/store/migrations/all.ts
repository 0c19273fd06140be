import type { Migration } from '../../../sqlite/migrate.ts'
import { start0010 } from './0010-start.ts'
import { asked0020 } from './0020-asked.ts'
import { wordsLater0030 } from './0030-words-later.ts'
import { matrixDraft0040 } from './0040-matrix-draft.ts'
import { grants0050 } from './0050-grants.ts'
import { approvalsAway0060 } from './0060-approvals-away.ts'
import { news0070 } from './0070-news.ts'
import { newsOfRows0080 } from './0080-news-of-rows.ts'
import { newsOfRequests0090 } from './0090-news-of-requests.ts'
import { once0100 } from './0100-once.ts'
import { offlineGrant0120 } from './0120-offline-grant.ts'
import { newsMarked0130 } from './0130-news-marked.ts'
import { helping0140 } from './0140-helping.ts'
import { snapshots0150 } from './0150-snapshots.ts'

/** Every step of the queue's schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  start0010,
  asked0020,
  wordsLater0030,
  matrixDraft0040,
  grants0050,
  approvalsAway0060,
  news0070,
  newsOfRows0080,
  newsOfRequests0090,
  once0100,
  offlineGrant0120,
  newsMarked0130,
  helping0140,
  snapshots0150
]
