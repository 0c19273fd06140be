import type { Around } from '../../shared/case/options-for.ts'
import type { Reader } from '../../sqlite/db.ts'
import { grantedElsewhere } from '../../tables/grants.ts'
import type { Place } from '../place.ts'

/** What the buttons of a case depend on besides the case, the person and the matrix. */
export function around(db: Reader, place: Place, at: number): Around {
  return {
    people: place.people,
    at,
    grantedElsewhere: (kase, action, since) => grantedElsewhere(db, kase, action, since)
  }
}
