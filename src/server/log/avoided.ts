import type { Reader } from '../../sqlite/db.ts'

/**
 * By queue, how many cases were resolved with the help of another one since a time, and not sent up after that. A case
 * counts once, where it was last resolved so.
 */
export function countAvoided(
  db: Reader,
  since: number
): { readonly queue: string; readonly count: number }[] {
  const rows = db
    .prepare(
      `SELECT f.queue, count(*) AS count FROM facts f
       WHERE f.event ->> '$.helpedBy' IS NOT NULL AND f.at >= ? AND NOT EXISTS (
         SELECT 1 FROM facts later WHERE later.case_id = f.case_id AND later.ver > f.ver AND (
           later.event ->> '$.type' = 'case.escalated' OR later.event ->> '$.moved' IS NOT NULL
           OR later.event ->> '$.helpedBy' IS NOT NULL))
       GROUP BY f.queue ORDER BY count(*) DESC, f.queue`
    )
    .all(since)
  return rows as { queue: string; count: number }[]
}
