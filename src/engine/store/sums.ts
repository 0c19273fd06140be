import type { Case } from '../../shared/case/case.ts'
import { caseScopes, EVERYTHING } from '../../shared/case/rights.ts'
import { markOf, minus, plus } from '../../shared/protocol/snapshot/scope-sum.ts'
import type { Sums } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { readCase } from './cases.ts'
import { findMeta, putMeta } from './meta.ts'

/** A case on either side of a change, as the server says it; null where it is not here. `isNew`: nothing was left of it before it came. */
export type Turn = { readonly before: Case | null; readonly after: Case | null; readonly isNew?: boolean }

/** The sums after these changes; the same object when nothing of what is held changed. */
function turned(sums: Sums, turns: Iterable<Turn>): Sums {
  const next = { ...sums }
  let isChanged = false
  const count = (kase: Case | null, add: typeof plus): void => {
    if (!kase) return
    const mark = markOf(kase.id, kase.ver)
    for (const scope of [EVERYTHING, ...caseScopes(kase)]) {
      const sum = next[scope]
      if (sum === undefined) continue
      next[scope] = add(sum, mark)
      isChanged = true
    }
  }
  for (const { before, after } of turns) {
    count(before, minus)
    count(after, plus)
  }
  return isChanged ? next : sums
}

/** Keeps the sums of the scopes held here in step with what changed. */
export function putSums(tx: Writer, turns: Iterable<Turn>): void {
  const sums = findMeta(tx, 'sums') ?? {}
  const next = turned(sums, turns)
  if (next !== sums) putMeta(tx, 'sums', next)
}

/** Goes through every case here: only where nothing kept the sums, after an update of this program. */
export function recountSums(tx: Writer): void {
  const held = findMeta(tx, 'scopes') ?? []
  putMeta(tx, 'sums', turned(Object.fromEntries(held.map((scope) => [scope, 0])), confirmedCases(tx)))
}

function* confirmedCases(db: Reader): Generator<Turn> {
  const rows = db
    .prepare(
      "SELECT CASE confirmed WHEN '=' THEN body ELSE confirmed END AS kase FROM cases WHERE confirmed IS NOT NULL"
    )
    .iterate() as IterableIterator<{ kase: string }>
  for (const { kase } of rows) yield { before: null, after: readCase(kase) }
}

/** Of the scopes held here, those that are not what the server says they are. */
export function listDiffering(db: Reader, theirs: Sums): string[] {
  const mine = findMeta(db, 'sums') ?? {}
  return Object.entries(theirs)
    .filter(([scope, sum]) => mine[scope] !== undefined && mine[scope] !== sum)
    .map(([scope]) => scope)
}
