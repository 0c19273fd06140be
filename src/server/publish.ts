import { mayPublish } from '../shared/escalation/check/check-matrix.ts'
import type { Finding } from '../shared/escalation/finding.ts'
import type { Matrix } from '../shared/escalation/matrix.ts'
import { canonical } from '../shared/lib/hash.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { Person } from '../shared/people/person.ts'
import type { Writer } from '../sqlite/db.ts'
import { announce } from './announce.ts'
import { checkHere } from './check-here.ts'
import type { Desk } from './desk.ts'
import { putAllAutomaticDue } from './log/automatic-due.ts'
import { findMatrix, findOrigin, newestMatrixVer, pushMatrix } from './log/matrices.ts'
import { putPerson } from './log/people.ts'

/** Who publishes, and on what. `base`: the version the document was made from; absent: whatever is in force. */
export type Publishing = {
  readonly author: string
  readonly reason?: string
  readonly base?: number
  /** The version it brings back. */
  readonly from?: number
}

/** Why a document was not put in force. */
export type PublishRefusal =
  | { readonly type: 'MatrixFindings'; readonly findings: readonly Finding[] }
  | { readonly type: 'MatrixMoved'; readonly version: number }

/** Puts a matrix in force under the next version, and tells everybody. A bad one changes nothing. */
export async function publishMatrix(
  desk: Desk,
  candidate: unknown,
  publishing: Publishing
): Promise<Result<Matrix, PublishRefusal>> {
  const published = await desk.home.write((tx) => putInForce(tx, candidate, publishing, desk.now()))
  if (published.ok) announce(desk)
  return published
}

/**
 * The old document again as a new version: checked like any other, since the world around it has changed (MX34), and refused
 * when another version than `base` is in force (MX31).
 */
export async function rollBack(
  desk: Desk,
  version: number,
  by: { readonly author: string; readonly reason: string; readonly base?: number }
): Promise<Result<Matrix, PublishRefusal | { readonly type: 'NotFound' }>> {
  const published = await desk.home.write((tx) => {
    const old = findMatrix(tx, version)
    return old ? putInForce(tx, old, { ...by, from: version }, desk.now()) : no({ type: 'NotFound' as const })
  })
  if (published.ok) announce(desk)
  return published
}

/** In the caller's transaction: between the check, the base and the new version nothing else can come. */
export function putInForce(
  tx: Writer,
  candidate: unknown,
  { author, reason, base, from }: Publishing,
  at: number
): Result<Matrix, PublishRefusal> {
  const checked = checkHere(tx, candidate, at)
  const { matrix, findings } = checked
  if (!matrix || !mayPublish(checked)) return no({ type: 'MatrixFindings', findings })
  const newest = newestMatrixVer(tx)
  const next: Matrix = { ...matrix, version: newest + 1, author, ...(reason !== undefined && { reason }) }
  if (base !== undefined && base !== newest) {
    const inForce = findMatrix(tx, newest)
    // The answer to the first try got lost: it is in force already, and once is enough.
    const isAgain =
      base === newest - 1 &&
      canonical({ ...next, version: newest }) === canonical(inForce) &&
      findOrigin(tx, newest) === (from ?? null)
    return isAgain && inForce ? ok(inForce) : no({ type: 'MatrixMoved', version: newest })
  }
  pushMatrix(tx, next, at, from)
  putAllAutomaticDue(tx)
  return ok(next)
}

/** Adds or changes a person, and tells those it matters to. */
export async function changePerson(desk: Desk, person: Person): Promise<void> {
  const parsed = Person.parse(person)
  await desk.home.write((tx) => putPerson(tx, parsed))
  announce(desk)
}
