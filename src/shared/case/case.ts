import { z } from 'zod'
import {
  Approver,
  AuthorityAction,
  CategoryId,
  Channel,
  Delegate,
  Flag,
  Priority,
  Segment,
  StepTimeout
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

/** Why a case is sent back down: de-escalation has a reason, so that one can learn from it (ES7). */
export const ReturnReason = z.enum(['answered', 'known_solution', 'missing_information', 'not_ours', 'other'])
export type ReturnReason = z.infer<typeof ReturnReason>

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

/** Money asked for, in minor units. */
export const MoneyAsk = z.object({
  action: AuthorityAction,
  amountMinor: z.number().int().min(1).max(1_000_000_000),
  currency: z.string().length(3),
  package: Package
})
export type MoneyAsk = z.infer<typeof MoneyAsk>

/** The thing authority is asked for: money, the case into a queue the functional rows do not lead to, or an exception of the matrix. */
export const Ask = z.discriminatedUnion('action', [
  MoneyAsk,
  z.object({ action: z.literal('move'), to: Queue, package: Package }),
  z.object({ action: z.literal('exception'), exception: z.string().min(1).max(40), package: Package })
])
export type Ask = z.infer<typeof Ask>

/** The ask as money, or undefined when it is about something else. */
export function moneyOf(ask: Ask): MoneyAsk | undefined {
  return ask.action === 'move' || ask.action === 'exception' ? undefined : ask
}

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
    note: z.string().optional(),
    /** Missing on returns of before a reason was asked for. */
    reason: ReturnReason.optional()
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
  answer: z.enum(['approved', 'declined', 'timed_out', 'reminded', 'handed_on']),
  note: z.string().optional(),
  /** In whose place: a delegate's decision is that person's as well. */
  inPlaceOf: PersonId.optional()
})

/**
 * A step as it was when it was asked for. `delegates` of whoever could decide it then, `alsoDelegates` of whoever is told when
 * nobody answers; `onTimeout` is missing in requests of before the steps had one: then the request's own holds.
 */
export const AskedStep = z.object({
  approver: Approver,
  minutes: z.number().int(),
  onTimeout: StepTimeout.optional(),
  delegates: z.array(Delegate).optional(),
  alsoDelegates: z.array(Delegate).optional()
})
export type AskedStep = z.infer<typeof AskedStep>

export const HierarchicalEscalation = z.object({
  ...made,
  kind: z.literal('hierarchical'),
  ask: Ask,
  /** What an approver says yes to; another ask has another hash, and a yes to the old one does not count (ES14). */
  subjectHash: z.string(),
  chain: z.array(AskedStep),
  onTimeout: z.enum(['next', 'expire']),
  /** What the last yes does besides: into which queue the case goes, and by when it is accepted and resolved there. */
  move: z.object({ to: Queue, acceptMinutes: z.number().int(), resolveMinutes: z.number().int() }).optional(),
  decisions: z.array(Decision),
  state: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('requested'),
      step: z.number().int(),
      dueAt: z.number(),
      /** Who was told when nobody had answered in time, and may answer as well. */
      also: Approver.optional()
    }),
    z.object({ status: z.literal('approved'), at: z.number() }),
    z.object({ status: z.literal('declined'), at: z.number() }),
    z.object({ status: z.literal('withdrawn'), at: z.number() }),
    z.object({ status: z.literal('expired'), at: z.number() })
  ])
})
export type HierarchicalEscalation = z.infer<typeof HierarchicalEscalation>

/** The delegates of those whom an open request waits for: of its step, and of who was told as well once nobody had answered. */
export function delegatesNow({ state, chain }: HierarchicalEscalation): readonly Delegate[] {
  if (state.status !== 'requested') return []
  const { delegates = [], alsoDelegates = [] } = chain[state.step] ?? {}
  return state.also ? [...delegates, ...alsoDelegates] : delegates
}

export const Escalation = z.discriminatedUnion('kind', [FunctionalEscalation, HierarchicalEscalation])
export type Escalation = z.infer<typeof Escalation>

/** The automatic row that did something, and why. */
export const Automatic = z.object({
  rowId: z.string(),
  on: z.enum(['at_risk', 'breached', 'reopened', 'returned'])
})
export type Automatic = z.infer<typeof Automatic>

/** One stop on the case's way through the tiers. */
export const Hop = z.object({
  queue: Queue,
  at: z.number(),
  by: PersonId,
  how: z.enum(['opened', 'escalated', 'returned', 'withdrawn', 'transferred']),
  /** The escalation it came with or came back from: its row, package and times are there. */
  escalationId: EscalationId.optional(),
  note: z.string().optional(),
  /** Missing when a person sent it, and on cases stored by builds of before it was kept. */
  automatic: Automatic.optional()
})
export type Hop = z.infer<typeof Hop>

/** That what was granted has been done outside, and under which number it can be found there (null: none was given). */
export const CarriedOut = z.object({ at: z.number(), receipt: z.string().max(80).nullable() })

export const Grant = z.object({
  action: AuthorityAction,
  amountMinor: z.number().int(),
  currency: z.string(),
  by: PersonId,
  approvedBy: PersonId.optional(),
  at: z.number(),
  carriedOut: CarriedOut.optional()
})

/** An exception somebody with the authority allowed. */
export const Allowed = z.object({
  exception: z.string(),
  by: PersonId,
  approvedBy: PersonId,
  at: z.number(),
  carriedOut: CarriedOut.optional()
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
  /** Exceptions that were approved on this case. */
  allowed: z.array(Allowed).optional(),
  /** Colleagues pulled in while the case keeps its owner. */
  swarm: z.array(PersonId).optional(),
  /** Named people an automatic row told about the case: they may see it. */
  told: z.array(PersonId).optional(),
  /** An escalation manager was called and has not answered yet. */
  called: z.object({ by: PersonId, at: z.number(), note: z.string() }).optional(),
  /** Automatic rows that have acted, with the reopenings there had been (ES26). */
  fired: z.array(z.object({ rowId: z.string(), reopenCount: z.number().int(), at: z.number() })).optional(),
  /** The resolved case whose solution was used instead of an escalation. */
  helpedBy: CaseId.optional(),
  attributes: z.record(z.string(), z.string())
})
export type Case = z.infer<typeof Case>
