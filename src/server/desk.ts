import type { z } from 'zod'
import type { Matrix } from '../shared/escalation/matrix.ts'
import type { PersonId } from '../shared/lib/ids.ts'
import type { Welcome as AnyWelcome, Down, DownName } from '../shared/protocol/sync.ts'
import type { Reader } from '../sqlite/db.ts'
import { openSigner, type Signer } from './auth/signer.ts'
import { type Bucket, makeBucket, makeBuckets } from './bucket.ts'
import type { Home } from './home/home.ts'
import { findMatrix, newestMatrixVer } from './log/matrices.ts'
import { getPeopleVer } from './log/meta.ts'
import { noteLeft } from './session/note-hello.ts'
import type { Snapshots } from './snapshots/snapshots.ts'

type Welcome = Extract<AnyWelcome, { ok: true }>

/** Who is on the other end, as the token says. */
export type Who = { readonly personId: PersonId; readonly tokenId: string }

export type Emit = (name: DownName, payload: unknown) => void

/** What is worth a line in the log of the server. Never the words of a case. */
export type Report = (event: string, details: Readonly<Record<string, unknown>>) => void

/** What a console that said hello may see, and how far it has been told. */
export type Greeted = {
  readonly deviceId: string
  readonly scopes: readonly string[]
  readonly scopeVer: number
  /** Which run of the console this is; empty for one of before that was told. */
  readonly instance: string
  /** The protocol it speaks. */
  readonly proto: number
  /** What it goes on with from its cursor, and what it fetches as of a place: up to that place it is told of `kept` alone. */
  readonly kept: readonly string[]
  readonly fetch: Welcome['fetch']
  /** It is told of nothing before this place but as part of a case. */
  readonly since: number
  /** It stands at the head and gets frames. Otherwise it is still fetching, or has to say hello again. */
  isLive: boolean
  sentTo: number
  /** Up to here there was nothing to tell it, though it was not told so. */
  lookedTo: number
  /** Where the log stood when it was last told the sums of what it holds. */
  sumsAt: number
  /** The fact its newest op became: it is told up to there even when it sees nothing of it. */
  owedTo: number
  /** It said that it stored what it was sent up to here. */
  seenTo: number
  /** How much of that is written down. */
  notedTo: number
  /** What was sent and not yet confirmed as stored: up to which fact, and about how many bytes. */
  unseen: { readonly to: number; readonly bytes: number }[]
}

/** One connection. */
export type Seat = {
  readonly who: Who
  readonly emit: Emit
  greeted: Greeted | null
  /** Under which name the other nodes know that this connection counts; null until they can. */
  session: string | null
  isClosed: boolean
}

/** What everything in the server works on. */
export type Desk = {
  readonly home: Home
  /** What `home` has made durable. */
  readonly db: Reader
  readonly now: () => number
  readonly newId: () => string
  readonly report: Report
  readonly maxFrameChanges: number
  readonly seats: Set<Seat>
  /** How many connections were named to other nodes; with the node's own name that is a name nobody else has. */
  readonly sessions: { named: number }
  /** Which matrix and which list of people the consoles were last told of. */
  readonly announced: { matrixVer: number; peopleVer: number }
  /**
   * At most this many hellos, of all, of each person and of each device: a whole floor that comes back at once is let in by
   * and by, and nobody uses up the others' share under ever new device names.
   */
  readonly hellos: {
    readonly all: Bucket
    readonly person: ReturnType<typeof makeBuckets>
    readonly device: ReturnType<typeof makeBuckets>
  }
  readonly getMatrix: (db: Reader) => Matrix | undefined
  /** Signs what a console may do without this server. */
  readonly signer: Signer
  readonly snapshots: Snapshots
  /** Consoles that are sent files, and when each last asked for a part. */
  readonly fetching: Map<Seat, number>
  /** When it was last written down how far the consoles are (ms since 1970). */
  readonly noted: { at: number }
  /** Messages of all consoles that wait for their answer: the longer they are, the more is put off. */
  readonly load: { unanswered: number }
  /** Facts were committed: somebody may want to be told. */
  readonly dirty: () => void
}

export function makeDesk(
  given: Pick<Desk, 'home' | 'now' | 'newId' | 'report' | 'maxFrameChanges' | 'snapshots' | 'dirty'>
): Desk {
  const { db } = given.home
  return {
    ...given,
    db,
    seats: new Set(),
    sessions: { named: 0 },
    fetching: new Map(),
    noted: { at: given.now() },
    load: { unanswered: 0 },
    announced: { matrixVer: newestMatrixVer(db), peopleVer: getPeopleVer(db) },
    hellos: { all: makeBucket(300, 100), person: makeBuckets(60, 5), device: makeBuckets(20, 2) },
    getMatrix: newestMatrix(db),
    signer: openSigner(db)
  }
}

/**
 * The matrix in force. Versions never change, so one that was read is kept; but not one a transaction has just made, for
 * that may still be taken back and another get its number.
 */
function newestMatrix(durable: Reader): (db: Reader) => Matrix | undefined {
  let kept: Matrix | undefined
  return (db) => {
    const version = newestMatrixVer(db)
    if (kept?.version === version) return kept
    const found = findMatrix(db, version)
    if (db === durable) kept = found
    return found
  }
}

export function send<N extends DownName>(seat: Seat, name: N, payload: z.infer<(typeof Down)[N]>): void {
  if (!seat.isClosed) seat.emit(name, payload)
}

/** Ends a connection from this side. Whatever still comes in on it is turned away. */
export function dismiss(
  desk: Desk,
  seat: Seat,
  why: 'drain' | 'replaced' | 'signedOut' | 'forked',
  retryAfterMs?: number
): void {
  send(seat, 'sync:bye', retryAfterMs === undefined ? { why } : { why, retryAfterMs })
  const isStillHere = why === 'replaced' || why === 'forked'
  leave(desk, seat, isStillHere)
}

/** Nobody is on the other end any more. `isStillHere`: the same installation has another connection, which counts. */
export function leave(desk: Desk, seat: Seat, isStillHere = false): void {
  if (!seat.isClosed && !isStillHere) noteLeft(desk, seat)
  seat.isClosed = true
  desk.seats.delete(seat)
  desk.fetching.delete(seat)
}
