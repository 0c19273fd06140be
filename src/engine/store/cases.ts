import type { Case } from '../../shared/case/case.ts'
import { waitsFor } from '../../shared/case/who-decides.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import type { Person } from '../../shared/people/person.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { dropGrants, putGrants } from '../../tables/grants.ts'
import { dropCall, putCall } from './calls.ts'
import { rowOf } from './case-row.ts'
import { dropFacts } from './facts.ts'
import { dropHelping, putHelping } from './helping.ts'
import { dropWordsOf } from './words.ts'

/** Later than any deadline: sorts cases with no running clock last. */
export const NEVER = 9_007_199_254_740_991

/** Stands in the confirmed column when nothing waits on the case and both would hold the same text. */
const SAME = '='

/** `confirmed` null: the case was opened here and the server has not answered. */
export type StoredCase = { readonly confirmed: Case | null; readonly body: Case; readonly boot: number }

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
  const row = db.prepare('SELECT confirmed, body, boot FROM cases WHERE id = ?').get(caseId) as
    | { confirmed: string | null; body: string; boot: number }
    | undefined
  if (!row) return undefined
  const body = readCase(row.body)
  return {
    confirmed: row.confirmed === null ? null : row.confirmed === SAME ? body : readCase(row.confirmed),
    body,
    boot: row.boot
  }
}

export type Seen = {
  readonly person: Person
  readonly riskShare: number
  readonly findPerson: (id: PersonId) => Person | undefined
}

/** Writes a case with the columns lists need. Pass the same object twice when nothing waits on the case: it is stored once. */
export function putCase(
  tx: Writer,
  { confirmed, body, boot }: StoredCase,
  waiting: number,
  seen: Seen
): void {
  const row = rowOf(body, seen.riskShare)
  const { due } = row
  const ended = body.state.status === 'resolved' || body.state.status === 'closed'
  tx.prepare(
    `INSERT INTO cases (id, confirmed, body, row, boot, queue, owner, ended, due_at, risk_at, updated_at, waiting, customer) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET confirmed = excluded.confirmed, body = excluded.body, row = excluded.row, boot = excluded.boot, queue = excluded.queue, owner = excluded.owner,
       ended = excluded.ended, due_at = excluded.due_at, risk_at = excluded.risk_at, updated_at = excluded.updated_at, waiting = excluded.waiting, customer = excluded.customer`
  ).run(
    body.id,
    confirmed === null ? null : confirmed === body ? SAME : JSON.stringify(confirmed),
    JSON.stringify(body),
    JSON.stringify(row),
    boot,
    queueKey(body.queue),
    body.owner ?? '',
    ended ? 1 : 0,
    Math.round(due?.dueAt ?? NEVER),
    Math.round(due?.riskAt ?? NEVER),
    Math.round(body.updatedAt),
    waiting,
    body.customer.id
  )
  putOpenRequests(tx, body, seen)
  putGrants(tx, body)
  putCall(tx, body)
  putHelping(tx, body, seen.person.id)
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

/** Cases an ended full fetch did not bring: they are no longer this person's to see. Cases opened here stay. */
export function listUnswept(db: Reader, mark: number): CaseId[] {
  const rows = db.prepare('SELECT id FROM cases WHERE boot <> ? AND confirmed IS NOT NULL').all(mark) as {
    id: CaseId
  }[]
  return rows.map((row) => row.id)
}
