import { type Desk, type Seat, send } from './desk.ts'
import { newestMatrixVer } from './log/matrices.ts'
import { getPeopleVer } from './log/meta.ts'
import { findPerson } from './log/people.ts'

/** Tells every console of a new matrix and of changed people, whoever changed them: this server or the command line beside it. */
export function announce(desk: Desk): void {
  // Read here, so that the transactions that judge by it need not read it each.
  desk.getMatrix(desk.db)
  const matrixVer = newestMatrixVer(desk.db)
  if (matrixVer !== desk.announced.matrixVer) {
    desk.announced.matrixVer = matrixVer
    for (const seat of desk.seats) if (seat.greeted) send(seat, 'sync:rehello', { why: 'matrix' })
  }
  const peopleVer = getPeopleVer(desk.db)
  if (peopleVer === desk.announced.peopleVer) return
  desk.announced.peopleVer = peopleVer
  for (const seat of desk.seats) tellOfPeople(desk, seat)
}

/** Whose sight changed must fetch it anew, and is told nothing more until then; the others only learn the names. */
function tellOfPeople(desk: Desk, seat: Seat): void {
  const { greeted } = seat
  if (!greeted) return
  const isSightChanged = findPerson(desk.db, seat.who.personId)?.scopeVer !== greeted.scopeVer
  if (isSightChanged) greeted.isLive = false
  send(seat, 'sync:rehello', { why: isSightChanged ? 'scopes' : 'people' })
}
