import { z } from 'zod'
import { CaseId, PersonId } from '../lib/ids.ts'
import { Language } from '../people/person.ts'
import { Tier } from '../people/tier.ts'

/** A session's name: random, 128 bits or more, and no more than a name: it opens nothing. */
export const AssistId = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .brand<'AssistId'>()
export type AssistId = z.infer<typeof AssistId>

/** What is looked at: the customer's page as a copy that is masked on their side, or a screen as video. */
export const AssistKind = z.enum(['cobrowse', 'screen'])
export type AssistKind = z.infer<typeof AssistKind>

/** How far an agent's hand reaches into the customer's page: the second holds the first. */
export const ControlLevel = z.enum(['click', 'type'])
export type ControlLevel = z.infer<typeof ControlLevel>

/** What of a computer is shown. */
export const Surface = z.enum(['tab', 'window', 'screen', 'unknown'])
export type Surface = z.infer<typeof Surface>

/** Why a session ended. */
export const EndReason = z.enum([
  'agent',
  'customer',
  'declined',
  'never_begun',
  'idle',
  'too_long',
  'page_gone',
  'case_closed',
  'signed_out',
  'forced',
  'tripwire'
])
export type EndReason = z.infer<typeof EndReason>

/** Why the customer's page did not do what an agent asked of it. */
export const Veto = z.enum([
  'private',
  'password',
  'hidden',
  'file',
  'no_control',
  'submit',
  'elsewhere',
  'gone',
  'revoked'
])
export type Veto = z.infer<typeof Veto>

const label = z.string().max(80)
const nodeId = z.number().int().nonnegative()

/**
 * Everything that can happen to a session, and all that is kept of it: who, when, which grants, which actions, how much was
 * hidden. Never a word of the page: a label is what is left of one after masking.
 */
export const AssistEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), caseId: CaseId, kind: AssistKind, tier: Tier }),
  z.object({ type: z.literal('code_issued'), until: z.number() }),
  z.object({ type: z.literal('code_failed') }),
  /** The customer's page is there; it has seen what it is asked to agree to. */
  z.object({ type: z.literal('arrived'), origin: z.string().max(200) }),
  z.object({
    type: z.literal('consented'),
    textVersion: z.string().max(40),
    textHash: z.string().length(64),
    language: Language
  }),
  /** An agent stands at the door: the customer sees their name. */
  z.object({ type: z.literal('asked_in'), personId: PersonId, tier: Tier, isVisibleOnly: z.boolean() }),
  z.object({ type: z.literal('let_in'), personId: PersonId }),
  z.object({ type: z.literal('kept_out'), personId: PersonId }),
  z.object({ type: z.literal('left'), personId: PersonId }),
  z.object({ type: z.literal('invited'), personId: PersonId.nullable(), tier: Tier }),
  z.object({ type: z.literal('control_asked'), personId: PersonId, level: ControlLevel }),
  z.object({ type: z.literal('control_granted'), personId: PersonId, level: ControlLevel }),
  z.object({ type: z.literal('control_rejected'), personId: PersonId, level: ControlLevel }),
  z.object({ type: z.literal('control_passed'), from: PersonId, to: PersonId, level: ControlLevel }),
  z.object({ type: z.literal('control_ended'), personId: PersonId }),
  /** Done, or not and why: what the customer's page says of an action it was asked for. */
  z.object({
    type: z.literal('acted'),
    personId: PersonId,
    what: z.enum(['click', 'scroll', 'input']),
    nodeId,
    tag: z.string().max(30),
    label,
    veto: Veto.nullable()
  }),
  z.object({ type: z.literal('paused') }),
  z.object({ type: z.literal('resumed') }),
  /** Without query and fragment. */
  z.object({ type: z.literal('went_to'), url: z.string().max(500) }),
  z.object({ type: z.literal('page_gone') }),
  z.object({ type: z.literal('page_back') }),
  z.object({ type: z.literal('screen_shown'), by: z.enum(['agent', 'customer']), surface: Surface }),
  z.object({ type: z.literal('screen_ended'), by: z.enum(['agent', 'customer']) }),
  z.object({ type: z.literal('recording_asked'), personId: PersonId }),
  z.object({ type: z.literal('recording_began') }),
  z.object({ type: z.literal('recording_refused') }),
  z.object({ type: z.literal('recording_ended') }),
  /** How many nodes were hidden since the last count, by the reason they were. */
  z.object({
    type: z.literal('masked'),
    counts: z.record(z.string().max(30), z.number().int().nonnegative())
  }),
  z.object({ type: z.literal('ended'), reason: EndReason })
])
export type AssistEvent = z.infer<typeof AssistEvent>

/** Who did it. Of the customer nothing is known but that they are the customer. */
export const AssistActor = z.discriminatedUnion('who', [
  z.object({ who: z.literal('agent'), personId: PersonId }),
  z.object({ who: z.literal('customer') }),
  z.object({ who: z.literal('system') })
])
export type AssistActor = z.infer<typeof AssistActor>
