import { fold } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Happening } from '../../shared/case/event.ts'
import { mayBeNews } from '../../shared/case/news-for.ts'
import { caseScopes } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import {
  caseColumns,
  grantColumns,
  isCalled,
  isPersonal,
  SAME
} from '../../shared/protocol/snapshot/case-columns.ts'
import { SNAPSHOT_SQL } from '../../shared/protocol/snapshot/layout.ts'
import { markOf, plus, type ScopeSum } from '../../shared/protocol/snapshot/scope-sum.ts'
import { openScratch, type Reader, type Writer } from '../../sqlite/db.ts'
import { findCase } from '../log/cases.ts'
import { listSeenAt } from '../log/sight.ts'

/** What is to be cut: the cases one scope saw at a place in the log. `riskShare` as the matrix in force has it. */
export type Cutting = { readonly scope: string; readonly asOf: number; readonly riskShare: number }

/** What became of it. */
export type CutFile = { readonly cases: number; readonly sum: ScopeSum; readonly kinds: string[] }

type FactRow = {
  readonly seq: number
  readonly ver: number
  readonly at: number
  readonly by: string
  readonly op_id: string | null
  readonly event: string
}

/**
 * Writes the cases a scope saw at `asOf`, whole, into a SQLite file as a console keeps them (layout.ts). What happened after
 * that is not in it, so two files as of one place fit together however far the log has gone meanwhile. `db` must stand still
 * while this runs: it is read in one transaction.
 */
export function cutInto(file: string, db: Reader, { scope, asOf, riskShare }: Cutting): CutFile {
  const scratch = openScratch(file)
  try {
    scratch.exec(SNAPSHOT_SQL)
    scratch.exec('BEGIN')
    const kinds = new Set<string>()
    let cases = 0
    let sum: ScopeSum = 0
    for (const caseId of listSeenAt(db, scope, asOf)) {
      const facts = listRows(db, caseId, asOf)
      const kase = caseAt(db, scope, caseId, facts, asOf)
      if (!kase) continue
      putFacts(scratch.tx, caseId, facts, kinds)
      putCase(scratch.tx, kase, riskShare)
      cases += 1
      sum = plus(sum, markOf(caseId, kase.ver))
    }
    scratch.exec('COMMIT')
    return { cases, sum, kinds: [...kinds].sort() }
  } finally {
    scratch.close()
  }
}

function listRows(db: Reader, caseId: CaseId, asOf: number): FactRow[] {
  return db
    .prepare('SELECT seq, ver, at, by, op_id, event FROM facts WHERE case_id = ? AND seq <= ? ORDER BY ver')
    .all(caseId, asOf) as FactRow[]
}

/** The case as it was then, if the scope saw it then. */
function caseAt(
  db: Reader,
  scope: string,
  caseId: CaseId,
  facts: readonly FactRow[],
  asOf: number
): Case | undefined {
  if (facts.length === 0) return undefined
  const now = findCase(db, caseId)
  if (now && now.seq <= asOf) return now.kase
  // Our own rows: they were parsed before they came in.
  const then = fold(
    caseId,
    facts.map(({ at, by, op_id, event }) => ({ at, by, opId: op_id, event: JSON.parse(event) }) as Happening)
  )
  return then && caseScopes(then).includes(scope) ? then : undefined
}

/** A fact's JSON is put together from its columns: what stands in the log needs no reading. */
function putFacts(tx: Writer, caseId: CaseId, facts: readonly FactRow[], kinds: Set<string>): void {
  const put = tx.prepare('INSERT INTO facts (case_id, ver, seq, body, news) VALUES (?, ?, ?, ?, ?)')
  const id = JSON.stringify(caseId)
  for (const { seq, ver, at, by, op_id, event } of facts) {
    const body = `{"seq":${seq},"caseId":${id},"ver":${ver},"at":${at},"by":${JSON.stringify(by)},"opId":${JSON.stringify(op_id)},"event":${event}}`
    const kind = kindOf(event)
    put.run(caseId, ver, seq, body, mayBeNews(kind) ? 1 : 0)
    kinds.add(kind)
  }
}

/** Events are written with their type first, so it is read without parsing the rest. */
function kindOf(event: string): string {
  const [, kind] = /^\{"type":"([^"\\]+)"/.exec(event) ?? []
  return kind ?? (JSON.parse(event) as { type: string }).type
}

function putCase(tx: Writer, kase: Case, riskShare: number): void {
  tx.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    kase.id,
    SAME,
    ...caseColumns(kase, riskShare, 0)
  )
  for (const row of grantColumns(kase)) tx.prepare('INSERT INTO grants VALUES (?, ?, ?, ?, ?, ?)').run(...row)
  if (isCalled(kase)) tx.prepare('INSERT INTO calls VALUES (?)').run(kase.id)
  if (isPersonal(kase)) tx.prepare('INSERT INTO personal VALUES (?)').run(kase.id)
}
