const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const KILO = 1000
/** What a browser's own field for a day and a time gives, and nothing else. */
const TYPED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

export type Format = ReturnType<typeof createFormat>

/** Numbers, money and times as one language writes them. Times are ms since epoch, spans are ms. */
export function createFormat(locale: string, timeZone?: string) {
  const zone = timeZone ? { timeZone } : {}
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const times = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone
  })
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const daysWithYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...zone
  })
  const moments = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...zone
  })
  const letters = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...zone
  })
  const clocks = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...zone
  })
  /** How far this zone's clocks are ahead of UTC at a moment. */
  const aheadAt = (at: number) => {
    const part = new Map(clocks.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const [year = 0, month = 1, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((name) => part.get(name))
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
  }
  const dayKeys = new Intl.DateTimeFormat('en-CA', { ...zone })
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' })
  const currencies = new Map<string, Intl.NumberFormat>()
  const units = new Map<string, Intl.NumberFormat>()

  const currencyOf = (currency: string) => {
    const known = currencies.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency })
    currencies.set(currency, known)
    return known
  }
  const unit = (
    count: number,
    name: 'day' | 'hour' | 'minute' | 'second' | 'byte' | 'kilobyte' | 'megabyte'
  ) => {
    // "min" everywhere: the narrow "m" of some languages could be metres or months.
    const display = name === 'day' || name === 'byte' ? 'long' : 'short'
    const known =
      units.get(name) ?? new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: display })
    units.set(name, known)
    if (name === 'hour') return `${numbers.format(count)} h`
    if (name === 'minute') return `${numbers.format(count)} min` // British English would say "mins"
    return known.format(count).replace(/\.$/, '')
  }
  const time = (at: number) => times.format(at)
  const date = (at: number, now = at) => (yearOf(at) === yearOf(now) ? days : daysWithYear).format(at)
  const yearOf = (at: number) => dayKeys.format(at).slice(0, 4)

  return {
    locale,
    number: (value: number) => numbers.format(value),
    percent: (part: number) => percents.format(part),
    /** 1250, EUR: "12,50 €". */
    money(minor: number, currency: string) {
      const amounts = currencyOf(currency)
      return amounts.format(minor / 10 ** (amounts.resolvedOptions().maximumFractionDigits ?? 2))
    },
    /** "14:02" */
    time,
    /** "3 Jun", with the year when it is another than now's. */
    date,
    /** "2026-06-03": the same for all moments of a day, and for no others. */
    dayKey: (at: number) => dayKeys.format(at),
    /** Everything, for a tooltip: "Wednesday, 3 June 2026 at 14:02 CEST". */
    moment: (at: number) => moments.format(at),
    /** For a letter, which is read on another day and in another place: "3 June at 14:02 CEST". */
    inLetter: (at: number) => letters.format(at),
    /** A day and a time as a browser's field gives them ("2026-11-22T09:30"), read in the zone times are written in; else NaN. */
    readTyped(typed: string) {
      const asUtc = TYPED.test(typed) ? Date.parse(`${typed}Z`) : Number.NaN
      if (Number.isNaN(asUtc)) return asUtc
      // Near a change of the clocks the first guess may have the offset of the other side.
      const guess = asUtc - aheadAt(asUtc)
      return asUtc - aheadAt(guess)
    },
    /** The time today, the day before that: for lists. */
    when: (at: number, now: number) =>
      dayKeys.format(at) === dayKeys.format(now) ? time(at) : date(at, now),
    /** "in 5 minutes", "2 days ago". */
    relative(at: number, now: number) {
      const span = at - now
      const size = Math.abs(span)
      if (size < MINUTE) return relatives.format(0, 'second')
      if (size < HOUR) return relatives.format(Math.trunc(span / MINUTE), 'minute')
      if (size < DAY) return relatives.format(Math.trunc(span / HOUR), 'hour')
      return relatives.format(Math.trunc(span / DAY), 'day')
    },
    /** "1 h 12 min", "2 days 4 h", "45 sec": two units at most. */
    duration(spanMs: number) {
      const span = Math.abs(spanMs)
      if (span < MINUTE) return unit(Math.floor(span / 1000), 'second')
      if (span < HOUR) return unit(Math.floor(span / MINUTE), 'minute')
      const [big, small, bigName, smallName] =
        span < DAY ? ([HOUR, MINUTE, 'hour', 'minute'] as const) : ([DAY, HOUR, 'day', 'hour'] as const)
      const rest = Math.floor((span % big) / small)
      const whole = unit(Math.floor(span / big), bigName)
      return rest === 0 ? whole : `${whole} ${unit(rest, smallName)}`
    },
    /** "412 bytes", "1.2 kB", "17.6 MB". */
    size(bytes: number) {
      const [name, each] =
        bytes < KILO
          ? (['byte', 1] as const)
          : bytes < KILO ** 2
            ? (['kilobyte', KILO] as const)
            : (['megabyte', KILO ** 2] as const)
      return unit(Math.round((bytes / each) * 10) / 10, name)
    },
    /** "Ana, Ben and Carla" */
    list: (items: readonly string[]) => lists.format(items),
    /** "Ana, Ben or Carla" */
    either: (items: readonly string[]) => choices.format(items)
  }
}
