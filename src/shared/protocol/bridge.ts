import { z } from 'zod'
import { Refusal } from '../case/refusal.ts'
import { Finding } from '../escalation/finding.ts'
import { Label, Matrix } from '../escalation/matrix.ts'
import { CaseId, OpId, PersonId } from '../lib/ids.ts'
import { Language, Person } from '../people/person.ts'
import { Queue } from '../people/queue.ts'
import { absenceQuestions, absenceTellings } from './absences.ts'
import type { EngineFault } from './engine.ts'
import { figureQuestions } from './figures.ts'
import { ImportJob, ImportSaid, MAX_REJECTED_PAGE, RejectedPage } from './imports.ts'
import { lookedAfterQuestions, lookedAfterTellings } from './looked-after.ts'
import { matrixQuestions, matrixTellings } from './matrices.ts'
import {
  ApprovalRow,
  CasePage,
  CaseView,
  Connection,
  Counts,
  Notice,
  OutboxRow,
  ReviewRow,
  SimilarCase,
  View
} from './views.ts'

/** A queue with its name in the languages of the place: `L2 Billing` where no matrix is known yet. */
export const NamedQueue = z.object({ queue: Queue, name: Label })
export type NamedQueue = z.infer<typeof NamedQueue>

/** Who is here, and how one gets in. `demo` lists the people of a demo workspace; everywhere else it is null. */
export const Session = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('signedOut'),
    server: z.string(),
    reachable: z.boolean(),
    demo: z.array(Person).nullable(),
    /** What the queues of the demo's people are called. */
    queues: z.array(NamedQueue),
    problem: z.string().nullable()
  }),
  z.object({ state: z.literal('signedIn'), server: z.string(), demo: z.boolean(), person: Person })
])
export type Session = z.infer<typeof Session>

export const Settings = z.object({
  language: Language.nullable(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  density: z.enum(['comfortable', 'compact']),
  /** Sizes and folds of panes, by name: whatever the screen wants back after a restart. */
  layout: z.record(z.string(), z.number())
})
export type Settings = z.infer<typeof Settings>

/** What a person does that is not about a case. `no` is a normal answer with a reason a screen can word. */
export const TellRefusal = z.object({
  type: z.enum([
    'WrongPassword',
    'TooManyTries',
    'NotReachable',
    'NotADemo',
    'NotAllowed',
    'NotAMapping',
    'NotFound',
    /** It is over or under way already: a plan that was published cannot be cancelled. */
    'NotNow',
    'InThePast',
    'MatrixFindings',
    'MatrixMoved',
    'HeldRefused',
    'ServerSaidNo'
  ]),
  message: z.string(),
  /** TooManyTries: how long to wait. */
  retryAfterMs: z.number().optional(),
  /** What the server said about an import, for a screen to word. */
  said: ImportSaid.optional(),
  /** MatrixFindings: what is wrong with the document. */
  findings: z.array(Finding).optional(),
  /** HeldRefused: why what was held does not fit any more. */
  refusal: Refusal.optional(),
  /** MatrixMoved: the version in force now. */
  version: z.number().int().optional()
})
export type TellRefusal = z.infer<typeof TellRefusal>

/**
 * What only the server knows, or why it cannot be told: it is away, or it said no. Nothing there is an empty answer and never
 * looks like one that did not come.
 */
function known<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: TellRefusal })
  ])
}

const nothing = z.object({})

/** Every question the renderer may put to the engine: what it takes, what it gives back. */
export const questions = {
  'session.get': { takes: nothing, gives: Session },
  'settings.get': { takes: nothing, gives: Settings },
  'connection.get': { takes: nothing, gives: Connection },
  'counts.get': { takes: nothing, gives: Counts },
  'matrix.get': { takes: nothing, gives: Matrix.nullable() },
  'person.list': { takes: nothing, gives: z.array(Person) },
  'case.list': {
    takes: z.object({
      view: View,
      after: z.string().max(500).nullable(),
      limit: z.number().int().min(1).max(200)
    }),
    gives: CasePage
  },
  'case.get': { takes: z.object({ caseId: CaseId }), gives: CaseView.nullable() },
  'case.similar': {
    takes: z.object({ caseId: CaseId, limit: z.number().int().min(1).max(10) }),
    gives: z.array(SimilarCase)
  },
  'approval.list': { takes: nothing, gives: z.array(ApprovalRow) },
  'notice.list': { takes: nothing, gives: z.array(Notice) },
  'outbox.list': { takes: nothing, gives: z.array(OutboxRow) },
  'review.list': { takes: nothing, gives: z.array(ReviewRow) },
  'import.list': { takes: nothing, gives: known(z.array(ImportJob)) },
  'import.mappings': {
    takes: nothing,
    gives: known(z.array(z.object({ name: z.string(), title: z.string(), text: z.string() })))
  },
  /** Rejected rows of an import, from this place in their order on (0 is the first). */
  'import.rejections': {
    takes: z.object({
      id: z.string().max(60),
      from: z.number().int().min(0),
      limit: z.number().int().min(1).max(MAX_REJECTED_PAGE)
    }),
    gives: known(RejectedPage)
  },
  ...absenceQuestions,
  ...figureQuestions,
  ...lookedAfterQuestions,
  ...matrixQuestions
} as const
export type Questions = typeof questions
export type QuestionName = keyof Questions
export type Takes<N extends QuestionName> = z.input<Questions[N]['takes']>
export type Gives<N extends QuestionName> = z.infer<Questions[N]['gives']>

