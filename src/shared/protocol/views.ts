import { z } from 'zod'
import { Ask, AskedStep, Case, Decision, Grant } from '../case/case.ts'
import { CaseEvent, Happening } from '../case/event.ts'
import { IfNobody } from '../case/if-nobody.ts'
import { Option } from '../case/option.ts'
import { Refusal } from '../case/refusal.ts'
import { Approver, Flag, Priority } from '../escalation/matrix.ts'
import { CaseId, EscalationId, OpId, PersonId } from '../lib/ids.ts'
import { Queue } from '../people/queue.ts'
import { Tier } from '../people/tier.ts'
import { ToldWire } from './sync.ts'

/** What a list can show. `queue` holds the work of one queue; `work` mine; `atRisk` and `breached` all I see, by time. */
export const View = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('work') }),
  z.object({
    kind: z.literal('queue'),
    queue: Queue,
    which: z.enum(['open', 'unowned', 'ended']).default('open')
  }),
  /** Mine that wait for somebody's yes; `approvals`: those that wait for mine. */
  z.object({ kind: z.literal('asked') }),
  z.object({ kind: z.literal('approvals') }),
  /** Where an escalation manager is called to. */
  z.object({ kind: z.literal('called') }),
  z.object({ kind: z.literal('atRisk') }),
  z.object({ kind: z.literal('drafts') }),
  z.object({ kind: z.literal('search'), text: z.string().max(300) })
])
export type View = z.infer<typeof View>

/** How far an unanswered change has got: on this machine only, or on its way. */
export const Saved = z.enum(['here', 'sent'])

/** One row of a list. Times in ms since epoch. */
export const CaseRow = z.object({
  id: CaseId,
  ref: z.string(),
  subject: z.string(),
  customerName: z.string(),
  status: z.enum(['new', 'open', 'pending', 'on_hold', 'resolved', 'closed']),
  priority: Priority,
  flags: z.array(Flag),
  queue: Queue,
  tiers: z.array(Tier),
  owner: PersonId.nullable(),
  /** The running clock due first; null while nothing runs. `paused`: a clock waits. */
  due: z
    .object({
      name: z.enum(['own', 'firstResponse', 'resolve', 'stage']),
      dueAt: z.number(),
      riskAt: z.number()
    })
    .nullable(),
  paused: z.boolean(),
  updatedAt: z.number(),
  /** How often it bounced (ES32). */
  bounces: z.number().int(),
  /** Changes of mine that the server has not answered. */
  waiting: z.number().int(),
  hasDraft: z.boolean(),
  /** Found text, when this row came from a search: plain text with the hits between U+E000 and U+E001. */
  snippet: z.string().nullable()
})
export type CaseRow = z.infer<typeof CaseRow>

export const CasePage = z.object({
  rows: z.array(CaseRow),
  /** Give it back as `after` for the next page; null at the end. */
  next: z.string().nullable(),
  /** How many in all, or null where counting would cost more than showing (search). */
  total: z.number().int().nullable()
})
export type CasePage = z.infer<typeof CasePage>

/** One entry of a case's history; `saved` null once the server has confirmed it. */
export const TimelineEntry = Happening.extend({ key: z.string(), saved: Saved.nullable() })
export type TimelineEntry = z.infer<typeof TimelineEntry>

const drafts = {
  drafts: z.object({ reply: z.string(), note: z.string() }),
  /** The name of the op each draft becomes, however often it is sent; null where there is none. */
  draftOps: z.object({ reply: OpId.nullable(), note: OpId.nullable() })
}

export const CaseView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('case'),
    case: Case,
    timeline: z.array(TimelineEntry),
    options: z.array(Option),
    ...drafts
  }),
  /** The case left my queues: where it went, and nothing else of it. */
  z.object({
    kind: z.literal('gone'),
    caseId: CaseId,
    ref: z.string(),
    title: z.string(),
    to: Queue,
    by: PersonId,
    why: z.string(),
    at: z.number(),
    /** What I had typed and not sent stays mine. */
    ...drafts
  })
])
export type CaseView = z.infer<typeof CaseView>

/** A request for authority that waits for me. */
export const ApprovalRow = z.object({
  case: CaseRow,
  escalationId: z.string(),
  /** The row it goes along, and the versions of the matrix it was made and judged under. */
  rowId: z.string(),
  madeUnder: z.number().int(),
  judgedUnder: z.number().int(),
  by: PersonId,
  at: z.number(),
  dueAt: z.number(),
  step: z.number().int(),
  steps: z.number().int(),
  /** What is asked for, with the hand-off package. */
  ask: Ask,
  /** What the one who asks may grant alone on one case, in minor units; null when it is not about money. */
  limitMinor: z.number().int().nullable(),
  currency: z.string(),
  /** Everybody who is asked, in order. */
  chain: z.array(AskedStep),
  /** Their answers so far. */
  decisions: z.array(Decision),
  /** Who was told when nobody had answered in time, and may answer as well. */
  also: Approver.nullable(),
  /** What happens when nobody answers this step in time. */
  ifNobody: IfNobody,
  /** In whose place this person would decide. */
  inPlaceOf: PersonId.nullable(),
  /** What this machine knows of the customer besides this case. */
  history: z.object({
    cases: z.number().int(),
    openCases: z.number().int(),
    grants: z.array(Grant)
  }),
  options: z.array(Option)
})
export type ApprovalRow = z.infer<typeof ApprovalRow>

