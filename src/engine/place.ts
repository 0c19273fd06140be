import type { Matrix } from '../shared/escalation/matrix.ts'
import type { PersonId } from '../shared/lib/ids.ts'
import type { Person } from '../shared/people/person.ts'
import type { Reader } from '../sqlite/db.ts'
import { findMeta } from './store/meta.ts'

/** Where a case is judged: who is asking, under which matrix, among whom. Kept in memory, since every act needs it. */
export type Place = {
  readonly person: Person
  readonly matrix: Matrix
  readonly people: readonly Person[]
  readonly riskShare: number
  readonly findPerson: (id: PersonId) => Person | undefined
}

export function toPlace(person: Person, matrix: Matrix, people: readonly Person[]): Place {
  const byId = new Map(people.map((one) => [one.id, one]))
  return { person, matrix, people, riskShare: matrix.riskShare, findPerson: (id) => byId.get(id) }
}

/** What this device was last told, or undefined before it has ever met its server. */
export function findPlace(db: Reader): Place | undefined {
  const person = findMeta(db, 'person')
  const matrix = findMeta(db, 'matrix')
  const people = findMeta(db, 'people')
  return person && matrix && people && toPlace(person, matrix, people.list)
}
