import { z } from 'zod'
import { Refusal } from '../case/refusal.ts'
import { Matrix } from '../escalation/matrix.ts'
import { CaseId, OpId, PersonId } from '../lib/ids.ts'
import { Person } from '../people/person.ts'
import { Queue } from '../people/queue.ts'
import { OfflineGrant } from './offline-grant.ts'

/**
 * Intents up, facts down.
 *
 *   console                              server
 *     | -- sync:hello ------------------> |   who am I, how far, which ops are unanswered
 *     | <---------------- ack: Welcome -- |   scopes, matrix, people, results I missed
 *     | -- sync:snap / sync:part -------> |   files of the scopes this console lacks, as of one place
 *     | -- sync:pull -------------------> |   until the cursor stands at the head
 *     | -- sync:push (ops) -------------> |   one in flight, in opNo order
 *     | <---- ack: results, new head ---- |
 *     | <------------------ sync:frame -- |   facts of others and mine, coalesced
 *     | -- sync:seen -------------------> |   stored up to here: the server may send on
 *     | <------------------- sync:poke -- |   too much is on its way: pull at your own pace
 *
 * Raise PROTOCOL with every change of these shapes; a test holds their fingerprint (PV1).
 */
export const PROTOCOL = 4

/**
 * `message`: bytes a console may send at once. `part`: bytes of a snapshot in one part, before packing. `scopes`: more than anybody has,
 * for nobody works in more than 50 queues.
 */
export const LIMITS = {
  ops: 64,
  bytes: 256 * 1024,
  message: 1024 * 1024,
  pull: 2_000,
  part: 1024 * 1024,
  scopes: 128
} as const

const seq = z.number().int().min(0)
const scopeVer = z.number().int().min(0)
const scopeName = z.string().min(1).max(200)

/** What became of an op. `detail` says more when it was not done to the letter. */
export const Outcome = z.enum(['applied', 'noop', 'transformed', 'held', 'rejected'])
export type Outcome = z.infer<typeof Outcome>

export const ToldWire = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Rerouted'), was: z.string(), now: z.string() }),
  z.object({ type: z.literal('ChangedMeanwhile'), was: z.string(), by: PersonId, at: z.number() })
])

export const OpResult = z.object({
  opId: OpId,
  opNo: z.number().int().min(1),
  outcome: Outcome,
  /** For held and rejected: why. */
  refusal: Refusal.nullable(),
  /** For transformed: what is different from what was asked. */
  told: ToldWire.nullable(),
  /** The fact it became, 0 when none. */
  seq,
  /** Print of the command this is the answer to (`commandPrint`); empty where it was not kept. */
  asked: z.string().max(64)
})
export type OpResult = z.infer<typeof OpResult>

/** A fact as it travels: its event may be of a kind this build does not know yet, so it is parsed on arrival (SY16). */
export const WireFact = z.object({
  seq: z.number().int().min(1),
  caseId: CaseId,
  ver: z.number().int().min(1),
  at: z.number(),
  by: PersonId,
  opId: OpId.nullable(),
  event: z.object({ type: z.string() }).loose()
})
export type WireFact = z.infer<typeof WireFact>

/**
 * fact: a change of a case I could see before and still can. enter: a case comes into my sight, with all its facts so far.
 * gone: it left; nothing of it comes along but where it went and by whom.
 */
export const WireChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), fact: WireFact }),
  z.object({
    kind: z.literal('enter'),
    seq: z.number().int().min(1),
    caseId: CaseId,
    facts: z.array(WireFact)
  }),
  z.object({
    kind: z.literal('gone'),
    seq: z.number().int().min(1),
    caseId: CaseId,
    to: Queue,
    by: PersonId,
    why: z.string()
  })
])
export type WireChange = z.infer<typeof WireChange>

/** By scope, the sum over its cases (scope-sum.ts). */
export const Sums = z.record(z.string(), z.number().int().min(0))
export type Sums = z.infer<typeof Sums>

/**
 * All changes in (from, to] that this person may see. What was filtered out leaves no hole: from and to count the whole log.
 * `bytes`: about what the changes weigh, as the server counts what is on its way. `sums`: as of `to`, now and then.
 */
