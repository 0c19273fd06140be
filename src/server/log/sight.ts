import { EVERYTHING } from '../../shared/case/rights.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

export const BEFORE = 1
export const AFTER = 2

/** Which scopes saw the case on either side of a fact, and which see it now. */
export function putSight(
  tx: Writer,
  caseId: CaseId,
  seq: number,
  before: readonly string[],
  after: readonly string[]
): void {
  const change = tx.prepare('INSERT INTO change_scope (scope, seq, sides) VALUES (?, ?, ?)')
  for (const scope of after) {
    const stays = before.includes(scope)
    change.run(scope, seq, stays ? BEFORE | AFTER : AFTER)
    if (!stays) tx.prepare('INSERT INTO case_scope (scope, case_id) VALUES (?, ?)').run(scope, caseId)
  }
  for (const scope of before) {
    if (after.includes(scope)) continue
    change.run(scope, seq, BEFORE)
    tx.prepare('DELETE FROM case_scope WHERE scope = ? AND case_id = ?').run(scope, caseId)
  }
}

export type SightedChange = { readonly seq: number; readonly sides: number }

/** The changes one scope saw in (from, to], at most `limit`. */
export function listChanges(
  db: Reader,
  scope: string,
  from: number,
  to: number,
  limit: number
): SightedChange[] {
  const rows = db
    .prepare(
      'SELECT seq, sides FROM change_scope WHERE scope = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?'
    )
    .all(scope, from, to, limit)
  return rows as SightedChange[]
}

/** Ids of the cases one scope sees now, after `after`, in order. */
export function listSeenIds(db: Reader, scope: string, after: string, limit: number): CaseId[] {
  const rows = db
    .prepare('SELECT case_id FROM case_scope WHERE scope = ? AND case_id > ? ORDER BY case_id LIMIT ?')
    .all(scope, after, limit)
  return (rows as { case_id: CaseId }[]).map((row) => row.case_id)
}

export function countSeenAfter(db: Reader, scope: string, after: string): number {
  const row = db
    .prepare('SELECT count(*) AS n FROM case_scope WHERE scope = ? AND case_id > ?')
    .get(scope, after)
  return (row as { n: number }).n
}

/** Notes what a person sees from the next fact on. */
export function putPersonScopes(
  tx: Writer,
  personId: PersonId,
  before: readonly string[],
  after: readonly string[],
  headSeq: number
): void {
  const ended = tx.prepare(
    'UPDATE person_scope SET until_seq = ? WHERE person_id = ? AND scope = ? AND until_seq IS NULL'
  )
  const begun = tx.prepare(
    `INSERT INTO person_scope (person_id, scope, from_seq, until_seq) VALUES (?, ?, ?, NULL)
     ON CONFLICT DO UPDATE SET until_seq = NULL`
  )
  for (const scope of before) if (!after.includes(scope)) ended.run(headSeq, personId, scope)
  for (const scope of after) if (!before.includes(scope)) begun.run(personId, scope, headSeq)
}

/** Whether this person could ever see this case: some scope of theirs, while it was theirs, saw the case after one of its facts. */
export function hasEverSeen(db: Reader, personId: PersonId, caseId: CaseId): boolean {
  const row = db
    .prepare(
      `WITH spans AS (
         SELECT seq, lead(seq, 1, 9e15) OVER (ORDER BY ver) AS until FROM facts WHERE case_id = :caseId
       )
       SELECT 1 FROM person_scope p JOIN spans s
         ON s.until > p.from_seq AND (p.until_seq IS NULL OR s.seq <= p.until_seq)
       WHERE p.person_id = :personId AND (
         p.scope = :everything OR
         EXISTS (SELECT 1 FROM change_scope c WHERE c.scope = p.scope AND c.seq = s.seq AND c.sides >= 2)
       )
       LIMIT 1`
    )
    .get({ caseId, personId, everything: EVERYTHING })
  return row !== undefined
}

/** Ids of the cases one scope may have seen at `asOf`, in order: those it sees now and those it has seen since. */
export function listSeenAt(db: Reader, scope: string, asOf: number): CaseId[] {
  const rows = db
    .prepare(
      `SELECT case_id FROM case_scope WHERE scope = :scope
       UNION SELECT f.case_id FROM change_scope c JOIN facts f ON f.seq = c.seq WHERE c.scope = :scope AND c.seq > :asOf
       ORDER BY 1`
    )
    .all({ scope, asOf })
  return (rows as { case_id: CaseId }[]).map((row) => row.case_id)
}

/** Whether a case left this scope in (from, to]. */
export function hasLost(db: Reader, scope: string, from: number, to: number): boolean {
  const row = db
    .prepare('SELECT 1 FROM change_scope WHERE scope = ? AND seq > ? AND seq <= ? AND sides = ? LIMIT 1')
    .get(scope, from, to, BEFORE)
  return row !== undefined
}

/** By scope a person sees now, since which fact: the one that was the newest when they came to it. */
export function listSightSince(db: Reader, personId: PersonId): Map<string, number> {
  const rows = db
    .prepare('SELECT scope, from_seq AS since FROM person_scope WHERE person_id = ? AND until_seq IS NULL')
    .all(personId) as { scope: string; since: number }[]
  return new Map(rows.map(({ scope, since }) => [scope, since]))
}

/** Every queue that may have held a case at `asOf`: it holds one now, or something happened in it since. */
export function listQueuesAt(db: Reader, asOf: number): string[] {
  const rows = db
    .prepare(
      `WITH RECURSIVE every (scope) AS (
         SELECT min(scope) FROM change_scope
         UNION ALL SELECT (SELECT min(c.scope) FROM change_scope c WHERE c.scope > every.scope) FROM every
         WHERE every.scope IS NOT NULL
       )
       SELECT scope FROM every WHERE scope NOT LIKE '%:%' AND (
         EXISTS (SELECT 1 FROM case_scope s WHERE s.scope = every.scope)
         OR EXISTS (SELECT 1 FROM change_scope c WHERE c.scope = every.scope AND c.seq > :asOf))`
    )
    .all({ asOf })
  return (rows as { scope: string }[]).map(({ scope }) => scope)
}
