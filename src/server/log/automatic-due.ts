import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** A case to look at for an automatic row. What came true before `since` (ms; 0: all counts) sets nothing off. */
export type AutomaticDue = { readonly caseId: CaseId; readonly since: number }

/** When to look at a case for an automatic row; 0 is now. */
export function putAutomaticDue(tx: Writer, { caseId, since }: AutomaticDue, dueAt: number): void {
  tx.prepare(
    `INSERT INTO automatic_due (case_id, due_at, since) VALUES (?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET due_at = excluded.due_at, since = excluded.since
     WHERE due_at <> excluded.due_at OR since <> excluded.since`
  ).run(caseId, Math.ceil(dueAt), Math.ceil(since))
}

export function dropAutomaticDue(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM automatic_due WHERE case_id = ?').run(caseId)
}

/** Later than any time: as things stand no row will act, but from when on they hold is still remembered. */
const NEVER = Number.MAX_SAFE_INTEGER

/** No row will act on the case as things stand. */
export function restAutomatic(tx: Writer, due: AutomaticDue): void {
  if (due.since === 0) dropAutomaticDue(tx, due.caseId)
  else putAutomaticDue(tx, due, NEVER)
}

/** Under another matrix every case in work is looked at anew; the imported past stays past. */
export function putAllAutomaticDue(tx: Writer): void {
  tx.prepare(
    `INSERT INTO automatic_due (case_id, due_at) SELECT case_id, 0 FROM cases WHERE status NOT IN ('resolved', 'closed')
     ON CONFLICT (case_id) DO UPDATE SET due_at = 0`
  ).run()
}

export function listAutomaticDue(db: Reader, now: number, limit: number): AutomaticDue[] {
  const rows = db
    .prepare('SELECT case_id, since FROM automatic_due WHERE due_at <= ? ORDER BY due_at, case_id LIMIT ?')
    .all(now, limit)
  return (rows as { case_id: CaseId; since: number }[]).map((row) => ({
    caseId: row.case_id,
    since: row.since
  }))
}
