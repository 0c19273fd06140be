import type { Case } from '../../shared/case/case.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import { Queue } from '../../shared/people/queue.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** A case that left my queues: its title and where it went, and nothing else of it (SY14). */
export type Gone = {
  readonly caseId: CaseId
  readonly ref: string
  readonly title: string
  readonly to: Queue
  readonly by: PersonId
  readonly why: string
  readonly at: number
}

export function putGone(tx: Writer, kase: Case, where: Pick<Gone, 'to' | 'by' | 'why' | 'at'>): void {
  tx.prepare('INSERT OR REPLACE INTO gone VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    kase.id,
    kase.ref,
    kase.subject,
    JSON.stringify(where.to),
    where.by,
    where.why,
    where.at
  )
}

export function findGone(db: Reader, caseId: CaseId): Gone | undefined {
  const row = db
    .prepare('SELECT case_id AS caseId, ref, title, queue, by, why, at FROM gone WHERE case_id = ?')
    .get(caseId) as (Omit<Gone, 'to'> & { queue: string }) | undefined
  if (!row) return undefined
  const { queue, ...rest } = row
  return { ...rest, to: Queue.parse(JSON.parse(queue)) }
}

export function dropGone(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM gone WHERE case_id = ?').run(caseId)
}
