import { hash } from 'node:crypto'
import { hashWith } from '../shared/lib/hash.ts'
import type { CaseId, OpId } from '../shared/lib/ids.ts'
import { VERSION } from '../shared/lib/version.ts'
import type { Topic } from '../shared/protocol/bridge.ts'
import { type Db, openDb } from '../sqlite/db.ts'
import { createAbsenceTurns } from './absence-turns.ts'
import { type ActDeps, act } from './commands/act.ts'
import { createIndexer } from './index-words.ts'
import { findPlace, type Place } from './place.ts'
import { findMeta, getNumber, putMeta } from './store/meta.ts'
import { MIGRATIONS } from './store/migrations/all.ts'
import { isOver } from './store/offline-limit.ts'
import { createSeenTime } from './store/seen-time.ts'
import { recountSums } from './store/sums.ts'
import { upcastStored } from './store/upcast-stored.ts'
import type { Staging } from './sync/staging.ts'
import { createSync, type Sync, type SyncDeps } from './sync/sync.ts'
import { takeDeferred } from './sync/take-deferred.ts'
import { watchGrant } from './watch-grant.ts'

hashWith((text) => hash('sha256', text))

export type DeskDeps = Pick<
  SyncDeps,
  'dial' | 'schedule' | 'now' | 'random' | 'limits' | 'token' | 'grantKey'
> & {
  readonly file: string
  /** Where what is fetched is gathered. */
  readonly staging: Staging
  /** The name this device goes by when the file has none yet. */
  readonly deviceId: string
  readonly newId: () => string
  readonly mono: () => number
  readonly bootId: string
  readonly onChange: (topics: readonly Topic[], caseIds?: readonly CaseId[]) => void
  /** Tests open the database themselves. */
  readonly db?: Db
}

/** One person's queue on this machine: their file, what they do to it, and the sync that keeps it in step. */
export type Desk = {
  readonly db: Db
  readonly sync: Sync
  readonly deviceId: string
  place(): Place | undefined
  serverNow(): number
  /** Without the server for too long: reading and drafts only. */
  isLapsed(): boolean
  /** `opId`: the name the page gave it, so that asking twice does it once. */
  act(command: unknown, opId?: OpId): ReturnType<typeof act>
  close(): void
}

export function openDesk(deps: DeskDeps): Desk {
  const db = deps.db ?? openDb(deps.file, MIGRATIONS)
  db.write((tx) => {
    if (!findMeta(tx, 'deviceId')) putMeta(tx, 'deviceId', deps.deviceId)
    putMeta(tx, 'instance', deps.bootId)
  })
  upcastStored(db)
  let place = findPlace(db)
  if (place) takeDeferred(db, place)
  if (!findMeta(db, 'sums')) db.write(recountSums)
  if (!findMeta(db, 'fetch')) deps.staging.drop()
  const { dial, schedule, now, random, staging } = deps
  const serverNow = () => now() + getNumber(db, 'clockOffsetMs')
  const turns = createAbsenceTurns({
    schedule,
    serverNow,
    onTurn: () => deps.onChange(['people', 'cases', 'counts'])
  })
  turns.watch(place?.people ?? [])
  const indexer = createIndexer(db, schedule)
  indexer.kick()
  const seen = createSeenTime({ db, now, mono: deps.mono })
  const isLapsed = (): boolean => isOver(db, seen.now())
  const stopWatching = watchGrant(db, seen, schedule, () => deps.onChange(['connection', 'cases']))
  const sync = createSync({
    db,
    app: VERSION,
    instance: deps.bootId,
    newId: deps.newId,
    token: deps.token,
    grantKey: deps.grantKey,
    seen,
    dial,
    schedule,
    now,
    random,
    staging,
    ...(deps.limits ? { limits: deps.limits } : {}),
    place: () => place,
    setPlace: (next) => {
      place = next
      turns.watch(next.people)
      deps.onChange(['session', 'matrix', 'people', 'cases', 'counts'])
    },
    onCases: (caseIds) => {
      if (caseIds.length > 0) deps.onChange(['cases', 'counts'], caseIds)
      indexer.kick()
    },
    onStatus: () => deps.onChange(['connection', 'outbox', 'review', 'counts'])
  })
  const acting: ActDeps = {
    db,
    place: () => place,
    now,
    newId: deps.newId,
    isOnline: () => sync.status().state === 'online',
    isLapsed,
    seen,
    bootId: deps.bootId,
    mono: deps.mono
  }
  return {
    db,
    sync,
    get deviceId() {
      return findMeta(db, 'deviceId') ?? deps.deviceId
    },
    isLapsed,
    place: () => place,
    serverNow,
    act(command, opId) {
      const acted = act(acting, command, opId)
      if (acted.ok && acted.opId) {
        const { caseId } = command as { caseId: CaseId }
        deps.onChange(['cases', 'counts', 'outbox', 'drafts', 'connection'], [caseId])
        sync.kick()
      }
      return acted
    },
    close() {
      sync.stop()
      stopWatching()
      indexer.stop()
      turns.stop()
      db.close()
    }
  }
}
