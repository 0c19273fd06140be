import type { Matrix } from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { refusalOf } from './decide.ts'
import type { Option, OptionAbout, OptionField, OptionName } from './option.ts'
import { authorityOptions } from './options-authority.ts'
import { functionalOptions } from './options-functional.ts'
import { statusOptions, talkOptions } from './options-talk.ts'
import { helpOptions, workOptions } from './options-work.ts'
import type { Known } from './rights.ts'

/** What the options depend on besides case, person and matrix: the people of the place, the time, and what the customer was given elsewhere (absent: nothing). */
export type Around = {
  readonly people: readonly Person[]
  readonly at: number
  readonly grantedElsewhere?: Known['grantedElsewhere']
}

/**
 * The buttons of a case for a person: every one is put to the rules of `decide` with its fields filled in, so a button that can be
 * pressed is one the rules say yes to, and a greyed one carries their no (ES4). Names that make no sense at all in the
 * case's state (reopen an open case) are left out rather than greyed.
 */
export function optionsFor(kase: Case, person: Person, matrix: Matrix, around: Around): Option[] {
  const known: Known = {
    at: around.at,
    matrix,
    opId: 'option',
    findPerson: (id) => around.people.find((one) => one.id === id),
    grantedElsewhere: around.grantedElsewhere ?? (() => 0)
  }
  const option: Maker['option'] = (id, name, kind, command, fields, about = {}) => {
    const why = refusalOf(kase, command, person, known)
    return why === undefined
      ? { id, name, kind, about, can: true, fields }
      : { id, name, kind, about, can: false, why }
  }
  const maker = { kase, person, matrix, people: around.people, known, option }
  return [
    ...workOptions(maker),
    ...talkOptions(maker),
    ...statusOptions(maker),
    ...functionalOptions(maker),
    ...helpOptions(maker),
    ...authorityOptions(maker)
  ]
}

/** What the families of buttons are made from; `option` puts the command to the rules. */
export type Maker = {
  readonly kase: Case
  readonly person: Person
  readonly matrix: Matrix
  readonly people: readonly Person[]
  readonly known: Known
  readonly option: (
    id: string,
    name: OptionName,
    kind: Option['kind'],
    command: Command,
    fields: OptionField[],
    about?: OptionAbout
  ) => Option
}
