import type { Matrix } from '../shared/escalation/matrix.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { Person } from '../shared/people/person.ts'
import { announce } from './announce.ts'
import { checkMatrix, type MatrixProblem } from './check-matrix.ts'
import type { Desk } from './desk.ts'
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
  if (published.ok) announce(desk)
  return published
}

/** The version is given here, so a file may leave it out. */
function withVersion(candidate: unknown): unknown {
  return typeof candidate === 'object' && candidate !== null ? { version: 1, ...candidate } : candidate
}

/** Adds or changes a person, and tells those it matters to. */
export function changePerson(desk: Desk, person: Person): void {
  const parsed = Person.parse(person)
  desk.db.write((tx) => putPerson(tx, parsed))
  announce(desk)
}