export const Frame = z.object({
  storeId: z.string(),
  scopeVer,
  from: seq,
  to: seq,
  changes: z.array(WireChange),
  results: z.array(OpResult),
  bytes: z.number().int().min(0),
  sums: Sums.nullable()
})
export type Frame = z.infer<typeof Frame>

export const Hello = z.object({
  proto: z.number().int(),
  app: z.string().max(40),
  deviceId: z.string().min(8).max(64),
  storeId: z.string().max(64),
  cursor: seq,
  matrixVer: z.number().int().min(0),
  peopleVer: z.number().int().min(0),
  nextOpNo: z.number().int().min(1),
  /** Of a console of before protocol 4, which names no scopes. */
  scopeVer: scopeVer.optional(),
  /** The scopes this device holds whole, up to its cursor. */
  scopes: z.array(scopeName).max(LIMITS.scopes),
  /** Of those it left out of `scopes`, the ones that were not what their sum said. */
  differs: z.array(scopeName).max(LIMITS.scopes),
  /** A fetch under way: which place of the log its files stand for. */
  fetching: z.object({ asOf: seq }).nullable(),
  /** The oldest ops this device has no answer to. */
  open: z.array(OpId).max(500),
  /** The first op number whose result this device does not have. */
  resultsFrom: z.number().int().min(1),
  /** This run of the console: tells a second copy of an installation from the same one calling again. */
  instance: z.string().max(64).optional(),
  /** How many ops it has no answer to, and how many answers its person has not looked at: an administrator sees both. */
  waiting: z.number().int().min(0).optional(),
  toReview: z.number().int().min(0).optional()
})
export type Hello = z.infer<typeof Hello>

export const Welcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    storeId: z.string(),
    serverTime: z.number(),
    seq,
    headOpNo: z.number().int().min(0),
    headOpId: OpId.nullable(),
    headHash: z.string(),
    scopeVer,
    scopes: z.array(z.string()),
    /** Which of the scopes the device holds it may go on with from its cursor; everything else of its sight it must fetch. */
    kept: z.array(z.string()),
    /**
     * What it must fetch: files of these scopes, all as of this place, which is not before its cursor. With what is kept, read
     * up to that place, they are its whole sight. Null when nothing is missing.
     */
    fetch: z.object({ asOf: seq, scopes: z.array(z.string()) }).nullable(),
    /** Of what is kept, as of `seq`. */
    sums: Sums,
    results: z.array(OpResult),
    matrix: Matrix.nullable(),
    people: z.object({ ver: z.number().int(), list: z.array(Person) }).nullable(),
    person: Person,
    /** What this person may do on this machine while the server cannot be asked. */
    grant: OfflineGrant
  }),
  z.object({
    ok: z.literal(false),
    why: z.enum(['AUTH', 'UPGRADE', 'DEVICE', 'BUSY', 'BAD']),
    message: z.string(),
    retryAfterMs: z.number().optional(),
    /** UPGRADE: the newest protocol the server speaks. */
    proto: z.number().int().optional()
  })
])
export type Welcome = z.infer<typeof Welcome>

export const Push = z.object({
  storeId: z.string().max(64),
  deviceId: z.string().max(64),
  firstOpNo: z.number().int().min(1),
  ops: z.array(z.unknown()).min(1).max(LIMITS.ops)
})
export type Push = z.infer<typeof Push>

export const Stop = z.enum(['GAP', 'FORKED', 'STORE', 'AUTH', 'BUSY', 'UPGRADE', 'BAD', 'HELLO'])
export type Stop = z.infer<typeof Stop>

export const Pushed = z.object({
  headOpNo: z.number().int().min(0),
  results: z.array(OpResult),
  stop: Stop.nullable(),
  message: z.string().optional(),
  retryAfterMs: z.number().optional()
})
export type Pushed = z.infer<typeof Pushed>

export const Pull = z.object({ cursor: seq, scopeVer, max: z.number().int().min(1).max(LIMITS.pull) })
export type Pull = z.infer<typeof Pull>
export const Pulled = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), frame: Frame }),
  z.object({
    ok: z.literal(false),
    why: z.enum(['HELLO', 'BUSY', 'BAD']),
    message: z.string(),
    retryAfterMs: z.number().optional()
  })
])
export type Pulled = z.infer<typeof Pulled>

