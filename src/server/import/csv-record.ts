import type { RowReason } from '../../shared/protocol/imports.ts'

export type Dialect = { readonly delimiter: string; readonly quote: string | null }

/** What a line did to the record being read: it ended it, it goes on in the next line, or it cannot be read. */
export type Fed =
  | { readonly type: 'done'; readonly values: string[] }
  | { readonly type: 'more' }
  | { readonly type: 'broken'; readonly why: RowReason }

const MORE: Fed = { type: 'more' }

/**
 * One record of a CSV file, fed line by line. Quotes as in RFC 4180: a value that starts with a quote runs to the
 * closing one, over line ends too; a doubled quote is one quote. A quote inside a value that did not start with one
 * is an ordinary character, as in `27" screen`.
 */
export class CsvRecord {
  readonly #dialect: Dialect
  readonly #values: string[] = []
  #quoted: string | undefined

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  /** Takes the next line, and the line end before it, which belongs to a quoted value that runs over it. */
  feed(line: string, endBefore: string): Fed {
    if (this.#quoted === undefined) return this.#plain(line, 0)
    this.#quoted += endBefore
    return this.#quotedValue(line, 0)
  }

  #plain(line: string, start: number): Fed {
    const { delimiter, quote } = this.#dialect
    let at = start
    for (;;) {
      if (quote !== null && line[at] === quote) {
        this.#quoted = ''
        return this.#quotedValue(line, at + 1)
      }
      const end = line.indexOf(delimiter, at)
      if (end < 0) {
        this.#values.push(line.slice(at))
        return { type: 'done', values: this.#values }
      }
      this.#values.push(line.slice(at, end))
      at = end + 1
    }
  }

  #quotedValue(line: string, start: number): Fed {
    const { delimiter } = this.#dialect
    const quote = this.#dialect.quote ?? ''
    let at = start
    for (;;) {
      const end = line.indexOf(quote, at)
      if (end < 0) {
        this.#quoted += line.slice(at)
        return MORE
      }
      this.#quoted += line.slice(at, end)
      const next = line[end + 1]
      if (next === quote) {
        this.#quoted += quote
        at = end + 2
        continue
      }
      this.#values.push(this.#quoted ?? '')
      this.#quoted = undefined
      if (next === undefined) return { type: 'done', values: this.#values }
      if (next === delimiter) return this.#plain(line, end + 2)
      return { type: 'broken', why: { code: 'stray-quote', found: next } }
    }
  }
}
