import { z } from 'zod'

/*
 * All that an import has to say to a person, as data: what it is about has a code and values, the words are the
 * reader's (the console's screen, the command line). What a newer server says and this build has no words for keeps
 * its raw code and is told in general words (IM51).
 */

const count = z.number().int()
const names = z.array(z.string())
const Other = z.object({ code: z.literal('other'), raw: z.string() })
const unknownCode = z
  .object({ code: z.string() })
  .transform(({ code }) => ({ code: 'other' as const, raw: code }))

/** Why a row is not taken. */
export const KnownRowReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('wrong-column-count'), has: count, wanted: count }),
  z.object({ code: z.literal('stray-quote'), found: z.string() }),
  z.object({ code: z.literal('unclosed-quote') }),
  /** `columns` null: inside a quoted value. */
  z.object({ code: z.literal('truncated'), columns: z.object({ has: count, wanted: count }).nullable() }),
  z.object({ code: z.literal('too-long'), has: count, most: count, unit: z.enum(['characters', 'bytes']) }),
  z.object({ code: z.literal('not-text') }),
  z.object({ code: z.literal('missing-value'), what: z.enum(['id', 'time', 'opening', 'end']) }),
  z.object({ code: z.literal('bad-date'), formats: names }),
  z.object({ code: z.literal('bad-number') }),
  /** The mapping has no meaning for the value in its table of this field. */
  z.object({ code: z.literal('unknown-value'), field: z.string() }),
  z.object({ code: z.literal('ends-before-start') }),
  z.object({ code: z.literal('in-the-future') }),
  z.object({ code: z.literal('duplicate-id'), first: count }),
  z.object({ code: z.literal('case-incomplete'), first: count }),
  z.object({
    code: z.literal('case-does-not-fold'),
    steps: z.object({ status: z.string(), queue: z.string() }),
    file: z.object({ status: z.string(), queue: z.string() })
  }),
  /** What the rows make is no case of ours: the part of it that is wrong. */
  z.object({ code: z.literal('case-not-valid'), path: z.string() })
])
export type KnownRowReason = z.infer<typeof KnownRowReason>
export const RowReason = z.union([KnownRowReason, Other, unknownCode])
export type RowReason = z.output<typeof RowReason>

/** One row that was not imported, as a screen shows it; `until`: the last of the lines that are lost with it. */
export const RejectedRow = z.object({
  line: count,
  until: count.nullable(),
  column: z.string(),
  value: z.string(),
  why: RowReason
})
export type RejectedRow = z.infer<typeof RejectedRow>

/** A page of the rows of an import that were rejected, in the order of the file. */
export const RejectedPage = z.object({ rows: z.array(RejectedRow) })
export type RejectedPage = z.infer<typeof RejectedPage>
/** The most rows on one page. */
export const MAX_REJECTED_PAGE = 1_000

/** What is wrong with one part of a mapping document. */
export const KnownMappingFault = z.discriminatedUnion('code', [
  z.object({
    code: z.enum([
      'yaml-indent',
      'yaml-tab',
      'yaml-key-twice',
      'yaml-missing-mark',
      'yaml-unexpected',
      'yaml-nested',
      'yaml-alias',
      'yaml-documents'
    ])
  }),
  /** Any other syntax error, by the reader's own code. */
  z.object({ code: z.literal('yaml-syntax'), raw: z.string() }),
  z.object({ code: z.literal('unknown-key') }),
  /** `allowed`: what may stand there, where that is a short list. */
  z.object({ code: z.literal('missing-key'), allowed: names }),
  z.object({ code: z.literal('wrong-type'), wanted: z.enum(['text', 'number', 'boolean', 'list', 'group']) }),
  z.object({ code: z.literal('wrong-value'), allowed: names }),
  z.object({ code: z.literal('empty') }),
  z.object({ code: z.literal('too-small'), least: z.number() }),
  z.object({ code: z.literal('too-big'), most: z.number() }),
  z.object({
    code: z.enum([
      'wrong-form',
      'queue-form',
      'category-form',
      'name-form',
      'attribute-form',
      'one-character',
      'time-form',
      'status-form',
      'id-form'
    ])
  }),
  z.object({ code: z.literal('no-such-zone'), zone: z.string() }),
  z.object({ code: z.enum(['log-needs-time', 'log-needs-id', 'list-needs-opening', 'needs-end-column']) }),
  z.object({ code: z.enum(['needs-table', 'needs-column']), field: z.string() }),
  z.object({ code: z.literal('no-such-queue'), queue: z.string() }),
  z.object({ code: z.literal('no-such-category'), category: z.string() }),
  z.object({ code: z.literal('column-missing'), column: z.string() }),
  z.object({ code: z.literal('column-twice'), column: z.string(), times: count })
])
export type KnownMappingFault = z.infer<typeof KnownMappingFault>
export const MappingFault = z.union([KnownMappingFault, Other, unknownCode])
export type MappingFault = z.output<typeof MappingFault>

