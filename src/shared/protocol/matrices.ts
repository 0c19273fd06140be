import { z } from 'zod'
import { Finding, RowRef } from '../escalation/finding.ts'
import { Matrix } from '../escalation/matrix.ts'
import { TextFault } from '../escalation/text-fault.ts'
import { CaseId } from '../lib/ids.ts'
import { Queue } from '../people/queue.ts'

/** A published version, newest first in lists. `from`: the version it brought back, when it is a roll-back. */
export const MatrixVersion = z.object({
  version: z.number().int(),
  name: z.string(),
  author: z.string(),
  reason: z.string(),
  publishedAt: z.number(),
  from: z.number().int().nullable()
})
export type MatrixVersion = z.infer<typeof MatrixVersion>

/**
 * A document that is published by itself at a time, checked again then (MX33). `failed`: `findings` say what no longer fits,
 * or `movedTo` is the version that came after `base` meanwhile. `version`: the one it became.
 */
export const MatrixPlan = z.object({
  id: z.string(),
  name: z.string(),
  author: z.string(),
  reason: z.string(),
  base: z.number().int(),
  madeAt: z.number(),
  publishAt: z.number(),
  state: z.enum(['waiting', 'published', 'failed', 'cancelled']),
  findings: z.array(Finding),
  movedTo: z.number().int().nullable(),
  version: z.number().int().nullable()
})
export type MatrixPlan = z.infer<typeof MatrixPlan>

/** What the administrator works on, on disk here as typed. `doc` may be anything: it is checked, not trusted. `base`: the version it began from. */
export const MatrixDraft = z.object({ doc: z.unknown(), base: z.number().int(), savedAt: z.number() })
export type MatrixDraft = z.infer<typeof MatrixDraft>

/** Where a case of the past goes under a document; `to` null: no row leads anywhere. */
export const TrialWay = z.object({ to: Queue.nullable(), row: RowRef.nullable() })
export type TrialWay = z.infer<typeof TrialWay>

export const TrialCase = z.object({
  caseId: CaseId,
  ref: z.string(),
  subject: z.string(),
  openedAt: z.number(),
  from: Queue,
  before: TrialWay,
  after: TrialWay
})
export type TrialCase = z.infer<typeof TrialCase>

/** A draft run over the real past cases, against the matrix in force (MX20). Numbers are cases. */
export const Trial = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  /** How many would go elsewhere. */
  changed: z.number().int(),
  /** How often each row is the one that leads: under the matrix in force, and under the draft. */
  rows: z.array(z.object({ row: RowRef, before: z.number().int(), after: z.number().int() })),
  /** Rows of the draft that no case of the past matched. */
  idle: z.array(RowRef),
  problem: z.string().nullable()
})
export type Trial = z.infer<typeof Trial>

/** The longest text that is read as a matrix (characters). */
export const MAX_MATRIX_TEXT = 5_000_000

/** A text of a newer format that was kept as it is, until a Tierline that understands it reads it. */
export const KeptText = z.object({ name: z.string(), text: z.string(), keptAt: z.number() })
export type KeptText = z.infer<typeof KeptText>

/** The last time there is (ms). */
const LAST_TIME = 8_640_000_000_000_000
/** Blanks are none. */
const Reason = z.string().trim().min(1, 'a reason says why').max(500)

/** What an administrator asks about matrices. They come from the server; offline the answer is null, except for the draft, which is here. */
export const matrixQuestions = {
  'matrix.draft': { takes: z.object({}), gives: MatrixDraft.nullable() },
  'matrix.versions': { takes: z.object({}), gives: z.array(MatrixVersion).nullable() },
  'matrix.version': { takes: z.object({ version: z.number().int() }), gives: Matrix.nullable() },
  'matrix.plans': { takes: z.object({}), gives: z.array(MatrixPlan).nullable() },
  'matrix.trial': { takes: z.object({}), gives: Trial.nullable() },
  /** The cases that would go elsewhere; `row`: only those this row of the draft now leads, or led before. */
  'matrix.trialCases': {
    takes: z.object({
      row: RowRef.nullable(),
      after: z.string().max(200).nullable(),
      limit: z.number().int().min(1).max(200)
    }),
    gives: z.object({ cases: z.array(TrialCase), next: z.string().nullable() }).nullable()
  },
  /** A document as text, for a file: YAML or JSON, with its comments lost. */
  'matrix.write': {
    takes: z.object({ doc: z.unknown(), as: z.enum(['yaml', 'json']) }),
    gives: z.object({ text: z.string() })
  },
  /** A text as a document: what it says, or what is wrong with it and where (line and column from 1). */
  'matrix.read': {
    takes: z.object({ text: z.string(), name: z.string().max(300) }),
    gives: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), doc: Matrix }),
      /** `kept`: it is of a newer format, and its text is kept on this machine (`matrix.kept`). */
      z.object({ ok: z.literal(false), faults: z.array(TextFault), kept: z.boolean() })
    ])
  },
  /** Texts of a newer format, newest first. */
  'matrix.kept': { takes: z.object({}), gives: z.array(KeptText) },
  /** What the server finds wrong with a document: only it knows which queues still have cases in work. */
  'matrix.check': { takes: z.object({ doc: z.unknown() }), gives: z.array(Finding).nullable() }
} as const

export const matrixTellings = {
  /** A kept text is dropped. */
  'matrix.discardKept': z.object({ name: z.string().max(300), keptAt: z.number() }),
  /** Saved here, on disk, as it is. Null drops it. */
  'matrix.putDraft': z.object({ draft: z.object({ doc: z.unknown(), base: z.number().int() }).nullable() }),
  /**
   * `at` null: now, and the answer's id is the new version; else the plan's id. The server checks it again: a refusal
   * `MatrixFindings` brings what it found, `MatrixMoved` says that another version than `base` is in force meanwhile.
   */
  'matrix.publish': z.object({
    doc: z.unknown(),
    base: z.number().int(),
    reason: Reason,
    at: z.number().int().min(0).max(LAST_TIME).nullable()
  }),
  'matrix.cancelPlan': z.object({ id: z.string().max(60) }),
  /** An old version again as a new one, unless another than `base` is in force meanwhile. */
  'matrix.rollBack': z.object({ version: z.number().int(), base: z.number().int(), reason: Reason }),
  /** Begins a trial; one that is running for this person is cancelled. `Trial` says how far it is: ask again every second or so. */
  'matrix.tryOut': z.object({ doc: z.unknown() }),
  'matrix.cancelTrial': z.object({})
} as const
