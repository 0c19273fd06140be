import type { Reader, Writer } from '../../sqlite/db.ts'

/** How far an import has got in the log, and what came of it so far. */
export type KeptImport = {
  readonly jobId: string
  readonly run: number
  readonly position: number
  readonly total: number
  readonly added: number
  readonly known: number
}

export function findImport(db: Reader, jobId: string): KeptImport | undefined {
  const row = db
    .prepare('SELECT job_id AS jobId, run, position, total, added, known FROM imports WHERE job_id = ?')
    .get(jobId)
  return row as KeptImport | undefined
}

export function putImport(tx: Writer, kept: KeptImport): void {
  tx.prepare(
    `INSERT INTO imports (job_id, run, position, total, added, known) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (job_id) DO UPDATE SET
       run = excluded.run, position = excluded.position, total = excluded.total, added = excluded.added, known = excluded.known`
  ).run(kept.jobId, kept.run, kept.position, kept.total, kept.added, kept.known)
}
