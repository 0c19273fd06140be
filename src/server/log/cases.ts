import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** A case as the log makes it now, and the number of its newest fact. */
export function findCase(db: Reader, caseId: CaseId): { kase: Case; seq: number } | undefined {
  const row = db.prepare('SELECT body, seq FROM cases WHERE case_id = ?').get(caseId)
  if (!row) return undefined
  const { body, seq } = row as { body: string; seq: number }
  return { kase: JSON.parse(body) as Case, seq }
}

export function putCase(tx: Writer, kase: Case, seq: number): void {
  tx.prepare(
    `INSERT INTO cases (case_id, ver, seq, queue, status, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET
       ver = excluded.ver, seq = excluded.seq, queue = excluded.queue, status = excluded.status, body = excluded.body`
  ).run(kase.id, kase.ver, seq, queueKey(kase.queue), kase.state.status, JSON.stringify(kase))
}

/** Ids of all cases after `after`, in order: for those who see everything. */
export function listCaseIds(db: Reader, after: string, limit: number): CaseId[] {
  const rows = db
    .prepare('SELECT case_id FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?')
    .all(after, limit)
  return (rows as { case_id: CaseId }[]).map((row) => row.case_id)
}

/** The cases after `after`, in the order of their ids. */
export function listCases(db: Reader, after: string, limit: number): Case[] {
  const rows = db
    .prepare('SELECT body FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?')
    .all(after, limit)
  return (rows as { body: string }[]).map(({ body }) => JSON.parse(body) as Case)
}

export function countCasesAfter(db: Reader, after: string): number {
  return (db.prepare('SELECT count(*) AS n FROM cases WHERE case_id > ?').get(after) as { n: number }).n
}

/** How many cases are still in work, by queue or by category. */
export function countOpenCases(db: Reader, by: 'queue' | 'category'): Record<string, number> {
  const column = by === 'queue' ? 'queue' : `json_extract(body, '$.category')`
  const rows = db
    .prepare(
      `SELECT ${column} AS name, count(*) AS open FROM cases WHERE status NOT IN ('resolved', 'closed')
       GROUP BY name ORDER BY name`
    )
    .all()
  return Object.fromEntries((rows as { name: string; open: number }[]).map(({ name, open }) => [name, open]))
}

/** How many cases in work would get to each queue: with a move that was asked for, or back from where they were escalated to. */
export function countAwaitedQueues(db: Reader): Record<string, number> {
  const rows = db
    .prepare(
      `WITH awaited AS (
         SELECT case_id, CASE one.value ->> '$.kind'
           WHEN 'functional' THEN one.value -> '$.from' ELSE one.value -> '$.ask.to' END AS queue
         FROM cases, json_each(body, '$.escalations') AS one
         WHERE status NOT IN ('resolved', 'closed') AND one.value ->> '$.state.status' IN ('requested', 'accepted')
       )
       SELECT (queue ->> '$.tier') || '/' || (queue ->> '$.team') AS name, count(DISTINCT case_id) AS open
       FROM awaited WHERE queue IS NOT NULL GROUP BY name ORDER BY name`
    )
    .all()
  return Object.fromEntries((rows as { name: string; open: number }[]).map(({ name, open }) => [name, open]))
}

/**
 * The cases with amounts in another currency than this one. `inWork`: one is asked for, or was granted on a case that goes on.
 * `grantedAt`: when one was last granted within a limit (ms).
 */
export function listAmountsBesides(
  db: Reader,
  currency: string
): { currency: string; inWork: boolean; grantedAt: number | null }[] {
  const rows = db
    .prepare(
      `WITH amounts AS (
         SELECT case_id, status NOT IN ('resolved', 'closed') AS goes_on, one.value ->> '$.currency' AS currency,
           iif(one.value ->> '$.approvedBy' IS NULL, one.value ->> '$.at', NULL) AS granted_at
         FROM cases, json_each(body, '$.grants') AS one
         UNION ALL
         SELECT case_id, 1, one.value ->> '$.ask.currency', NULL
         FROM cases, json_each(body, '$.escalations') AS one
         WHERE status NOT IN ('resolved', 'closed') AND one.value ->> '$.state.status' = 'requested'
       )
       SELECT currency, max(goes_on) AS inWork, max(granted_at) AS grantedAt
       FROM amounts WHERE currency <> ? GROUP BY case_id, currency ORDER BY case_id, currency`
    )
    .all(currency) as { currency: string; inWork: number; grantedAt: number | null }[]
  return rows.map((row) => ({ ...row, inWork: row.inWork === 1 }))
}
