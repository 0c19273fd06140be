import type { KeptText, MatrixDraft } from '../../shared/protocol/matrices.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

export function findMatrixDraft(db: Reader): MatrixDraft | null {
  const row = db.prepare('SELECT doc, base, saved_at AS savedAt FROM matrix_draft').get() as
    | { readonly doc: string; readonly base: number; readonly savedAt: number }
    | undefined
  return row ? { ...row, doc: JSON.parse(row.doc) } : null
}

/** Kept as it is, whatever it says. Null takes it away. */
export function putMatrixDraft(
  tx: Writer,
  draft: { readonly doc?: unknown; readonly base: number } | null,
  at: number
): void {
  if (!draft) tx.prepare('DELETE FROM matrix_draft').run()
  else
    tx.prepare('INSERT OR REPLACE INTO matrix_draft (id, doc, base, saved_at) VALUES (1, ?, ?, ?)').run(
      JSON.stringify(draft.doc ?? null),
      draft.base,
      at
    )
}

/** A text this build cannot read yet. The same text is kept once. */
export function keepText(tx: Writer, { name, text, keptAt }: KeptText): void {
  tx.prepare('INSERT OR REPLACE INTO kept_matrices (text, name, kept_at) VALUES (?, ?, ?)').run(
    text,
    name,
    keptAt
  )
}

export function dropKeptText(tx: Writer, { name, keptAt }: Pick<KeptText, 'name' | 'keptAt'>): void {
  tx.prepare('DELETE FROM kept_matrices WHERE name = ? AND kept_at = ?').run(name, keptAt)
}

export function listKeptTexts(db: Reader): KeptText[] {
  const rows = db
    .prepare('SELECT name, text, kept_at AS keptAt FROM kept_matrices ORDER BY kept_at DESC, name')
    .all()
  return rows as KeptText[]
}
