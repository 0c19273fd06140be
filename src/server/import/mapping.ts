import { z } from 'zod'
import { HoldReason, Resolution } from '../../shared/case/case.ts'
import { CategoryId, Channel, Priority, Segment } from '../../shared/escalation/matrix.ts'
import { Language } from '../../shared/people/person.ts'

/*
 * The messages of this schema are codes of a mapping's faults: their words are the reader's.
 */

/** `L2/technical`. Whether the team exists is asked of the matrix, not of this document. */
export const QueueName = z.string().regex(/^L[1-4]\/[a-z0-9-]{1,40}$/, 'queue-form')

const Category = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'category-form')
  .pipe(CategoryId)

const Column = z.string().min(1)
/** Text with `{column}` in it; parts a row lacks fall out together with the marks around them. */
const Template = z.string().min(1)

export const RestingStatus = z.enum(['new', 'open', 'pending', 'resolved', 'closed'])
/** `leave-out`: the row is no case to import, and nothing is wrong with it. A case on hold may stand in another queue meanwhile. */
const StatusMeaning = z.union(
  [
    RestingStatus,
    z.literal('leave-out'),
    z.strictObject({ status: z.literal('on_hold'), reason: HoldReason, queue: QueueName.optional() })
  ],
  {
    error: 'status-form'
  }
)
export type StatusMeaning = z.infer<typeof StatusMeaning>

/** Which value of the file means what. A value nobody thought of needs its explicit answer too. */
const table = <T extends z.ZodType>(meaning: T) =>
  z.strictObject({ map: z.record(z.string(), meaning), otherwise: z.union([z.literal('reject'), meaning]) })

const oneCharacter = z.string().length(1, 'one-character')
const Csv = z.strictObject({
  type: z.literal('csv'),
  delimiter: oneCharacter.default(','),
  /** `null`: quotes mean nothing in this file. */
  quote: oneCharacter.nullable().default('"'),
  encoding: z.enum(['utf-8', 'latin1']).default('utf-8'),
  /** Without a header the columns are called 1, 2, 3. */
  header: z.boolean().default(true)
})
export type Csv = z.infer<typeof Csv>

const Columns = z.strictObject({
  /** `fromContent`: a list that gives its rows no number; the id is a print of what the row says. */
  externalId: z.union([Column, z.strictObject({ fromContent: z.literal(true) })], {
    error: 'id-form'
  }),
  subject: Template,
  body: Template.optional(),
  customerId: Column.optional(),
  customerName: Template.optional(),
  openedAt: Column.optional(),
  updatedAt: Column.optional(),
  revision: Column.optional(),
  resolvedAt: Column.optional(),
  closedAt: Column.optional(),
  status: Column.optional(),
  priority: Column.optional(),
  category: Column.optional(),
  channel: Column.optional(),
  segment: Column.optional(),
  language: Column.optional(),
  queue: Column.optional(),
  assignedTo: Column.optional(),
  updatedBy: Column.optional(),
  resolution: Column.optional(),
  slaMet: Column.optional(),
  reopenCount: Column.optional()
})

const Values = z.strictObject({
  status: table(StatusMeaning).optional(),
  priority: table(Priority).optional(),
  category: table(Category).optional(),
  channel: table(Channel).optional(),
  segment: table(Segment).optional(),
  language: table(Language).optional(),
  queue: table(QueueName).optional(),
  resolution: table(Resolution).optional(),
  slaMet: table(z.boolean()).optional()
})
/** The fields whose values are words of the file: each that has a column needs its table. */
export const TABLE_FIELDS = Values.keyof().options
export type TableField = keyof z.infer<typeof Values>

export const DateField = z.enum(['openedAt', 'updatedAt', 'resolvedAt', 'closedAt'])
export type DateField = z.infer<typeof DateField>
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-form')

const Dates = z.strictObject({
  /** Luxon tokens, or `iso`; tried in this order. */
  formats: z.array(z.string().min(1)).min(1),
  /** The zone of dates that carry none. */
  zone: z.string().min(1),
  /** The hour a date without one gets, per field; otherwise midnight. */
  timeOfDay: z.partialRecord(DateField, TimeOfDay).default({})
})

/** What a case has until a row says otherwise; for a field without a column simply what it has. */
const Defaults = z.strictObject({
  status: z.enum(['new', 'open', 'pending']),
  queue: QueueName,
  priority: Priority,
  category: Category,
  channel: Channel,
  segment: Segment,
  language: Language,
  resolution: Resolution
})

const Arrival = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('as-recorded') }),
  /** Cases that are still open are dated anew so that they wait now, in their old order, over these hours. */
  z.strictObject({ mode: z.literal('waiting'), overHours: z.number().positive().max(8760) })
])

/** How a file of somebody else's becomes cases: the document an administrator writes, checks in and hands on (IM1). */
export const Mapping = z.strictObject({
  format: z.literal('tierline.mapping/1'),
  /** Part of the id of every case, so that the same case read twice is one case. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'name-form'),
  about: z.string().optional(),
  source: z.discriminatedUnion('type', [Csv, z.strictObject({ type: z.literal('xes') })]),
  kind: z.enum(['event-log', 'case-list']),
  missing: z.array(z.string()).default(['']),
  dates: Dates,
  /** `in-state`: resolvedAt and closedAt may stand there long before they happened; only the status says they did. */
  endDates: z.enum(['in-state', 'always']).default('in-state'),
  columns: Columns,
  values: Values.default({}),
  /** Further columns a case keeps as they are: name of the attribute, column. */
  attributes: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'attribute-form'), Column).default({}),
  defaults: Defaults,
  arrival: Arrival.default({ mode: 'as-recorded' }),
  maxRejectedShare: z.number().min(0).max(1).default(0.05)
})
export type Mapping = z.infer<typeof Mapping>
