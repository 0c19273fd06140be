import { wordsOf } from '../../shared/case/command.ts'
import type { CaseId, OpId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { findMade } from './outbox.ts'

export type Mode = 'reply' | 'note'

/** What is typed and not sent: the text, and the name of the op it becomes. An empty text takes the draft away. */
export type Draft = {
  readonly caseId: CaseId
  readonly mode: Mode
  readonly text: string
  readonly opId: OpId
}

/** Keeps what was typed. Words that were sent under this very name are no draft any more, whenever they come. */
export function putDraft(tx: Writer, { caseId, mode, text, opId }: Draft, at: number): void {
  const sent = findMade(tx, opId)
  if (text === '' || (sent && wordsOf(sent.command) === text))
    tx.prepare('DELETE FROM drafts WHERE case_id = ? AND mode = ?').run(caseId, mode)
  else
    tx.prepare(
      `INSERT INTO drafts VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at, op_id = excluded.op_id`
    ).run(caseId, mode, text, at, opId)
}

/** What was typed has become the op of this name. Another draft on the case stays. */
export function dropSentDraft(tx: Writer, caseId: CaseId, opId: OpId): void {
  tx.prepare('DELETE FROM drafts WHERE case_id = ? AND op_id = ?').run(caseId, opId)
}

/** The name of the op each draft of a case becomes; null where there is no draft. */
export function findDraftOps(db: Reader, caseId: CaseId): Readonly<Record<Mode, OpId | null>> {
  const rows = db.prepare('SELECT mode, op_id FROM drafts WHERE case_id = ?').all(caseId) as {
    mode: Mode
    op_id: OpId
  }[]
  const of = (mode: Mode): OpId | null => rows.find((row) => row.mode === mode)?.op_id ?? null
  return { reply: of('reply'), note: of('note') }
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
