import type { Case } from '../../shared/case/case.ts'
import { waitsFor } from '../../shared/case/who-decides.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import type { Person } from '../../shared/people/person.ts'
import { type CaseColumns, caseColumns, SAME } from '../../shared/protocol/snapshot/case-columns.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { dropGrants, putGrants } from '../../tables/grants.ts'
import { dropCall, putCall } from './calls.ts'
import { dropFacts } from './facts.ts'
import { dropHelping, putHelping } from './helping.ts'
import { dropWordsOf } from './words.ts'

/** `confirmed` null: the case was opened here and the server has not answered. */
export type StoredCase = { readonly confirmed: Case | null; readonly body: Case }

/** The case as the person sees it. */
export function findCase(db: Reader, caseId: CaseId): Case | undefined {
  const row = db.prepare('SELECT body FROM cases WHERE id = ?').get(caseId) as { body: string } | undefined
  return row ? readCase(row.body) : undefined
}

/** Our own row: written from a parsed Case by this very code, so it is trusted as it stands. */
export function readCase(json: string): Case {
  return JSON.parse(json) as Case
}

export function findStored(db: Reader, caseId: CaseId): StoredCase | undefined {
  const row = db.prepare('SELECT confirmed, body FROM cases WHERE id = ?').get(caseId) as
    | { confirmed: string | null; body: string }
    | undefined
  if (!row) return undefined
  const body = readCase(row.body)
  return {
    confirmed: row.confirmed === null ? null : row.confirmed === SAME ? body : readCase(row.confirmed),
    body
  }
}

export type Seen = {
  readonly person: Person
  readonly riskShare: number
  readonly findPerson: (id: PersonId) => Person | undefined
}

/**
 * Writes a case with the columns lists need. Pass the same object twice when nothing waits on the case: it is stored once. `isNew`:
 * it is not here.
 */
export function putCase(
  tx: Writer,
  { confirmed, body }: StoredCase,
  waiting: number,
  seen: Seen,
  isNew = false
): void {
  const own = confirmed === null ? null : confirmed === body ? SAME : JSON.stringify(confirmed)
  const columns = caseColumns(body, seen.riskShare, waiting)
  if (!isNew && staysInPlace(tx, body.id, columns)) putInPlace(tx, body.id, own, columns)
  else putAnew(tx, body.id, own, columns)
  putPersonal(tx, body, seen)
  putGrants(tx, body)
  putCall(tx, body)
}

/** Whether it is here, and every list has it where it will be. */
function staysInPlace(db: Reader, caseId: CaseId, columns: CaseColumns): boolean {
  const [, , queue, owner, ended, dueAt, riskAt, , , customer] = columns
  const same = db.prepare(
    `SELECT 1 FROM cases WHERE id = ? AND queue = ? AND owner = ? AND ended = ? AND due_at = ? AND risk_at = ? AND customer = ?`
  )
  return same.get(caseId, queue, owner, ended, dueAt, riskAt, customer) !== undefined
}

/**
 * SQLite writes an index anew for each of its columns that is named, the same or not, and the more cases there are the farther apart
 * the pages of an index lie: so what stays in its place is not named.
 */
function putInPlace(tx: Writer, caseId: CaseId, own: string | null, columns: CaseColumns): void {
  const [body, row, , , , , , updatedAt, waiting] = columns
  tx.prepare(
    'UPDATE cases SET confirmed = ?, body = ?, row = ?, updated_at = ?, waiting = ? WHERE id = ?'
  ).run(own, body, row, updatedAt, waiting, caseId)
}

function putAnew(tx: Writer, caseId: CaseId, own: string | null, columns: CaseColumns): void {
  tx.prepare(
    `INSERT INTO cases (id, confirmed, body, row, queue, owner, ended, due_at, risk_at, updated_at, waiting, customer) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET confirmed = excluded.confirmed, body = excluded.body, row = excluded.row, queue = excluded.queue, owner = excluded.owner,
       ended = excluded.ended, due_at = excluded.due_at, risk_at = excluded.risk_at, updated_at = excluded.updated_at, waiting = excluded.waiting, customer = excluded.customer`
  ).run(caseId, own, ...columns)
}

/** What of a case depends on who looks. */
export function putPersonal(tx: Writer, kase: Case, seen: Seen): void {
  putOpenRequests(tx, kase, seen)
  putHelping(tx, kase, seen.person.id)
}

/** What this person asked for and nobody has answered, and what waits for this person's answer. */
function putOpenRequests(tx: Writer, kase: Case, { person, findPerson }: Seen): void {
  if (kase.escalations.length === 0) return
  dropOpenRequests(tx, kase.id)
  for (const one of kase.escalations) {
    if (one.state.status !== 'requested') continue
    if (one.by === person.id) tx.prepare('INSERT OR IGNORE INTO asked VALUES (?)').run(kase.id)
    if (one.kind !== 'hierarchical' || !('dueAt' in one.state)) continue
    const waits = waitsFor(person, one, findPerson)
    if (!waits) continue
    tx.prepare('INSERT INTO approvals VALUES (?, ?, ?, ?)').run(
      kase.id,
      one.id,
      Math.round(one.state.dueAt),
      waits.whileAway ?? ''
    )
  }
}

function dropOpenRequests(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM approvals WHERE case_id = ?').run(caseId)
  tx.prepare('DELETE FROM asked WHERE case_id = ?').run(caseId)
}

/** Takes a case off this machine, with every word of it but the person's own drafts and ops. */
export function dropCase(tx: Writer, caseId: CaseId): void {
  if (!isKnown(tx, caseId)) return
  dropWordsOf(tx, dropFacts(tx, caseId))
  tx.prepare('DELETE FROM deferred WHERE case_id = ?').run(caseId)
  dropOpenRequests(tx, caseId)
  dropGrants(tx, caseId)
  dropCall(tx, caseId)
  dropHelping(tx, caseId)
  tx.prepare('DELETE FROM cases WHERE id = ?').run(caseId)
}

/** Most cases that come were never here: one look for all there could be of them. Within a frame the facts are there before the case. */
function isKnown(db: Reader, caseId: CaseId): boolean {
  const known = db.prepare(
    'SELECT 1 FROM cases WHERE id = ? UNION ALL SELECT 1 FROM facts WHERE case_id = ? UNION ALL SELECT 1 FROM deferred WHERE case_id = ? LIMIT 1'
  )
  return known.get(caseId, caseId, caseId) !== undefined
}
