import { TextDecoder } from 'node:util'
import type { RowReason } from '../../shared/protocol/imports.ts'
import { CsvRecord, type Dialect, type Fed } from './csv-record.ts'
import { LONGEST_LINE, type TextLine } from './text-lines.ts'

/** A quote that is still open after so much was never meant to span it: it was forgotten. */
const LONGEST_RECORD = 1_000_000
const MOST_LINES = 10_000

/** A record with the line it starts on and the line it ends with, or one that cannot be read, with the last line tried. */
export type FoundRecord =
  | { readonly type: 'record'; readonly line: number; readonly last: TextLine; readonly values: string[] }
  | {
      readonly type: 'broken'
      readonly line: number
      readonly until: number
      readonly why: RowReason
    }

type Open = { readonly record: CsvRecord; readonly lines: TextLine[]; size: number; isText: boolean }

/**
 * Physical lines to records. A record that cannot be read costs only itself: reading starts again at the line after
 * the one it began on, so a forgotten quote does not swallow the rest of the file.
 */
export class CsvRecords {
  readonly #dialect: Dialect
  readonly #decoder: TextDecoder
  #open: Open | undefined

  constructor(dialect: Dialect, encoding: 'utf-8' | 'latin1') {
    this.#dialect = dialect
    // Files called latin1 are windows-1252 in practice, which only adds the quotes and the euro sign.
    const label = encoding === 'latin1' ? 'windows-1252' : 'utf-8'
    this.#decoder = new TextDecoder(label, { ignoreBOM: true, fatal: true })
  }

  /** Takes the next physical line and gives what it completed. */
  push(line: TextLine): FoundRecord[] {
    const found: FoundRecord[] = []
    const waiting = [line]
    for (let next = waiting.shift(); next; next = waiting.shift()) waiting.unshift(...this.#read(next, found))
    return found
  }

  /** The file has ended. */
  end(): FoundRecord[] {
    const found: FoundRecord[] = []
    while (this.#open) {
      const again =
        this.#open.lines.at(-1)?.end === ''
          ? this.#fail({ code: 'truncated', columns: null }, found)
          : this.#fail({ code: 'unclosed-quote' }, found)
      for (const one of again) found.push(...this.push(one))
    }
    return found
  }

  /** Gives the lines to read again, when a record broke. */
  #read(line: TextLine, found: FoundRecord[]): TextLine[] {
    if (!this.#open && line.bytes.length === 0) return []
    const open = this.#open ?? { record: new CsvRecord(this.#dialect), lines: [], size: 0, isText: true }
    const endBefore = open.lines.at(-1)?.end ?? ''
    const text = this.#text(line)
    this.#open = open
    open.lines.push(line)
    open.size += line.bytes.length
    open.isText &&= text !== undefined
    if (line.bytes.length > LONGEST_LINE) {
      const has = line.bytes.length
      return this.#fail({ code: 'too-long', has, most: LONGEST_LINE, unit: 'bytes' }, found)
    }
    return this.#took(open, line, open.record.feed(text ?? line.bytes.toString('latin1'), endBefore), found)
  }

  #took(open: Open, line: TextLine, fed: Fed, found: FoundRecord[]): TextLine[] {
    switch (fed.type) {
      case 'more':
        if (open.size <= LONGEST_RECORD && open.lines.length < MOST_LINES) return []
        return this.#fail({ code: 'unclosed-quote' }, found)
      case 'broken':
        return this.#fail(fed.why, found)
      case 'done':
        if (!open.isText) return this.#fail({ code: 'not-text' }, found)
        this.#open = undefined
        found.push({
          type: 'record',
          line: open.lines[0]?.number ?? line.number,
          last: line,
          values: fed.values
        })
        return []
    }
  }

  /** `undefined` when the bytes are no text in this encoding. */
  #text({ bytes }: TextLine): string | undefined {
    if (bytes.includes(0)) return undefined
    try {
      return this.#decoder.decode(bytes)
    } catch {
      return undefined
    }
  }

  #fail(why: RowReason, found: FoundRecord[]): TextLine[] {
    const lines = this.#open?.lines ?? []
    this.#open = undefined
    const line = lines[0]?.number ?? 0
    found.push({ type: 'broken', line, until: lines.at(-1)?.number ?? line, why })
    return lines.slice(1)
  }
}
