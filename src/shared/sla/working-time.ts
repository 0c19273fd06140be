/**
 * The one place that knows how working time passes. Today every team works round the clock; calendars (frames a day,
 * holidays, zones) come in behind these two functions and nothing else needs to change (SL1).
 */

/** When `spanMs` of working time from `fromAt` (ms since epoch) will have passed. A span of 0 or less gives a time at or before `fromAt`. */
export function addWorkingTime(fromAt: number, spanMs: number): number {
  return fromAt + spanMs
}

/** Working time between two instants, in ms; 0 when `toAt` is not after `fromAt`. */
export function workingTimeBetween(fromAt: number, toAt: number): number {
  return Math.max(0, toAt - fromAt)
}
