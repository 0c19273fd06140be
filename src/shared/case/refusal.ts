import { z } from 'zod'
import { Channel, PackageField } from '../escalation/matrix.ts'
import { EscalationId, OpId, PersonId } from '../lib/ids.ts'
import { Queue } from '../people/queue.ts'
import { Command } from './command.ts'

const since = { by: PersonId, at: z.number(), lastType: z.string() }

/**
 * Every "no" the product can say. It travels as data to the one place that gives it words (words/.../refusals).
 * `held` is told from `rejected` by `isHeld`: held keeps the op's effect open for the author to choose.
 */
export const Refusal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('NoSuchCase') }),
  z.object({ type: z.literal('AlreadyExists') }),
  z.object({ type: z.literal('CaseTaken'), ...since }),
  z.object({ type: z.literal('NotYourCase'), owner: PersonId.nullable() }),
  z.object({ type: z.literal('NotYourQueue'), queue: Queue }),
  z.object({ type: z.literal('NobodyOwnsIt') }),
  z.object({ type: z.literal('CaseResolved'), by: PersonId, at: z.number() }),
  z.object({ type: z.literal('CaseClosed') }),
  z.object({ type: z.literal('NotResolved') }),
  z.object({ type: z.literal('NotWaiting') }),
  z.object({ type: z.literal('NoSuchPerson') }),
  z.object({ type: z.literal('PersonNotInQueue'), person: PersonId }),
  z.object({ type: z.literal('OnlySupervisor') }),
  z.object({ type: z.literal('NoOtherTeam') }),
  z.object({ type: z.literal('NoSuchQueue'), queue: Queue }),
  z.object({ type: z.literal('NoSuchCategory') }),
  z.object({ type: z.literal('NoRoute') }),
  z.object({ type: z.literal('TargetChanged'), was: Queue, now: Queue }),
  z.object({ type: z.literal('PackageIncomplete'), missing: z.array(PackageField) }),
  z.object({ type: z.literal('OverLimit'), leftMinor: z.number(), currency: z.string() }),
  z.object({ type: z.literal('WithinLimit'), leftMinor: z.number(), currency: z.string() }),
  z.object({ type: z.literal('NobodyMayApprove') }),
  z.object({ type: z.literal('WrongCurrency'), currency: z.string() }),
  z.object({ type: z.literal('AlreadyAsked'), escalationId: EscalationId }),
  z.object({ type: z.literal('ApprovalOpen') }),
  z.object({ type: z.literal('NoSuchEscalation') }),
  z.object({ type: z.literal('EscalationEnded'), status: z.string() }),
  z.object({ type: z.literal('NotAccepted') }),
  /** An automatic row has taken the case further up since: there is a later escalation. */
  z.object({ type: z.literal('EscalatedOn'), queue: Queue }),
  /** The step was over at `at`; what follows from that is the server's to say. */
  z.object({ type: z.literal('TimeRanOut'), at: z.number() }),
  /** Made under a version of the matrix that is not known here. */
  z.object({ type: z.literal('UnknownMatrix'), version: z.number().int() }),
  z.object({ type: z.literal('OnlyRequester') }),
  z.object({ type: z.literal('OwnRequest') }),
  z.object({ type: z.literal('NotApprover') }),
  z.object({ type: z.literal('StaleSubject') }),
  /** The person it should go to cannot decide it: no authority, asked for it themself, or has had it already. */
  z.object({ type: z.literal('CannotDecide'), person: PersonId }),
  z.object({ type: z.literal('NoSuchException') }),
  z.object({ type: z.literal('MustGoPrivate'), to: Channel }),
  z.object({ type: z.literal('NotPublic') }),
  z.object({ type: z.literal('FlagProtected') }),
  z.object({ type: z.literal('TooEarlyToCall') }),
  z.object({ type: z.literal('AlreadyCalled'), by: PersonId, at: z.number() }),
  z.object({ type: z.literal('NotCalled') }),
  z.object({ type: z.literal('NotInSwarm') }),
  z.object({
    type: z.literal('ReplyNotSent'),
    because: z.enum(['resolved', 'owner']),
    by: PersonId,
    at: z.number()
  }),
  z.object({ type: z.literal('WaitsOnRefused'), opId: OpId }),
  /** An op of this name was sent before, with something else in it: `sent`, where that is known (SY2). */
  z.object({ type: z.literal('SentAlready'), sent: Command.nullable(), at: z.number().nullable() }),
  /** A text is longer than it may be: which field of the command (`ask.package.need`), and both lengths in characters. */
  z.object({
    type: z.literal('TooLong'),
    field: z.string(),
    length: z.number().int(),
    most: z.number().int()
  }),
  /** Allowed when it was asked, not any more: who answers for the queue decides about it (SY49). */
  z.object({ type: z.literal('NoLongerAllowed') }),
  /** The machine has been without its server for too long; only it says this, to its own person (EN41). */
  z.object({ type: z.literal('GrantLapsed') }),
  z.object({ type: z.literal('NotUnderstood'), problem: z.string() }),
  z.object({ type: z.literal('ServerBroke'), problem: z.string() })
])
export type Refusal = z.infer<typeof Refusal>

/** Held: nothing happened yet and the author may still send it another way. Rejected: it cannot happen as asked (SY7). */
export function isHeld(refusal: Refusal): boolean {
  return HELD.has(refusal.type)
}

const HELD: ReadonlySet<Refusal['type']> = new Set([
  'ReplyNotSent',
  'TargetChanged',
  'WaitsOnRefused',
  'NoLongerAllowed'
])
