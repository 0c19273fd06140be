export type Unit = 'minutes' | 'hours' | 'days'

const IN_MINUTES: Readonly<Record<Unit, number>> = { minutes: 1, hours: 60, days: 60 * 24 }
export const MAX_MINUTES = 60 * 24 * 365

/** The largest unit that says it without a fraction. */
export function unitOf(minutes: number): Unit {
  if (minutes > 0 && minutes % IN_MINUTES.days === 0) return 'days'
  return minutes > 0 && minutes % IN_MINUTES.hours === 0 ? 'hours' : 'minutes'
}

export function inUnit(minutes: number, unit: Unit): number {
  return minutes / IN_MINUTES[unit]
}

/** Whole minutes, or null where it is no time a row can have. */
export function toMinutes(value: number | null, unit: Unit, least: number): number | null {
  if (value === null) return null
  const minutes = Math.round(value * IN_MINUTES[unit])
  return minutes >= least && minutes <= MAX_MINUTES ? minutes : null
}
