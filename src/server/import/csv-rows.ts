import type { FoundRecord } from './csv-records.ts'
import type { Found } from './raw-row.ts'
import type { Rejection } from './rejection.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Whole = Extract<FoundRecord, { type: 'record' }>
type Broken = Extract<FoundRecord, { type: 'broken' }>

/**
 * Records to rows: the first is the header, the others must have as many columns. What is passed over between a
 * broken record and the next whole row is leftovers of that record; they share its rejection, which says so.
 */
export class CsvRows {
  readonly #hasHeader: boolean
  #columns: readonly string[] | undefined
  /** A rejection that waits to learn how far it reaches; up to `until` nothing but a whole row ends it. */
  #lost: { readonly rejection: Rejection; readonly until: number; readonly last: number } | undefined

  constructor(hasHeader: boolean) {
    this.#hasHeader = hasHeader
  }

  take(record: FoundRecord): Found[] {
    return record.type === 'broken' ? this.#broken(record) : this.#whole(record)
  }

  end(): Found[] {
    return this.#reported()
  }

  #whole({ line, last, values }: Whole): Found[] {
    if (!this.#columns && this.#hasHeader) return this.#header(values.map((name) => name.trim()))
    const header = this.#columns ? [] : this.#header(values.map((_, index) => `${index + 1}`))
    const columns = this.#columns ?? []
    if (values.length !== columns.length) return this.#wrongCount({ line, last, values }, columns.length)
    const row = { line, values: new Map(columns.map((name, index) => [name, values[index] ?? ''])) }
    return [...this.#reported(), ...header, { type: 'row', row }]
  }

  #header(columns: string[]): Found[] {
    this.#columns = columns
    return [{ type: 'header', columns }]
  }

  #wrongCount({ line, last, values }: Omit<Whole, 'type'>, wanted: number): Found[] {
    if (this.#lost && line <= this.#lost.until) {
      this.#lost = { ...this.#lost, last: last.number }
      return []
    }
    const has = values.length
    const cut = last.end === '' && has < wanted
    const rejection: Rejection = {
      line,
      why: cut ? { code: 'truncated', columns: { has, wanted } } : { code: 'wrong-column-count', has, wanted }
    }
    return [...this.#reported(), { type: 'rejected', rejection }]
  }

  #broken({ line, until, why }: Broken): Found[] {
    if (!this.#columns) throw new UnreadableFile({ code: 'broken-header', why })
    // A record that breaks among the leftovers of another one is still the same wreck.
    if (this.#lost && line <= this.#lost.until) {
      this.#lost = { ...this.#lost, until: Math.max(until, this.#lost.until), last: line }
      return []
    }
    const before = this.#reported()
    this.#lost = { rejection: { line, why }, until, last: line }
    return before
  }

  #reported(): Found[] {
    if (!this.#lost) return []
    const { rejection, last } = this.#lost
    this.#lost = undefined
    return [
      { type: 'rejected', rejection: last > rejection.line ? { ...rejection, until: last } : rejection }
    ]
  }
}
