import type { PastCase } from './past-case.ts'

const HOUR = 3_600_000

/**
 * When the `index`-th of `count` waiting cases arrives, oldest first: spread over the hours before `now`, unevenly but
 * the same every time, since people do not write at the stroke of a clock.
 */
export function arrivalTime(index: number, count: number, overHours: number, now: number): number {
  const slot = (overHours * HOUR) / count
  const within = ((index * 7919) % 97) / 97
  return Math.round(now - overHours * HOUR + (index + within) * slot)
}

/**
 * The case as if it had been opened at `openedAt`: it keeps its real date, and what happened to it keeps its order.
 * A history longer than the time since then is drawn together to fit before `now`.
 */
export function redated(kase: PastCase, openedAt: number, now: number): PastCase {
  const last = kase.steps.at(-1)?.at ?? kase.openedAt
  const lasted = last - kase.openedAt
  const scale = lasted > 0 ? Math.min(1, (now - openedAt) / lasted) : 1
  const move = (at: number) => Math.round(openedAt + (at - kase.openedAt) * scale)
  return {
    ...kase,
    openedAt,
    sourceDate: kase.openedAt,
    steps: kase.steps.map((step) => ({ ...step, at: move(step.at) }))
  }
}