/** The longest text that is kept as a draft (characters). */
export const MAX_DRAFT = 1_000_000

export const DraftMode = z.enum(['reply', 'note'])

export const tellings = {
  'session.signInDemo': z.object({ personId: PersonId }),
  'session.signIn': z.object({ email: z.string().max(200), password: z.string().max(1000) }),
  'session.signOut': nothing,
  'settings.put': Settings.partial(),
  /** A draft may be longer than what can be sent: nothing typed or pasted is cut. `opId`: the name of the op it becomes. */
  'draft.put': z.object({ caseId: CaseId, mode: DraftMode, text: z.string().max(MAX_DRAFT), opId: OpId }),
  /** Takes an entry out of the review tray. What else was chosen (send anyway, save as note) is a new command of its own. */
  'review.settle': z.object({ opId: OpId }),
  'sync.now': nothing,
  ...absenceTellings,
  /** One file at a time: begin, the bytes in order, end. `rejections`: import what can be read even when many rows cannot. */
  'import.begin': z.object({
    name: z.string().max(200),
    mapping: z.string().max(200_000),
    acceptRejections: z.boolean()
  }),
  'import.bytes': z.object({ id: z.string().max(60), bytes: z.instanceof(Uint8Array) }),
  'import.end': z.object({ id: z.string().max(60) }),
  'import.cancel': z.object({ id: z.string().max(60) }),
  ...lookedAfterTellings,
  ...matrixTellings
} as const
export type Tellings = typeof tellings
export type TellingName = keyof Tellings
export type Telling<N extends TellingName> = z.input<Tellings[N]>

/** What changed, so a screen knows whether to ask again. `caseIds` null: too many to name. */
export const Topic = z.enum([
  'cases',
  'counts',
  'outbox',
  'review',
  'connection',
  'session',
  'matrix',
  'people',
  'settings',
  'imports',
  'drafts',
  'held'
])
export type Topic = z.infer<typeof Topic>
export const Change = z.object({ topics: z.array(Topic), caseIds: z.array(CaseId).nullable() })
export type Change = z.infer<typeof Change>

/**
 * What a page sends to act. It names the op itself: when the engine dies before it could answer, the page asks again under
 * the same name and what was stored is not stored twice (SY2). `command` is parsed on its own, so that a wrong one is a refusal.
 */
export const Asked = z.object({ opId: OpId, command: z.unknown() })
export type Asked = z.infer<typeof Asked>

/** An act's answer: on disk here (with its op id, null when it was already so and nothing was stored), or no and why. */
export const Acted = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), opId: OpId.nullable() }),
  z.object({ ok: z.literal(false), error: Refusal })
])
export type Acted = z.infer<typeof Acted>

export const Told = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.string().nullable() }),
  z.object({ ok: z.literal(false), error: TellRefusal })
])
export type Told = z.infer<typeof Told>

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: EngineFault }
export type EngineState = 'up' | 'down' | 'restarting'

/** `window.bridge`: all the renderer can do to the world. */
export type Bridge = {
  ask<N extends QuestionName>(name: N, takes: Takes<N>): Promise<Answer<Gives<N>>>
  /** The command is checked by the engine; a shape that does not parse comes back as the refusal NotUnderstood. */
  act(asked: Asked): Promise<Answer<Acted>>
  tell<N extends TellingName>(name: N, takes: Telling<N>): Promise<Answer<Told>>
  onChange(listener: (change: Change) => void): () => void
  onEngine(listener: (state: EngineState) => void): () => void
  readonly host: { readonly kind: 'electron' | 'browser'; readonly platform: string }
}
