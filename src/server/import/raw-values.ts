import { MAX_TEXT } from '../../shared/case/case.ts'
import type { RowReason } from '../../shared/protocol/imports.ts'
import type { DateReader } from './dates.ts'
import type { DateField, Mapping, TableField } from './mapping.ts'
import type { RawRow } from './raw-row.ts'
import { type Rejection, shown } from './rejection.ts'
import { fillTemplate } from './template.ts'

const LONGEST = { subject: Number.POSITIVE_INFINITY, body: MAX_TEXT, customerName: 200 } as const
const LONGEST_NAME = 100
const LONGEST_ATTRIBUTE = 2_000

type Meaning<F extends TableField> = NonNullable<Mapping['values'][F]>['map'][string]

/** One raw row seen through the mapping. Keeps the first thing that is wrong; a row has one rejection, not five. */
export class RawValues {
  readonly #raw: RawRow
  readonly #mapping: Mapping
  readonly #missing: ReadonlySet<string>
  readonly #dates: DateReader
  problem: Omit<Rejection, 'line'> | undefined

  constructor(raw: RawRow, mapping: Mapping, missing: ReadonlySet<string>, dates: DateReader) {
    this.#raw = raw
    this.#mapping = mapping
    this.#missing = missing
    this.#dates = dates
  }

  /** What a column says; `undefined` for one of the marks that mean "nothing known". */
  column(name: string | undefined): string | undefined {
    if (name === undefined) return undefined
    const value = this.#raw.values.get(name)?.trim()
    return value === undefined || this.#missing.has(value) ? undefined : value
  }

  text(field: 'subject' | 'body' | 'customerName'): string | undefined {
    const template = this.#mapping.columns[field]
    if (template === undefined) return undefined
    const text = fillTemplate(template, (column) => this.column(column))?.replaceAll('\r\n', '\n')
    return this.#within(text, LONGEST[field], template)
  }

  name(field: 'customerId' | 'assignedTo' | 'updatedBy'): string | undefined {
    const column = this.#mapping.columns[field]
    return this.#within(this.column(column), LONGEST_NAME, column)
  }

  attributes(): Record<string, string> {
    const found: Record<string, string> = {}
    for (const [name, column] of Object.entries(this.#mapping.attributes)) {
      const value = this.#within(this.column(column), LONGEST_ATTRIBUTE, column)
      if (value !== undefined) found[name] = value
    }
    return found
  }

  date(field: DateField): number | undefined {
    const column = this.#mapping.columns[field]
    const text = this.column(column)
    if (text === undefined) return undefined
    const at = this.#dates.read(text, field)
    if (at !== undefined && at >= 0) return at
    return this.wrong({ code: 'bad-date', formats: this.#mapping.dates.formats }, column, text)
  }

  number(field: 'revision' | 'reopenCount'): number | undefined {
    const column = this.#mapping.columns[field]
    const text = this.column(column)
    if (text === undefined) return undefined
    const number = Number(text)
    return Number.isFinite(number) ? number : this.wrong({ code: 'bad-number' }, column, text)
  }

  /** What a word of the file means, by the field's table. */
  meaning<F extends TableField>(field: F): Meaning<F> | undefined {
    const column = this.#mapping.columns[field]
    const value = this.column(column)
    const table: { map: Record<string, unknown>; otherwise: unknown } | undefined =
      this.#mapping.values[field]
    if (value === undefined || !table) return undefined
    const meant = Object.hasOwn(table.map, value) ? table.map[value] : table.otherwise
    if (meant === 'reject') return this.wrong({ code: 'unknown-value', field }, column, value)
    return meant as Meaning<F>
  }

  wrong(why: RowReason, column?: string, value?: string): undefined {
    this.problem ??= {
      why,
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value: shown(value) })
    }
    return undefined
  }

  #within(text: string | undefined, most: number, column: string | undefined): string | undefined {
    if (text === undefined || text.length <= most) return text
    return this.wrong({ code: 'too-long', has: text.length, most, unit: 'characters' }, column, text)
  }
}
