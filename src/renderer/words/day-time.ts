import type { Format } from './format.ts'

/** When something is due or was done: the time if that is today, else the day and the time. */
export function dayTime(at: number, now: number, format: Pick<Format, 'date' | 'time'>): string {
  const day = format.date(at, now)
  return day === format.date(now, now) ? format.time(at) : `${day}, ${format.time(at)}`
}