/** Where in the mapping, and what. `line` and `mark` (the place in the line) where they are known. */
export const MappingProblem = z.object({
  path: z.string(),
  line: count.optional(),
  mark: count.optional(),
  why: MappingFault
})
export type MappingProblem = z.infer<typeof MappingProblem>

/** Why a file as a whole cannot be imported: nothing of it was, nothing of it will be (IM13). */
export const KnownFileFault = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no-such-file'), file: z.string() }),
  z.object({ code: z.literal('is-folder'), file: z.string() }),
  /** `raw`: the operating system's own code. */
  z.object({ code: z.literal('cannot-open'), file: z.string(), raw: z.string() }),
  z.object({ code: z.enum(['empty', 'binary', 'utf-16', 'not-csv', 'no-rows']) }),
  /** `cut`: it ends too early; else it is damaged. */
  z.object({ code: z.literal('broken-gzip'), cut: z.boolean() }),
  /** `raw`: the XML reader's own words. */
  z.object({ code: z.literal('broken-xml'), line: count, raw: z.string() }),
  z.object({ code: z.literal('not-xes'), root: z.string() }),
  z.object({ code: z.literal('broken-header'), why: RowReason })
])
export type KnownFileFault = z.infer<typeof KnownFileFault>
export const FileFault = z.union([KnownFileFault, Other, unknownCode])
export type FileFault = z.output<typeof FileFault>

/** Why an import did not happen. In every one of these the log is as it was. */
export const ImportRefusal = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('BadMapping'),
    problems: z.array(MappingProblem),
    /** What there is instead, once, where a problem asks for it. */
    queues: names.optional(),
    categories: names.optional()
  }),
  z.object({ type: z.literal('BadFile'), problem: FileFault }),
  z.object({
    type: z.literal('MissingColumns'),
    problems: z.array(MappingProblem),
    /** Those the file has; the first ones of very many. */
    columns: names,
    /** The delimiter the file seems to have, where that explains it. */
    looksLike: z.string().optional()
  }),
  z.object({
    type: z.literal('TooManyRejected'),
    rows: count,
    rejected: count,
    maxShare: z.number(),
    reasons: z.record(z.string(), count)
  }),
  z.object({ type: z.enum(['Cancelled', 'AlreadyRunning']) })
])
export type ImportRefusal = z.infer<typeof ImportRefusal>

/** As many rejected rows come along with an import as a person reads on a screen. */
export const SHOWN_REJECTIONS = 200

export const ImportPhase = z.enum([
  'receiving',
  'reading',
  'checking',
  'publishing',
  'done',
  'failed',
  'cancelled'
])
export type ImportPhase = z.infer<typeof ImportPhase>

/** What the server says about an import, beside its numbers: how it ended, or why a step of it was not taken. */
export const KnownImportSaid = z.discriminatedUnion('type', [
  ...ImportRefusal.options,
  /** The same file came with the same mapping before: nothing was done. */
  z.object({ type: z.literal('AlreadyImported') }),
  z.object({ type: z.literal('NoSuchImport') }),
  /** The server had stopped while it was publishing the cases, and went on with it. */
  z.object({ type: z.literal('Resumed') }),
  /** The step does not fit where the import is. */
  z.object({ type: z.literal('NotNow'), phase: ImportPhase }),
  z.object({ type: z.enum(['DiskFull', 'DiskBroken']) }),
  /** A fault of the server: its name; the server has logged the rest. */
  z.object({ type: z.literal('ServerBroke'), name: z.string() })
])
export type KnownImportSaid = z.infer<typeof KnownImportSaid>
export const ImportSaid = z.union([
  KnownImportSaid,
  z.object({ type: z.literal('Other'), raw: z.string() }),
  z.object({ type: z.string() }).transform(({ type }) => ({ type: 'Other' as const, raw: type }))
])
export type ImportSaid = z.output<typeof ImportSaid>

/** An import on the server, as its progress is told. */
export const ImportJob = z.object({
  id: z.string(),
  name: z.string(),
  mapping: z.string(),
  phase: ImportPhase,
  done: count,
  total: count.nullable(),
  rejected: count,
  imported: count,
  /** Cases that were here already and stayed as they are. */
  skipped: count,
  /** Rows the mapping says to leave out. */
  leftOut: count,
  said: ImportSaid.nullable(),
  startedAt: z.number(),
  /** The first of them (SHOWN_REJECTIONS); the others come page by page. */
  rejections: z.array(RejectedRow)
})
export type ImportJob = z.infer<typeof ImportJob>
