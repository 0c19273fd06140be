import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { isInReview } from './review.ts'

export type Mode = 'reply' | 'note'

/** Keeps what was typed; an empty text takes the draft away. */
export function putDraft(tx: Writer, caseId: CaseId, mode: Mode, text: string, at: number): void {
  if (text === '') tx.prepare('DELETE FROM drafts WHERE case_id = ? AND mode = ?').run(caseId, mode)
  else
    tx.prepare(
      'INSERT INTO drafts VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at'
    ).run(caseId, mode, text, at)
}

/**
 * What was typed has become a command. Not so when the words come out of the review tray: then another draft may stand
 * in the composer, and it stays.
 */
export function dropSentDraft(tx: Writer, caseId: CaseId, mode: Mode, sent: string): void {
  if (findDrafts(tx, caseId)[mode] !== sent && isInReview(tx, caseId, sent)) return
  tx.prepare('DELETE FROM drafts WHERE case_id = ? AND mode = ?').run(caseId, mode)
}

export function findDrafts(db: Reader, caseId: CaseId): { reply: string; note: string } {
  const rows = db.prepare('SELECT mode, text FROM drafts WHERE case_id = ?').all(caseId) as {
    mode: Mode
    text: string
  }[]
  const text = (mode: Mode): string => rows.find((row) => row.mode === mode)?.text ?? ''
  return { reply: text('reply'), note: text('note') }
}

/** Cases with a draft, as the list of drafts shows them: those that are here, and those that left. */
export function countDrafts(db: Reader): number {
  const row = db
    .prepare(
      'SELECT count(DISTINCT case_id) AS n FROM drafts WHERE case_id IN (SELECT id FROM cases) OR case_id IN (SELECT case_id FROM gone)'
    )
    .get() as { n: number }
  return row.n
}

export function hasDraft(db: Reader, caseId: CaseId): boolean {
  return db.prepare('SELECT 1 FROM drafts WHERE case_id = ? LIMIT 1').get(caseId) !== undefined
}

/** Cases that left while something typed for them had not been sent, the newest draft first. */
export function listGoneWithDraft(db: Reader): CaseId[] {
  const rows = db
    .prepare(
      'SELECT case_id FROM drafts WHERE case_id IN (SELECT case_id FROM gone) AND case_id NOT IN (SELECT id FROM cases) GROUP BY case_id ORDER BY max(updated_at) DESC LIMIT 200'
    )
    .all() as { case_id: CaseId }[]
  return rows.map((row) => row.case_id)
}
