import type { Label, Matrix } from '../../shared/escalation/matrix.ts'
import { CUSTOMER, SYSTEM } from '../../shared/lib/ids.ts'
import type { Language, Person } from '../../shared/people/person.ts'
import type { Queue } from '../../shared/people/queue.ts'
import type { Tier } from '../../shared/people/tier.ts'
import type { Names } from '../words/names.ts'

export type { Names }

/** What of a document has names. */
type Named = Pick<Matrix, 'tiers' | 'categories'> & Partial<Pick<Matrix, 'exceptions'>>

type NamesOf = {
  readonly matrix: Named | null
  readonly people: readonly Person[]
  readonly language: Language
  readonly special: { readonly system: string; readonly customer: string }
}

export function namesOf({ matrix, people, language, special }: NamesOf): Names {
  const inLanguage = (label: Label): string => label[language] || label.en
  const byId = new Map<string, string>(people.map((person) => [person.id, person.name]))
  byId.set(SYSTEM, special.system)
  byId.set(CUSTOMER, special.customer)
  const tierOf = (tier: Tier) => matrix?.tiers.find((one) => one.id === tier)
  const team = ({ tier, team }: Queue): string => {
    const found = tierOf(tier)?.teams.find((one) => one.id === team)
    return found ? inLanguage(found.name) : team
  }
  return {
    // Imported history names people of elsewhere as `x:Resolver 12`.
    person: (id) => byId.get(id) ?? id.replace(/^x:/, ''),
    queue: (queue) => `${queue.tier} ${team(queue)}`,
    tier(tier) {
      const found = tierOf(tier)
      return found ? inLanguage(found.name) : tier
    },
    team,
    category(id) {
      const found = matrix?.categories.find((one) => one.id === id)
      return found ? inLanguage(found.name) : id
    },
    exception(id) {
      const found = matrix?.exceptions?.find((one) => one.id === id)
      return found ? inLanguage(found.name) : id
    }
  }
}
