import type { Queue } from '../../shared/people/queue.ts'
import type { Reader } from '../../sqlite/db.ts'
import { queueOf } from './facts.ts'

/** A case resolved with the help of another one: in which queue, when (ms), and of which category it is now. */
export type Avoided = { readonly queue: Queue; readonly at: number; readonly category: string }

/**
 * The cases that were resolved with the help of another one since a time, and not sent up after that. A case counts once,
 * where and when it was last resolved so; with a case nobody ever opened, not at all.
 */
export function listAvoided(db: Reader, since: number): Avoided[] {
  const rows = db
    .prepare(
      `SELECT f.queue, f.at, c.body ->> '$.category' AS category FROM facts f JOIN cases c ON c.case_id = f.case_id
       WHERE f.event ->> '$.helpedBy' IS NOT NULL AND f.at >= ?
         AND EXISTS (SELECT 1 FROM cases helping WHERE helping.case_id = f.event ->> '$.helpedBy')
         AND NOT EXISTS (
         SELECT 1 FROM facts later WHERE later.case_id = f.case_id AND later.ver > f.ver AND (
           later.event ->> '$.type' = 'case.escalated' OR later.event ->> '$.moved' IS NOT NULL
           OR later.event ->> '$.helpedBy' IS NOT NULL))`
    )
    .all(since) as { queue: string; at: number; category: string }[]
  return rows.map(({ queue, at, category }) => ({ queue: queueOf(queue), at, category }))
}
