import { z } from 'zod'
import {
  Approver,
  AuthorityAction,
  CategoryId,
  Channel,
  Flag,
  Priority,
  Segment
} from '../escalation/matrix.ts'
import { CaseId, EscalationId, PersonId } from '../lib/ids.ts'
import { Language } from '../people/person.ts'
import { Queue } from '../people/queue.ts'
import { Clocks } from '../sla/clocks.ts'

/** Longest text a person may write in one go (characters): well under the wire's 256 kB batch, far over a real answer. */
export const MAX_TEXT = 20_000
export const Text = z.string().min(1).max(MAX_TEXT)

export const Customer = z.object({
  id: z.string().min(1).max(120),
  name: z.string().min(1).max(200),
  language: Language,
  segment: Segment,
  email: z.string().max(200).optional(),
  phone: z.string().max(60).optional()
})
export type Customer = z.infer<typeof Customer>

export const HoldReason = z.enum(['vendor', 'approval', 'change', 'problem'])
export type HoldReason = z.infer<typeof HoldReason>
export const Resolution = z.enum([
  'solved',
  'explained',
  'compensated',
  'duplicate',
  'no_answer',
  'not_solved'
])
export type Resolution = z.infer<typeof Resolution>

/** Each status has exactly the fields that are true in it. "Escalated" is not one: escalations are records of their own (CA1). */
export const CaseState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('new') }),
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('pending'), since: z.number() }),
  z.object({ status: z.literal('on_hold'), since: z.number(), reason: HoldReason }),
  z.object({ status: z.literal('resolved'), at: z.number(), by: PersonId, resolution: Resolution }),
  z.object({ status: z.literal('closed'), at: z.number(), by: PersonId })
])
export type CaseState = z.infer<typeof CaseState>
export type Status = CaseState['status']

/** What the one who escalates leaves: what the customer needs, what was tried, impact, the ask. Which are needed is the row's say. */
export const Package = z.object({
  need: z.string().max(MAX_TEXT).optional(),
  tried: z.string().max(MAX_TEXT).optional(),
  impact: z.string().max(MAX_TEXT).optional(),
  ask: z.string().max(MAX_TEXT).optional()
})
export type Package = z.infer<typeof Package>

/** The thing authority is asked for. Money in minor units. */
export const Ask = z.object({
  action: AuthorityAction,
  amountMinor: z.number().int().min(1).max(1_000_000_000),
  currency: z.string().length(3),
  package: Package
})
export type Ask = z.infer<typeof Ask>

const made = {
  id: EscalationId,
  rowId: z.string(),
  /** The matrix version the person saw, and the one the server judged under (ES8, I12). */
  madeUnder: z.number().int(),
  judgedUnder: z.number().int(),
  by: PersonId,
  at: z.number(),
  from: Queue
}

export const FunctionalState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('requested') }),
  z.object({ status: z.literal('accepted'), by: PersonId, at: z.number() }),
  z.object({ status: z.literal('withdrawn'), at: z.number() }),
  z.object({
    status: z.literal('closed'),
    at: z.number(),
    how: z.enum(['resolved', 'returned']),
    note: z.string().optional()
  })
])

export const FunctionalEscalation = z.object({
  ...made,
  kind: z.literal('functional'),
  to: Queue,
  package: Package,
  acceptBy: z.number(),
  resolveBy: z.number(),
  state: FunctionalState
})
export type FunctionalEscalation = z.infer<typeof FunctionalEscalation>

export const Decision = z.object({
  step: z.number().int(),
  by: PersonId,
  at: z.number(),
  answer: z.enum(['approved', 'declined', 'timed_out']),
  note: z.string().optional()
})

export const HierarchicalEscalation = z.object({
  ...made,
  kind: z.literal('hierarchical'),
  ask: Ask,
  /** What an approver says yes to; another ask has another hash, and a yes to the old one does not count (ES14). */
  subjectHash: z.string(),
  chain: z.array(z.object({ approver: Approver, minutes: z.number().int() })),
  onTimeout: z.enum(['next', 'expire']),
  decisions: z.array(Decision),
  state: z.discriminatedUnion('status', [
    z.object({ status: z.literal('requested'), step: z.number().int(), dueAt: z.number() }),
    z.object({ status: z.literal('approved'), at: z.number() }),
    z.object({ status: z.literal('declined'), at: z.number() }),
    z.object({ status: z.literal('withdrawn'), at: z.number() }),
    z.object({ status: z.literal('expired'), at: z.number() })
  ])
})
export type HierarchicalEscalation = z.infer<typeof HierarchicalEscalation>

export const Escalation = z.discriminatedUnion('kind', [FunctionalEscalation, HierarchicalEscalation])
export type Escalation = z.infer<typeof Escalation>

/** One stop on the case's way through the tiers. */
export const Hop = z.object({
  queue: Queue,
  at: z.number(),
  by: PersonId,
  how: z.enum(['opened', 'escalated', 'returned', 'withdrawn', 'transferred'])
})
export type Hop = z.infer<typeof Hop>

export const Grant = z.object({
  action: AuthorityAction,
  amountMinor: z.number().int(),
  currency: z.string(),
  by: PersonId,
  approvedBy: PersonId.optional(),
  at: z.number()
})

/** Who did something, when, and with which event. */
export const Stamp = z.object({ by: PersonId, at: z.number(), type: z.string() })
export type Stamp = z.infer<typeof Stamp>

export const Case = z.object({
  id: CaseId,
  /** The number people say on the phone. */
  ref: z.string().max(40),
  /** How many facts made it what it is. */
  ver: z.number().int(),
  subject: z.string().max(300),
  customer: Customer,
  channel: Channel,
  language: Language,
  category: CategoryId,
  priority: Priority,
  flags: z.array(Flag),
  queue: Queue,
  owner: PersonId.nullable(),
  state: CaseState,
  clocks: Clocks,
  hops: z.array(Hop),
  escalations: z.array(Escalation),
  grants: z.array(Grant),
  /** Who has owned or answered: they stay in the conversation (CA12). */
  conversation: z.array(PersonId),
  openedAt: z.number(),
  updatedAt: z.number(),
  lastChange: Stamp,
  /** Who last set these: what who comes second is told (CA3, CA9). Absent: nobody has since the case was opened. */
  setBy: z
    .object({ owner: Stamp.optional(), priority: Stamp.optional(), category: Stamp.optional() })
    .optional(),
  reopenCount: z.number().int(),
  attributes: z.record(z.string(), z.string())
})
export type Case = z.infer<typeof Case>
