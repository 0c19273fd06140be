import { z } from 'zod'
import { AuthorityAction, ChainStep, Channel, PackageField, SpecialRow } from '../escalation/matrix.ts'
import { EscalationId, PersonId } from '../lib/ids.ts'
import { Queue } from '../people/queue.ts'
import { Ask } from './case.ts'
import { Refusal } from './refusal.ts'

/** One field a button asks for. `package` fields make up the hand-off package. */
export const OptionField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), name: z.enum(['body', 'note', 'reason']), required: z.boolean() }),
  z.object({ kind: z.literal('package'), name: PackageField, required: z.boolean() }),
  z.object({
    kind: z.literal('queue'),
    name: z.literal('to'),
    required: z.literal(true),
    choices: z.array(Queue)
  }),
  z.object({
    kind: z.literal('person'),
    name: z.literal('to'),
    required: z.literal(true),
    choices: z.array(PersonId)
  }),
  z.object({
    kind: z.literal('choice'),
    name: z.enum(['priority', 'category', 'holdReason', 'resolution', 'flag', 'returnReason', 'returnTo']),
    required: z.literal(true),
    choices: z.array(z.string())
  }),
  z.object({
    kind: z.literal('money'),
    name: z.literal('amountMinor'),
    required: z.literal(true),
    currency: z.string()
  })
])
export type OptionField = z.infer<typeof OptionField>

/** Who decides about an amount over the own limit, and by when each answers. Amounts in minor units. */
export const AskRoute = z.object({
  rowId: z.string(),
  overMinor: z.number().int(),
  upToMinor: z.number().int(),
  chain: z.array(ChainStep),
  twoPeopleOverMinor: z.number().int().optional(),
  package: z.array(PackageField)
})
export type AskRoute = z.infer<typeof AskRoute>

export const OptionName = z.enum([
  'claim',
  'accept',
  'assign',
  'release',
  'transfer',
  'reply',
  'note',
  'setPriority',
  'setCategory',
  'pend',
  'hold',
  'resume',
  'resolve',
  'close',
  'reopen',
  'flag',
  'unflag',
  'goPrivate',
  'callManager',
  'answerCall',
  'swarm',
  'leaveSwarm',
  'escalate',
  'return',
  'withdraw',
  'grant',
  'move',
  'exception',
  'amend',
  'approve',
  'decline',
  'handOn'
])
export type OptionName = z.infer<typeof OptionName>

/** What stands on a button besides its name. Deadlines are spans: they start when the button is pressed. */
export const OptionAbout = z.object({
  to: Queue.optional(),
  /** Who sent the case: it can go straight back to them. */
  by: PersonId.optional(),
  rowId: z.string().optional(),
  /** Why the case goes a special way; absent on ordinary rows. */
  special: SpecialRow.shape.reason.optional(),
  matrixVer: z.number().int().optional(),
  acceptMinutes: z.number().int().optional(),
  resolveMinutes: z.number().int().optional(),
  escalationId: EscalationId.optional(),
  subjectHash: z.string().optional(),
  ask: Ask.optional(),
  action: AuthorityAction.optional(),
  exception: z.string().optional(),
  channel: Channel.optional(),
  /** Who decides, step by step, and what happens when nobody answers. */
  chain: z.array(ChainStep).optional(),
  /** What the person may still grant alone, and where more than that goes. */
  leftMinor: z.number().int().optional(),
  currency: z.string().optional(),
  routes: z.array(AskRoute).optional()
})
export type OptionAbout = z.infer<typeof OptionAbout>

const base = {
  /** Unique among the options of a case: `escalate:l1-to-billing`. */
  id: z.string(),
  name: OptionName,
  kind: z.enum(['work', 'talk', 'status', 'edit', 'functional', 'hierarchical']),
  about: OptionAbout
}

/** A button of the case: what it asks for, or why it cannot be pressed. The screen draws these and nothing else (ES4). */
export const Option = z.discriminatedUnion('can', [
  z.object({ ...base, can: z.literal(true), fields: z.array(OptionField) }),
  z.object({ ...base, can: z.literal(false), why: Refusal })
])
export type Option = z.infer<typeof Option>
