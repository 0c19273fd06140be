import { z } from 'zod'

/** Lowest first. Which of them a company uses, under which names, is configuration (Matrix.tiers). */
export const Tier = z.enum(['L0', 'L1', 'L2', 'L3', 'L4'])
export type Tier = z.infer<typeof Tier>

/** Negative when `a` is below `b`, 0 when equal, positive when above. */
export function compareTiers(a: Tier, b: Tier): number {
  return Tier.options.indexOf(a) - Tier.options.indexOf(b)
}
