import type { Person } from '../../../shared/people/person.ts'
import { Tier } from '../../../shared/people/tier.ts'

export type TierOfPeople = { readonly tier: Tier; readonly people: readonly Person[] }

/** The people of a demo by tier, the lowest first; within one in the order of the workspace. */
export function byTier(people: readonly Person[]): readonly TierOfPeople[] {
  return Tier.options
    .map((tier) => ({ tier, people: people.filter((person) => person.tier === tier) }))
    .filter((group) => group.people.length > 0)
}
