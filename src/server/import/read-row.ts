import { hashOf } from '../../shared/lib/hash.ts'
import { DateReader } from './dates.ts'
import type { Mapping, StatusMeaning } from './mapping.ts'
import type { RawRow } from './raw-row.ts'
import { RawValues } from './raw-values.ts'
import type { Rejection } from './rejection.ts'
import type { Row, RowStatus } from './row.ts'
import { rowTime } from './row-time.ts'

export type ReadRow =
  | { readonly type: 'row'; readonly row: Row }
  | { readonly type: 'left-out' }
  | { readonly type: 'rejected'; readonly rejection: Rejection }

const DAY = 86_400_000
const LONGEST_SUBJECT = 300
const LONGEST_ID = 100

/** Rows of the file to rows in the product's words, by one mapping. `now` is when the import was begun. */
export class RowReader {
  readonly #mapping: Mapping
  readonly #missing: ReadonlySet<string>
  readonly #dates: DateReader
  readonly #latest: number

  constructor(mapping: Mapping, now: number) {
    this.#mapping = mapping
    this.#missing = new Set(mapping.missing)
    this.#dates = new DateReader(mapping.dates)
    this.#latest = now + DAY
  }

  read(raw: RawRow): ReadRow {
    const values = new RawValues(raw, this.#mapping, this.#missing, this.#dates)
    const externalId = this.#externalId(raw, values)
    const row = externalId === undefined ? undefined : this.#row(raw.line, externalId, values)
    if (values.problem) {
      const id = externalId === undefined ? {} : { externalId }
      return { type: 'rejected', rejection: { line: raw.line, ...values.problem, ...id } }
    }
    return row ? { type: 'row', row } : { type: 'left-out' }
  }

  #externalId(raw: RawRow, values: RawValues): string | undefined {
    const { externalId } = this.#mapping.columns
    if (typeof externalId !== 'string') return hashOf([...raw.values]).slice(0, 12)
    const id = values.column(externalId)
    if (id === undefined) return values.wrong({ code: 'missing-value', what: 'id' }, externalId)
    if (id.length > LONGEST_ID)
      return values.wrong(
        { code: 'too-long', has: id.length, most: LONGEST_ID, unit: 'characters' },
        externalId,
        id
      )
    return id
  }

  /** `undefined` when the mapping says to leave the row out, or when something is wrong with it. */
  #row(line: number, externalId: string, values: RawValues): Row | undefined {
    const openedAt = values.date('openedAt')
    const resolvedAt = values.date('resolvedAt')
    const closedAt = values.date('closedAt')
    const updatedAt = values.date('updatedAt')
    const meaning = values.meaning('status')
    if (values.problem || meaning === 'leave-out') return undefined
    const status = this.#status(meaning, resolvedAt, closedAt)
    const dates = { openedAt, updatedAt, resolvedAt, closedAt, ended: isEnd(status) }
    const at = rowTime(values, dates, this.#mapping, this.#latest)
    if (at === undefined) return undefined
    return dropUndefined({
      line,
      externalId,
      at,
      revision: values.number('revision') ?? 0,
      subject: cut(values.text('subject')),
      body: values.text('body'),
      customerId: values.name('customerId'),
      customerName: values.text('customerName'),
      openedAt,
      resolvedAt,
      closedAt,
      status,
      priority: values.meaning('priority'),
      category: values.meaning('category'),
      channel: values.meaning('channel'),
      segment: values.meaning('segment'),
      language: values.meaning('language'),
      queue: values.meaning('queue'),
      assignedTo: values.name('assignedTo'),
      updatedBy: values.name('updatedBy'),
      resolution: values.meaning('resolution'),
      slaMet: values.meaning('slaMet'),
      reopenCount: values.number('reopenCount'),
      attributes: values.attributes()
    })
  }

  #status(
    meaning: Exclude<StatusMeaning, 'leave-out'> | undefined,
    resolvedAt?: number,
    closedAt?: number
  ): RowStatus | undefined {
    if (this.#mapping.endDates === 'always') {
      if (closedAt !== undefined) return { status: 'closed' }
      if (resolvedAt !== undefined) return { status: 'resolved' }
    }
    return typeof meaning === 'string' ? { status: meaning } : meaning
  }
}

function isEnd(status: RowStatus | undefined): boolean {
  return status?.status === 'resolved' || status?.status === 'closed'
}

function cut(subject: string | undefined): string | undefined {
  if (subject === undefined || subject.length <= LONGEST_SUBJECT) return subject
  return `${subject.slice(0, LONGEST_SUBJECT - 1)}…`
}

type Absent<T> = { [K in keyof T]: T[K] | undefined }

function dropUndefined(
  row: Absent<Row> & Pick<Row, 'line' | 'externalId' | 'at' | 'revision' | 'attributes'>
): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row
}
