import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

export type Mode = 'reply' | 'note'

/** Keeps what was typed; an empty text takes the draft away. */
export function putDraft(tx: Writer, caseId: CaseId, mode: Mode, text: string, at: number): void {
  if (text === '') tx.prepare('DELETE FROM drafts WHERE case_id = ? AND mode = ?').run(caseId, mode)
  else tx.prepare('INSERT INTO drafts VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at').run(caseId, mode, text, at)
}

export function findDrafts(db: Reader, caseId: CaseId): { reply: string; note: string } {
  const rows = db.prepare('SELECT mode, text FROM drafts WHERE case_id = ?').all(caseId) as { mode: Mode; text: string }[]
  const text = (mode: Mode): string => rows.find((row) => row.mode === mode)?.text ?? ''
  return { reply: text('reply'), note: text('note') }
}

export function countDrafts(db: Reader): number {
  return (db.prepare('SELECT count(DISTINCT case_id) AS n FROM drafts').get() as { n: number }).n
}
