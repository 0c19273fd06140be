import type { MatrixPlan } from '../../shared/protocol/matrices.ts'

/** The server publishes in its own time. */
const LATE_MS = 3_000
/** Longer than this a browser cannot wait. */
const LONGEST_MS = 24 * 60 * 60_000

/** Plans that came to nothing and that nobody has looked at here yet. */
export function failedPlans(plans: readonly MatrixPlan[], seen: number): readonly MatrixPlan[] {
  return plans.filter(({ state, publishAt }) => state === 'failed' && publishAt > seen)
}

/** When there may be news of a plan; null: none waits. */
export function nextNews(plans: readonly MatrixPlan[], now: number): number | null {
  const times = plans.filter(({ state }) => state === 'waiting').map(({ publishAt }) => publishAt)
  return times.length > 0 ? Math.min(Math.max(0, Math.min(...times) - now) + LATE_MS, LONGEST_MS) : null
}
