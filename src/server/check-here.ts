import { type Around, type Checked, checkMatrix } from '../shared/escalation/check/check-matrix.ts'
import type { Reader } from '../sqlite/db.ts'
import { countOpenCases } from './log/cases.ts'
import { listPeople } from './log/people.ts'

/** Checks a document among the people and cases of this server. */
export function checkHere(db: Reader, candidate: unknown): Checked {
  return checkMatrix(withVersion(candidate), aroundHere(db))
}

/** What a matrix must fit to here. People count once there are some: a workspace begins with its matrix. */
export function aroundHere(db: Reader): Around {
  const people = listPeople(db)
  return {
    people: people.length > 0 ? people : null,
    openCases: { queues: countOpenCases(db, 'queue'), categories: countOpenCases(db, 'category') }
  }
}

/** The version is given when it is published, so a file may leave it out. */
function withVersion(candidate: unknown): unknown {
  return typeof candidate === 'object' && candidate !== null ? { version: 1, ...candidate } : candidate
}
