import { fold } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Happening } from '../../shared/case/event.ts'
import { caseScopes, EVERYTHING, maySee } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { WireFact } from '../../shared/protocol/sync.ts'
import type { Reader } from '../../sqlite/db.ts'
import { countCasesAfter, findCase, listCaseIds } from './cases.ts'
import { type KeptFact, listFactsOf } from './facts.ts'
import { countSeenAfter, listSeenIds } from './sight.ts'

/** One page of the cases that were visible at `asOf`. */
export type BootPage = {
  readonly cases: { readonly caseId: CaseId; readonly facts: WireFact[] }[]
  readonly next: CaseId | null
  readonly left: number
}

const MAX_BYTES = 1024 * 1024

/**
 * Walks the cases in sight now, by id. What came into sight after `asOf` is left out, for the delta from there brings it;
 * what left since was never needed. So the pages and the delta fit together whatever happens between them.
 */
export function readBoot(
  db: Reader,
  scopes: readonly string[],
  asOf: number,
  after: string,
  max: number
): BootPage {
  const ids = listVisible(db, scopes, after, max)
  const cases: BootPage['cases'] = []
  let bytes = 0
  for (const [index, caseId] of ids.entries()) {
    const facts = factsIfSeen(db, scopes, caseId, asOf)
    if (facts) cases.push({ caseId, facts: facts.map((one) => one.fact) })
    bytes += facts?.reduce((sum, one) => sum + one.bytes, 0) ?? 0
    const isLast = index + 1 === ids.length && ids.length < max
    if (isLast) break
    if (bytes >= MAX_BYTES || index + 1 === ids.length) {
      return { cases, next: caseId, left: countVisible(db, scopes, caseId) }
    }
  }
  return { cases, next: null, left: 0 }
}

function listVisible(db: Reader, scopes: readonly string[], after: string, max: number): CaseId[] {
  if (scopes.includes(EVERYTHING)) return listCaseIds(db, after, max)
  const ids = new Set(scopes.flatMap((scope) => listSeenIds(db, scope, after, max)))
  // Each scope gave its first `max`, so the first `max` of all of them are complete.
  return [...ids].sort((a, b) => (a < b ? -1 : 1)).slice(0, max)
}

/** About how many: a case that two scopes see is counted twice. */
function countVisible(db: Reader, scopes: readonly string[], after: string): number {
  if (scopes.includes(EVERYTHING)) return countCasesAfter(db, after)
  return scopes.reduce((sum, scope) => sum + countSeenAfter(db, scope, after), 0)
}

function factsIfSeen(
  db: Reader,
  scopes: readonly string[],
  caseId: CaseId,
  asOf: number
): KeptFact[] | undefined {
  const facts = listFactsOf(db, caseId, asOf)
  if (facts.length === 0) return undefined
  if ((findCase(db, caseId)?.seq ?? 0) <= asOf) return facts
  const then = caseAt(caseId, facts)
  return then && maySee(scopes, caseScopes(then)) ? facts : undefined
}

function caseAt(caseId: CaseId, facts: readonly KeptFact[]): Case | undefined {
  return fold(
    caseId,
    facts.map(({ fact }) => fact as unknown as Happening)
  )
}
