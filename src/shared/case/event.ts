import { z } from 'zod'
import { AuthorityAction, CategoryId, Channel, Flag, Priority } from '../escalation/matrix.ts'
import { CaseId, EscalationId, OpId, PersonId } from '../lib/ids.ts'
import { Language } from '../people/person.ts'
import { Queue } from '../people/queue.ts'
import { Clocks } from '../sla/clocks.ts'
import { Ask, Customer, HoldReason, Package, Resolution } from './case.ts'

/** Every event that changes what time means for the case brings the clocks as they stand after it: deadlines are set once, by the judge (SL2). */
const clocks = Clocks
const text = z.string()

export const CaseEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('case.opened'),
    ref: z.string(),
    subject: z.string(),
    body: text,
    customer: Customer,
    channel: Channel,
    language: Language,
    category: CategoryId,
    priority: Priority,
    flags: z.array(Flag),
    queue: Queue,
    attributes: z.record(z.string(), z.string()),
    clocks
  }),
  z.object({ type: z.literal('case.customerWrote'), body: text, clocks }),
  z.object({ type: z.literal('case.claimed'), clocks }),
  z.object({ type: z.literal('case.assigned'), to: PersonId, clocks }),
  z.object({ type: z.literal('case.released'), clocks }),
  z.object({ type: z.literal('case.transferred'), from: Queue, to: Queue, note: text, clocks }),
  z.object({ type: z.literal('case.replied'), body: text, clocks }),
  z.object({ type: z.literal('case.noted'), body: text, late: z.boolean() }),
  z.object({ type: z.literal('case.prioritySet'), from: Priority, to: Priority, clocks }),
  z.object({ type: z.literal('case.categorySet'), from: CategoryId, to: CategoryId }),
  z.object({ type: z.literal('case.pended'), clocks }),
  z.object({ type: z.literal('case.held'), reason: HoldReason, note: text.optional(), clocks }),
  z.object({ type: z.literal('case.resumed'), clocks }),
  z.object({ type: z.literal('case.resolved'), resolution: Resolution, note: text.optional(), clocks }),
  z.object({ type: z.literal('case.closed') }),
  z.object({ type: z.literal('case.reopened'), reason: text, clocks }),
  z.object({
    type: z.literal('case.granted'),
    action: AuthorityAction,
    amountMinor: z.number().int(),
    currency: z.string(),
    note: text.optional()
  }),
  z.object({
    type: z.literal('case.escalated'),
    escalationId: EscalationId,
    rowId: z.string(),
    madeUnder: z.number().int(),
    judgedUnder: z.number().int(),
    from: Queue,
    to: Queue,
    package: Package,
    acceptBy: z.number(),
    resolveBy: z.number(),
    clocks
  }),
  z.object({ type: z.literal('escalation.accepted'), escalationId: EscalationId, clocks }),
  z.object({
    type: z.literal('escalation.returned'),
    escalationId: EscalationId,
    to: Queue,
    note: text,
    clocks
  }),
  z.object({ type: z.literal('escalation.withdrawn'), escalationId: EscalationId, clocks }),
  z.object({
    type: z.literal('approval.requested'),
    escalationId: EscalationId,
    rowId: z.string(),
    madeUnder: z.number().int(),
    judgedUnder: z.number().int(),
    ask: Ask,
    subjectHash: z.string(),
    chain: z.array(
      z.object({
        approver: z.union([
          z.object({ role: z.enum(['supervisor', 'escalation_manager']) }),
          z.object({ person: PersonId })
        ]),
        minutes: z.number().int()
      })
    ),
    onTimeout: z.enum(['next', 'expire']),
    dueAt: z.number()
  }),
  z.object({
    type: z.literal('approval.amended'),
    escalationId: EscalationId,
    ask: Ask,
    subjectHash: z.string(),
    dueAt: z.number()
  }),
  /** `nextDueAt` is null when this was the last yes: then what was asked for is granted by this very event. */
  z.object({
    type: z.literal('approval.approved'),
    escalationId: EscalationId,
    step: z.number().int(),
    note: text.optional(),
    nextDueAt: z.number().nullable()
  }),
  z.object({
    type: z.literal('approval.declined'),
    escalationId: EscalationId,
    step: z.number().int(),
    reason: text
  }),
  /** Nobody answered a step in time. `nextDueAt` is null when the request ends here. */
  z.object({
    type: z.literal('approval.expired'),
    escalationId: EscalationId,
    step: z.number().int(),
    nextDueAt: z.number().nullable()
  })
])
export type CaseEvent = z.infer<typeof CaseEvent>
export type CaseEventType = CaseEvent['type']

/** An event that happened: by whom, when by the judge's clock, and out of which op. */
export const Happening = z.object({ at: z.number(), by: PersonId, opId: OpId.nullable(), event: CaseEvent })
export type Happening = z.infer<typeof Happening>

/** One entry of the server's log: org-wide gap-free `seq`, per-case `ver` from 1. */
export const Fact = Happening.extend({
  seq: z.number().int().min(1),
  caseId: CaseId,
  ver: z.number().int().min(1)
})
export type Fact = z.infer<typeof Fact>
