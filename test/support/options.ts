import type { Option } from '../../src/shared/case/option.ts'
import { optionsFor } from '../../src/shared/case/options-for.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { type Desk, people } from './cases.ts'

/** The buttons of the case for somebody. */
export const optionsOf = (one: Desk, by: Person): Option[] =>
  optionsFor(one.kase, by, one.matrix, { people, at: one.now })

/** The ids of those that can be pressed. */
export const can = (one: Desk, by: Person): string[] =>
  optionsOf(one, by)
    .filter((option) => option.can)
    .map((option) => option.id)

/** One of them, pressable or not. */
export const find = (one: Desk, by: Person, id: string): Option | undefined =>
  optionsOf(one, by).find((option) => option.id === id)