/** How the parts of a snapshot may be packed; a console says what its runtime can read. */
export const Packing = z.enum(['zstd', 'gzip'])
export type Packing = z.infer<typeof Packing>

const sha256 = z
  .string()
  .length(64)
  .regex(/^[0-9a-f]+$/)

/**
 * What a snapshot consists of: a SQLite file (layout.ts), cut into parts that are packed each for itself. `etag` is the hash
 * of all the rest of this, and each part's `sha256` that of its packed bytes, so the etag vouches for the whole file. `crc`: CRC-32
 * of the part unpacked, by which a console finds what is left of a fetch that was cut short.
 */
export const Manifest = z.object({
  scope: z.string(),
  asOf: seq,
  schema: z.number().int(),
  packing: Packing,
  /** The share of a clock after which it counts as at risk, with which its rows were made. */
  riskShare: z.number(),
  cases: z.number().int().min(0),
  /** The sum of the scope (scope-sum.ts). */
  sum: z.number().int().min(0),
  /** Which kinds of facts it holds: a console that does not know them all reads those cases one by one. */
  kinds: z.array(z.string()),
  /** Of the whole file, unpacked, and of each part but the last. */
  bytes: z.number().int().min(1),
  partBytes: z.number().int().min(512).max(LIMITS.part),
  parts: z.array(z.object({ bytes: z.number().int().min(1), sha256, crc: z.number().int().min(0) })).min(1),
  etag: sha256
})
export type Manifest = z.infer<typeof Manifest>

const Unfetched = z.object({
  ok: z.literal(false),
  /** BUSY: it is being made, or too many ask; come again. CHANGED: there is another file now, begin anew. HELLO: not yours to ask. */
  why: z.enum(['HELLO', 'BUSY', 'BAD', 'CHANGED']),
  message: z.string(),
  retryAfterMs: z.number().optional()
})

/** Asks for the snapshot of one scope, as of the place the welcome named. */
export const Snap = z.object({
  scope: scopeName,
  asOf: seq,
  scopeVer,
  packings: z.array(Packing).min(1).max(4)
})
export type Snap = z.infer<typeof Snap>
export const Snapped = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), manifest: Manifest }),
  Unfetched
])
export type Snapped = z.infer<typeof Snapped>

export const Part = z.object({
  scope: scopeName,
  asOf: seq,
  scopeVer,
  etag: sha256,
  part: z.number().int().min(0)
})
export type Part = z.infer<typeof Part>
export const Parted = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.instanceof(Uint8Array) }),
  Unfetched
])
export type Parted = z.infer<typeof Parted>

/** The token once more, so that a sign-in that is in use does not end under the person. */
export const FreshToken = z.object({ token: z.string().min(1).max(200) })
export type FreshToken = z.infer<typeof FreshToken>
export const Renewed = z.object({ ok: z.boolean() })
export type Renewed = z.infer<typeof Renewed>

/** What a console may send: name, payload, and what the ack holds. */
export const Up = {
  'sync:hello': { takes: Hello, gives: Welcome },
  'sync:push': { takes: Push, gives: Pushed },
  'sync:pull': { takes: Pull, gives: Pulled },
  'sync:snap': { takes: Snap, gives: Snapped },
  'sync:part': { takes: Part, gives: Parted },
  'auth:token': { takes: FreshToken, gives: Renewed }
} as const
export type UpName = keyof typeof Up

/** How far this console has stored what it was sent; no ack. */
export const Seen = z.object({ cursor: seq })

/** What the server says unasked. */
export const Down = {
  'sync:frame': Frame,
  /** Something changed that a frame cannot carry: your sight, the matrix, the people. Say hello again. */
  'sync:rehello': z.object({ why: z.enum(['scopes', 'matrix', 'people']) }),
  /** So much is on its way that nothing more is sent: fetch what there is up to `seq`, and what came after, by pulling. */
  'sync:poke': z.object({ seq }),
  'sync:bye': z.object({
    /** replaced: the same console calls again. forked: another copy of this installation runs, and goes on under its name. */
    why: z.enum(['drain', 'replaced', 'signedOut', 'forked']),
    retryAfterMs: z.number().optional()
  }),
  /** The sign-in ends in so long: send the token again. */
  'auth:expiring': z.object({ inMs: z.number() })
} as const
export type DownName = keyof typeof Down
