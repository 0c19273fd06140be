import { EVERYTHING } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { markOf, minus, plus, type ScopeSum } from '../../shared/protocol/snapshot/scope-sum.ts'
import type { Sums } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { remembered } from './as-one.ts'
import { findMark, putMark } from './meta.ts'

/** A case on one side of a fact: its version, 0 before it was opened, and who sees it. */
type Side = { readonly ver: number; readonly scopes: readonly string[] }

const COUNTED = 'scope_sums'

/** All that happens in a queue changes its sum: in a transaction that stands as one each is written once. */
const sumsIn = remembered(
  () => ({ read: new Map<string, ScopeSum>(), changed: new Map<string, ScopeSum>() }),
  (tx, { changed }) => {
    for (const [scope, sum] of changed) writeSum(tx, scope, sum)
  }
)

/** Whether they are kept: since they were counted for the first time. */
export function hasScopeSums(db: Reader): boolean {
  return findMark(db, COUNTED)
}

/** Keeps the sums in step with a fact. Until they were counted for the first time there is nothing to keep. */
export function putScopeSums(tx: Writer, caseId: CaseId, before: Side, after: Side): void {
  if (!hasScopeSums(tx)) return
  const was = before.ver === 0 ? 0 : markOf(caseId, before.ver)
  const is = markOf(caseId, after.ver)
  const all = new Set([EVERYTHING, ...before.scopes, ...after.scopes])
  for (const scope of all) {
    const saw = scope === EVERYTHING || before.scopes.includes(scope)
    const sees = scope === EVERYTHING || after.scopes.includes(scope)
    const sum = findSum(tx, scope)
    putSum(tx, scope, plus(minus(sum, saw ? was : 0), sees ? is : 0))
  }
}

/** Counts them from the cases, once: after an update of this program. */
export function countScopeSums(tx: Writer): void {
  if (hasScopeSums(tx)) return
  const sums = new Map<string, ScopeSum>()
  const add = (scope: string, mark: number): void => void sums.set(scope, plus(sums.get(scope) ?? 0, mark))
  const rows = tx
    .prepare('SELECT s.scope, s.case_id, c.ver FROM case_scope s JOIN cases c ON c.case_id = s.case_id')
    .iterate() as IterableIterator<{ scope: string; case_id: string; ver: number }>
  for (const { scope, case_id, ver } of rows) add(scope, markOf(case_id, ver))
  const all = tx.prepare('SELECT case_id, ver FROM cases').iterate() as IterableIterator<{
    case_id: string
    ver: number
  }>
  for (const { case_id, ver } of all) add(EVERYTHING, markOf(case_id, ver))
  tx.prepare('DELETE FROM scope_sums').run()
  const known = sumsIn(tx)
  for (const kept of known ? [known.read, known.changed] : []) kept.clear()
  for (const [scope, sum] of sums) putSum(tx, scope, sum)
  putMark(tx, COUNTED)
}

/** The sums of these scopes as the log makes them now. */
export function listScopeSums(db: Reader, scopes: readonly string[]): Sums {
  return Object.fromEntries(scopes.map((scope) => [scope, findSum(db, scope)]))
}

function findSum(db: Reader, scope: string): ScopeSum {
  const known = sumsIn(db)
  const before = known && (known.changed.get(scope) ?? known.read.get(scope))
  if (before !== undefined) return before
  const row = db.prepare('SELECT sum FROM scope_sums WHERE scope = ?').get(scope)
  const sum = (row as { sum: number } | undefined)?.sum ?? 0
  known?.read.set(scope, sum)
  return sum
}

function putSum(tx: Writer, scope: string, sum: ScopeSum): void {
  const known = sumsIn(tx)
  if (known) known.changed.set(scope, sum)
  else writeSum(tx, scope, sum)
}

function writeSum(tx: Writer, scope: string, sum: ScopeSum): void {
  tx.prepare(
    'INSERT INTO scope_sums (scope, sum) VALUES (?, ?) ON CONFLICT (scope) DO UPDATE SET sum = excluded.sum'
  ).run(scope, sum)
}
