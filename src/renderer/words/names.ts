import type { Queue } from '../../shared/people/queue.ts'
import type { Tier } from '../../shared/people/tier.ts'

/** What ids are called, in the language of the screen. An id nobody knows is shown as it is. */
export type Names = {
  person(id: string): string
  /** `L2 Billing` */
  queue(queue: Queue): string
  /** `Front line` */
  tier(tier: Tier): string
  /** `Billing` */
  team(queue: Queue): string
  category(id: string): string
  /** What an approval of an exception allows. */
  exception(id: string): string
}