export const Counts = z.object({
  work: z.number().int(),
  drafts: z.number().int(),
  asked: z.number().int(),
  approvals: z.number().int(),
  /** Cases on which an escalation manager was called and has not answered. */
  called: z.number().int(),
  atRisk: z.number().int(),
  queues: z.array(z.object({ queue: Queue, open: z.number().int(), unowned: z.number().int() })),
  outbox: z.number().int(),
  review: z.number().int()
})
export type Counts = z.infer<typeof Counts>

/** A request somebody was asked to decide, and what became of that. */
export const NoticedRequest = z.object({
  escalationId: EscalationId,
  /** Who asks. */
  by: PersonId,
  step: z.number().int(),
  steps: z.number().int(),
  /** In whose place they were asked. */
  inPlaceOf: PersonId.nullable(),
  /** It waits for them now, so it can be answered. */
  waits: z.boolean(),
  /** There is somebody it could be handed on to. */
  canHandOn: z.boolean(),
  /** What happened that they are not asked any more; null while it waits, and where nobody did anything. */
  over: z.object({ event: CaseEvent, by: PersonId, at: z.number() }).nullable()
})
export type NoticedRequest = z.infer<typeof NoticedRequest>

/** Something this person is told: what came of what they asked, or that somebody asks for them. */
export const Notice = z.object({
  /** The place of its fact in the log: a newer one has a higher. */
  seq: z.number().int(),
  caseId: CaseId,
  ref: z.string(),
  subject: z.string(),
  at: z.number(),
  by: PersonId,
  event: CaseEvent,
  /** What was asked for, when it is about a request for authority. */
  ask: Ask.nullable(),
  /** That this person was asked to decide it; null when the notice is about something else. */
  request: NoticedRequest.nullable()
})
export type Notice = z.infer<typeof Notice>

/** An op the server has not answered. */
export const OutboxRow = z.object({
  opId: OpId,
  opNo: z.number().int(),
  type: z.string(),
  caseId: CaseId,
  ref: z.string(),
  title: z.string(),
  madeAt: z.number(),
  saved: Saved,
  words: z.string()
})
export type OutboxRow = z.infer<typeof OutboxRow>

/** Something of mine that was not done to the letter: what I asked, what happened instead, my words, and what I can do now. */
export const ReviewRow = z.object({
  opId: OpId,
  type: z.string(),
  command: z.unknown(),
  caseId: CaseId,
  ref: z.string(),
  title: z.string(),
  madeAt: z.number(),
  answeredAt: z.number(),
  outcome: z.enum(['held', 'rejected', 'transformed']),
  refusal: Refusal.nullable(),
  told: ToldWire.nullable(),
  words: z.string(),
  /** The command the choice tryAgain sends: what was asked, towards where the matrix leads now. */
  retry: z.unknown(),
  /** The request I answered had been changed: by whom it is, what I answered (null: not known here), and what is asked now. */
  changed: z
    .object({
      escalationId: EscalationId,
      by: PersonId,
      was: Ask.nullable(),
      now: Ask,
      /** It waits for me as it is now. */
      waits: z.boolean()
    })
    .nullable(),
  choices: z.array(
    z.enum(['lookAgain', 'sendAnyway', 'saveAsNote', 'tryAgain', 'toComposer', 'undo', 'dismiss'])
  )
})
export type ReviewRow = z.infer<typeof ReviewRow>

export const Connection = z.object({
  state: z.enum(['online', 'connecting', 'offline', 'refused']),
  /** While the first copy of my queues is still coming in: cases so far and about how many in all. */
  loading: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  lastSyncedAt: z.number().nullable(),
  waiting: z.number().int(),
  /** So much waits that it should get to the server soon. */
  crowded: z.boolean(),
  /** Server clock minus this machine's clock, in ms: deadlines are counted down by the server's clock. */
  clockOffsetMs: z.number(),
  /** What a person must know or do: no disk, sign in again, a newer console is needed. */
  problem: z
    .object({
      name: z.enum([
        'DiskFull',
        'DiskBroken',
        'SignInAgain',
        'UpdateNeeded',
        'ServerOlder',
        'WrongServer',
        'ServerRefused',
        'TooLarge'
      ]),
      message: z.string()
    })
    .nullable(),
  /** When it tries again to reach the server; null while it does not have to, or waits for the person. */
  nextTryAt: z.number().nullable(),
  /** Until when one may work here without the server (server's clock); null before it was ever met. */
  grantEndsAt: z.number().nullable(),
  /** That time is over: reading and drafts only, until the server is met. */
  lapsed: z.boolean()
})
export type Connection = z.infer<typeof Connection>

/** A case like this one that was resolved: what it was about and how it ended. */
export const SimilarCase = z.object({
  id: CaseId,
  ref: z.string(),
  subject: z.string(),
  tier: Tier,
  resolution: z.string().nullable(),
  note: z.string().nullable()
})
export type SimilarCase = z.infer<typeof SimilarCase>
