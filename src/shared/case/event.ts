import { z } from 'zod'
import {
  Approver,
  AuthorityAction,
  CategoryId,
  Channel,
  Delegate,
  Flag,
  Priority
} from '../escalation/matrix.ts'
import { CaseId, EscalationId, OpId, PersonId } from '../lib/ids.ts'
import { Language } from '../people/person.ts'
import { Queue } from '../people/queue.ts'
import { Clocks } from '../sla/clocks.ts'
import { Ask, AskedStep, Automatic, Customer, HoldReason, Package, Resolution, ReturnReason } from './case.ts'

/** Every event that changes what time means for the case brings the clocks as they stand after it: deadlines are set once, by the judge (SL2). */
const clocks = Clocks
const text = z.string()
/** Missing when a person did it. */
const automatic = Automatic.optional()

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
  z.object({ type: z.literal('case.prioritySet'), from: Priority, to: Priority, clocks, automatic }),
  z.object({ type: z.literal('case.flagged'), flag: Flag, on: z.boolean() }),
  /** Out of the public: the conversation goes on in another channel. */
  z.object({ type: z.literal('case.wentPrivate'), rowId: z.string(), from: Channel, to: Channel }),
  z.object({ type: z.literal('case.managerCalled'), note: text }),
  z.object({ type: z.literal('case.callAnswered'), note: text }),
  z.object({ type: z.literal('case.swarmed'), people: z.array(PersonId), note: text }),
  z.object({ type: z.literal('case.swarmLeft') }),
  /** An automatic row told somebody about the case. */
  z.object({ type: z.literal('case.notified'), whom: Approver, automatic: Automatic }),
  z.object({ type: z.literal('case.categorySet'), from: CategoryId, to: CategoryId }),
  z.object({ type: z.literal('case.pended'), clocks }),
  z.object({ type: z.literal('case.held'), reason: HoldReason, note: text.optional(), clocks }),
  z.object({ type: z.literal('case.resumed'), clocks }),
  z.object({
    type: z.literal('case.resolved'),
    resolution: Resolution,
    note: text.optional(),
    /** The resolved case whose solution was used. */
    helpedBy: CaseId.optional(),
    clocks
  }),
  z.object({ type: z.literal('case.closed') }),
  z.object({ type: z.literal('case.reopened'), reason: text, clocks }),
  z.object({
    type: z.literal('case.granted'),
    action: AuthorityAction,
    amountMinor: z.number().int(),
    currency: z.string(),
    note: text.optional()
  }),
  /** What was granted has been done outside. `index`: its place among the case's grants, or among what was allowed on it. */
  z.object({
    type: z.literal('grant.carriedOut'),
    what: z.enum(['grant', 'allow']),
    index: z.number().int().min(0),
    receipt: z.string().max(80).nullable()
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
    clocks,
    /** What the customer is written about it. */
    message: text.optional(),
    automatic
  }),
  z.object({ type: z.literal('escalation.accepted'), escalationId: EscalationId, clocks }),
  z.object({
    type: z.literal('escalation.returned'),
    escalationId: EscalationId,
    to: Queue,
    note: text,
    reason: ReturnReason.optional(),
    /** Who sent it, when it goes straight back to them. */
    owner: PersonId.optional(),
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
    chain: z.array(AskedStep),
    onTimeout: z.enum(['next', 'expire']),
    move: z
      .object({ to: Queue, acceptMinutes: z.number().int(), resolveMinutes: z.number().int() })
      .optional(),
    dueAt: z.number()
  }),
  z.object({
    type: z.literal('approval.amended'),
    escalationId: EscalationId,
    ask: Ask,
    subjectHash: z.string(),
    /** Missing in events of before an amendment could change it. */
    chain: z.array(AskedStep).optional(),
    dueAt: z.number()
  }),
  /** `nextDueAt` is null when this was the last yes: then what was asked for is granted by this very event. */
  z.object({
    type: z.literal('approval.approved'),
    escalationId: EscalationId,
    step: z.number().int(),
    note: text.optional(),
    inPlaceOf: PersonId.optional(),
    nextDueAt: z.number().nullable(),
    /** With the last yes to a move: the case goes there by this very event. */
    moved: z.object({ to: Queue, acceptBy: z.number(), resolveBy: z.number(), clocks }).optional()
  }),
  /** Somebody asked to decide a step gives it to a colleague with the authority. */
  z.object({
    type: z.literal('approval.handedOn'),
    escalationId: EscalationId,
    step: z.number().int(),
    to: PersonId,
    note: text,
    dueAt: z.number(),
    /** Who stands in for `to`; missing when nobody does. */
    delegates: z.array(Delegate).optional(),
    /** Whose step it was, when a delegate handed it on. */
    inPlaceOf: PersonId.optional()
  }),
  /** Nobody answered a step in time: `whom` is told and may answer as well; the step runs once more. */
  z.object({
    type: z.literal('approval.reminded'),
    escalationId: EscalationId,
    step: z.number().int(),
    whom: Approver,
    dueAt: z.number()
  }),
  z.object({
    type: z.literal('approval.declined'),
    escalationId: EscalationId,
    step: z.number().int(),
    reason: text,
    inPlaceOf: PersonId.optional()
  }),
  /** Nobody answered a step in time. `nextDueAt` is null when the request ends here. */
  z.object({
    type: z.literal('approval.expired'),
    escalationId: EscalationId,
    step: z.number().int(),
    nextDueAt: z.number().nullable(),
    /** The row says that no answer is a no. */
    declined: z.literal(true).optional()
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
