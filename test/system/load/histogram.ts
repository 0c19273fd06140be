/** How often each whole number of milliseconds was measured. Plain, so that it can be sent from process to process. */
export type Histogram = Record<string, number>

export function add(to: Histogram, ms: number, times = 1): void {
  const key = String(Math.max(0, Math.round(ms)))
  to[key] = (to[key] ?? 0) + times
}

export function merged(all: readonly Histogram[]): Histogram {
  const whole: Histogram = {}
  for (const one of all) for (const [ms, times] of Object.entries(one)) add(whole, Number(ms), times)
  return whole
}

export function countOf(of: Histogram): number {
  return Object.values(of).reduce((sum, times) => sum + times, 0)
}

/** The time that this share of all measured did not exceed (ms); 0 when nothing was. */
export function quantile(of: Histogram, share: number): number {
  const sorted = Object.entries(of)
    .map(([ms, times]) => [Number(ms), times] as const)
    .sort(([a], [b]) => a - b)
  let left = countOf(of) * share
  for (const [ms, times] of sorted) {
    left -= times
    if (left <= 0) return ms
  }
  return sorted.at(-1)?.[0] ?? 0
}
