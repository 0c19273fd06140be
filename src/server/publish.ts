import type { Matrix } from '../shared/escalation/matrix.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { Person } from '../shared/people/person.ts'
import { checkMatrix, type MatrixProblem } from './check-matrix.ts'
import { type Desk, send } from './desk.ts'
import { listOpenQueues } from './log/cases.ts'
import { newestMatrixVer, pushMatrix } from './log/matrices.ts'
import { findPerson, putPerson } from './log/people.ts'

/** Puts a matrix in force under the next version, and tells everybody. A bad one changes nothing. */
export function publishMatrix(
  desk: Desk,
  candidate: unknown,
  author: string
): Result<Matrix, readonly MatrixProblem[]> {
  const published = desk.db.write((tx) => {
    const checked = checkMatrix(withVersion(candidate), {
      hasPerson: (id) => findPerson(tx, id) !== undefined,
      openQueues: listOpenQueues(tx)
    })
    if (!checked.ok) return no(checked.error)
    const matrix: Matrix = { ...checked.value, version: newestMatrixVer(tx) + 1, author }
    pushMatrix(tx, matrix, desk.now())
    return ok(matrix)
  })
  if (published.ok) for (const seat of desk.seats) send(seat, 'sync:rehello', { why: 'matrix' })
  return published
}

/** The version is given here, so a file may leave it out. */
function withVersion(candidate: unknown): unknown {
  return typeof candidate === 'object' && candidate !== null ? { version: 1, ...candidate } : candidate
}

/** Adds or changes a person. Whose sight that changes must fetch it anew; the others only learn of it. */
export function changePerson(desk: Desk, given: Person): void {
  const person = Person.parse(given)
  const isSightChanged = desk.db.write((tx) => putPerson(tx, person))
  for (const seat of desk.seats) {
    const isTheirs = seat.who.personId === person.id && isSightChanged
    if (isTheirs && seat.greeted) seat.greeted.isLive = false
    send(seat, 'sync:rehello', { why: isTheirs ? 'scopes' : 'people' })
  }
}
