import { z } from 'zod'
import { CaseId, OpId, PersonId } from '../lib/ids.ts'

/** An installation of the console, as its administrator sees it. Times in ms by the server's clock. */
export const Device = z.object({
  deviceId: z.string(),
  personId: PersonId,
  name: z.string(),
  /** Version of the console; empty for one that has not said. */
  app: z.string(),
  online: z.boolean(),
  /** Its last hello; null: not since that is noted. */
  seenAt: z.number().nullable(),
  /** How many facts it stands behind the log. */
  behind: z.number().int(),
  /** At its last hello: ops it had no answer to, and answers its person had not looked at. */
  waiting: z.number().int(),
  toReview: z.number().int(),
  /** Its ops that were held or rejected, ever. */
  refused: z.number().int()
})
export type Device = z.infer<typeof Device>

/** Something that waits for who answers for the queue (SY46, SY49). */
export const HeldRow = z.object({
  opId: OpId,
  kind: z.enum(['op', 'effect']),
  caseId: CaseId,
  ref: z.string(),
  subject: z.string(),
  personId: PersonId,
  /** What was asked; null for an effect. */
  command: z.object({ type: z.string() }).loose().nullable(),
  at: z.number()
})
export type HeldRow = z.infer<typeof HeldRow>

export const HeldDecision = z.enum(['let', 'drop'])
export type HeldDecision = z.infer<typeof HeldDecision>

/** How a console stands, for somebody who helps from afar: numbers and names of our own, nothing of a case or a person. */
export const Diagnostics = z.object({
  version: z.string(),
  deviceId: z.string(),
  storeId: z.string(),
  state: z.string(),
  problem: z.string().nullable(),
  cursor: z.number().int(),
  scopes: z.number().int(),
  scopeVer: z.number().int(),
  matrixVer: z.number().int(),
  nextOpNo: z.number().int(),
  /** Unanswered ops by kind of command. */
  waiting: z.record(z.string(), z.number().int()),
  toReview: z.number().int(),
  cases: z.number().int(),
  deferred: z.number().int(),
  fileVersion: z.number().int(),
  clockOffsetMs: z.number(),
  lastSyncedAt: z.number().nullable(),
  nextTryAt: z.number().nullable(),
  grantEndsAt: z.number().nullable(),
  loading: z.boolean()
})
export type Diagnostics = z.infer<typeof Diagnostics>

const nothing = z.object({})
/** Null: the server could not be asked, or does not let this person. */
export const lookedAfterQuestions = {
  'diagnostics.get': { takes: nothing, gives: Diagnostics.nullable() },
  'device.list': { takes: nothing, gives: z.array(Device).nullable() },
  'held.list': { takes: nothing, gives: z.array(HeldRow).nullable() }
} as const

export const lookedAfterTellings = {
  'held.decide': z.object({ opId: OpId, decision: HeldDecision })
} as const
