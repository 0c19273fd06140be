import { DateTime, type TokenParser } from 'luxon'
import type { DateField, Mapping } from './mapping.ts'

type Format = { readonly read: (text: string) => DateTime; readonly hasTime: boolean }

/** Reads the dates of one mapping, to milliseconds; `undefined` when no format fits. */
export class DateReader {
  readonly #formats: readonly Format[]
  readonly #timeOfDay: Mapping['dates']['timeOfDay']
  /** Logs repeat their dates from row to row: reading each once makes a big file twice as fast. */
  readonly #seen = new Map<string, number | undefined>()

  constructor({ formats, zone, timeOfDay }: Mapping['dates']) {
    this.#formats = formats.map((format) => formatOf(format, zone))
    this.#timeOfDay = timeOfDay
  }

  read(text: string, field: DateField): number | undefined {
    const key = `${field} ${text}`
    if (this.#seen.has(key)) return this.#seen.get(key)
    if (this.#seen.size > 20_000) this.#seen.clear()
    const at = this.#readNew(text, field)
    this.#seen.set(key, at)
    return at
  }

  #readNew(text: string, field: DateField): number | undefined {
    for (const format of this.#formats) {
      const date = format.read(text)
      if (!date.isValid) continue
      const hour = format.hasTime ? undefined : this.#timeOfDay[field]
      return (hour === undefined ? date : atHour(date, hour)).toMillis()
    }
    return undefined
  }
}

function formatOf(format: string, zone: string): Format {
  if (format === 'iso') return { read: (text) => DateTime.fromISO(text, { zone }), hasTime: true }
  const parser: TokenParser = DateTime.buildFormatParser(format, { locale: 'en-US' })
  return {
    read: (text) => DateTime.fromFormatParser(text, parser, { zone, locale: 'en-US' }),
    hasTime: /[HhmtTX]/.test(format.replace(/'[^']*'/g, ''))
  }
}

function atHour(date: DateTime, hour: string): DateTime {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return date.set({ hour: hours, minute: minutes })
}
