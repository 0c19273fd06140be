import type { PersonId } from '../shared/lib/ids.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { type Absence, maySetAway, type Person } from '../shared/people/person.ts'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'
import { findPerson, putPerson } from './log/people.ts'

export type AbsenceRefusal = { readonly type: 'NotFound' | 'NotAllowed' | 'InThePast' }

/**
 * Notes that somebody will be away, or is back (null). What they may see stays as it is, so nobody fetches anything anew;
 * every console learns it with the people. `by` undefined: the command line.
 */
export async function setAway(
  desk: Desk,
  by: Person | undefined,
  id: PersonId,
  away: Absence | null
): Promise<Result<Person, AbsenceRefusal>> {
  if (away && away.until <= desk.now()) return no({ type: 'InThePast' })
  const set = await desk.home.write((tx): Result<Person, AbsenceRefusal> => {
    const person = findPerson(tx, id)?.person
    if (!person) return no({ type: 'NotFound' })
    if (by && !maySetAway(by, person)) return no({ type: 'NotAllowed' })
    const { away: _before, ...rest } = person
    const next = away ? { ...rest, away } : rest
    putPerson(tx, next)
    return ok(next)
  })
  if (set.ok) announce(desk)
  return set
}
