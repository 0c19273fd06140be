import { type Around, type Checked, checkMatrix } from '../shared/escalation/check/check-matrix.ts'
import type { OtherAmount } from '../shared/escalation/check/document.ts'
import type { Reader } from '../sqlite/db.ts'
import { countAwaitedQueues, countOpenCases, listAmountsBesides } from './log/cases.ts'
import { findCurrency } from './log/matrices.ts'
import { listPeople } from './log/people.ts'

const DAY = 24 * 60 * 60 * 1000

/** Checks a document among the people and cases of this server, at a time (ms). */
export function checkHere(db: Reader, candidate: unknown, at: number): Checked {
  return checkMatrix(asPublished(candidate), aroundHere(db, candidate, at))
}

/** What a matrix must fit to here. People count once there are some: a workspace begins with its matrix. */
export function aroundHere(db: Reader, candidate: unknown, at: number): Around {
  const people = listPeople(db)
  return {
    people: people.length > 0 ? people : null,
    openCases: {
      queues: countOpenCases(db, 'queue'),
      awaited: countAwaitedQueues(db),
      categories: countOpenCases(db, 'category')
    },
    otherAmounts: otherAmounts(db, candidate, at)
  }
}

/** Looked for only when a document changes the currency: money is asked for and granted in the one in force (ES21). */
function otherAmounts(db: Reader, candidate: unknown, at: number): OtherAmount[] {
  const inForce = findCurrency(db)
  const currency = isLoose(candidate) ? candidate['currency'] : undefined
  if (inForce === undefined || typeof currency !== 'string' || currency === inForce) return []
  return listAmountsBesides(db, currency).map(({ grantedAt, ...one }) => ({
    ...one,
    daysAgo: grantedAt === null ? null : (at - grantedAt) / DAY
  }))
}

/**
 * Who publishes it, why and as which version is said when it is published, so a document may leave them out, as a file may
 * (MX45).
 */
function asPublished(candidate: unknown): unknown {
  return isLoose(candidate) ? { version: 1, author: '', reason: '', ...candidate } : candidate
}

function isLoose(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
