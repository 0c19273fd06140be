import type { Person } from '../../../shared/people/person.ts'
import { Tier } from '../../../shared/people/tier.ts'

/** `tier` null: the administrators, who configure and work no cases. */
export type GroupOfPeople = { readonly tier: Tier | null; readonly people: readonly Person[] }

/** The people of a demo by tier, the lowest first, administrators last; within one in the order of the workspace. */
export function byTier(people: readonly Person[]): readonly GroupOfPeople[] {
  const isAdministrator = (person: Person) => person.role === 'administrator'
  const working = people.filter((person) => !isAdministrator(person))
  return [
    ...Tier.options.map((tier) => ({ tier, people: working.filter((person) => person.tier === tier) })),
    { tier: null, people: people.filter(isAdministrator) }
  ].filter((group) => group.people.length > 0)
}
