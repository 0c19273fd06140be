import { type Around, checkMatrix, mayPublish } from '../shared/escalation/check/check-matrix.ts'
import type { Finding } from '../shared/escalation/finding.ts'
import type { Matrix } from '../shared/escalation/matrix.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { Person } from '../shared/people/person.ts'
import type { Reader } from '../sqlite/db.ts'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'
import { countOpenCases } from './log/cases.ts'
import { newestMatrixVer, pushMatrix } from './log/matrices.ts'
import { listPeople, putPerson } from './log/people.ts'

/** Puts a matrix in force under the next version, and tells everybody. One with errors changes nothing. */
export function publishMatrix(
  desk: Desk,
  candidate: unknown,
  author: string
): Result<Matrix, readonly Finding[]> {
  const published = desk.db.write((tx) => {
    const checked = checkMatrix(withVersion(candidate), aroundHere(tx))
    if (!checked.matrix || !mayPublish(checked)) return no(checked.findings)
    const matrix: Matrix = { ...checked.matrix, version: newestMatrixVer(tx) + 1, author }
    pushMatrix(tx, matrix, desk.now())
    return ok(matrix)
  })
  if (published.ok) announce(desk)
  return published
}

/** What a matrix must fit to here. People count once there are some: a workspace begins with its matrix. */
export function aroundHere(db: Reader): Around {
  const people = listPeople(db)
  return {
    people: people.length > 0 ? people : null,
    openCases: { queues: countOpenCases(db, 'queue'), categories: countOpenCases(db, 'category') }
  }
}

/** The version is given here, so a file may leave it out. */
export function withVersion(candidate: unknown): unknown {
  return typeof candidate === 'object' && candidate !== null ? { version: 1, ...candidate } : candidate
}

/** Adds or changes a person, and tells those it matters to. */
export function changePerson(desk: Desk, person: Person): void {
  const parsed = Person.parse(person)
  desk.db.write((tx) => putPerson(tx, parsed))
  announce(desk)
}
