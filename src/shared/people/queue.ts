import { z } from 'zod'
import { Tier } from './tier.ts'

/** What ids of a matrix are made of. */
export const ID_TEXT = /^[a-z0-9-]+$/

/** A team within a tier: small letters, digits, dashes. */
export const TeamId = z
  .string()
  .min(1)
  .max(40)
  .regex(ID_TEXT, 'a team id has small letters, digits and dashes')

/** Where a case waits: tier + team. */
export const Queue = z.object({ tier: Tier, team: TeamId })
export type Queue = z.infer<typeof Queue>

/** `L2/billing`: the queue as one string, for scopes, keys and columns. */
export function queueKey(queue: Queue): string {
  return `${queue.tier}/${queue.team}`
}

export function isSameQueue(a: Queue, b: Queue): boolean {
  return a.tier === b.tier && a.team === b.team
}
