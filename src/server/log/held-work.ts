import type { CaseId, OpId, PersonId } from '../../shared/lib/ids.ts'
import type { Op } from '../../shared/protocol/op.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/**
 * What waits for somebody who answers for the queue. op: it was allowed when it was made (SY49). effect: it may have been
 * carried out before the server was restored (SY46); `command` and `grantId` are null then.
 */
export type HeldWork = {
  readonly opId: OpId
  readonly kind: 'op' | 'effect'
  readonly caseId: CaseId
  readonly personId: PersonId
  /** JSON. */
  readonly command: string | null
  readonly grantId: string | null
  readonly at: number
  readonly state: 'waiting' | 'let' | 'dropped'
}

const COLUMNS =
  'op_id AS opId, kind, case_id AS caseId, person_id AS personId, command, grant_id AS grantId, at, state'

export function holdOp(tx: Writer, op: Op, at: number): void {
  hold(tx, { ...op, kind: 'op', personId: op.actorId, command: JSON.stringify(op.command), at })
}

/** Of an effect of somebody's op. */
export function holdKey(tx: Writer, opId: OpId, caseId: CaseId, personId: PersonId, at: number): void {
  hold(tx, { opId, kind: 'effect', caseId, personId, command: null, grantId: null, at })
}

function hold(tx: Writer, held: Omit<HeldWork, 'state'>): void {
  tx.prepare(
    `INSERT INTO held_work (op_id, kind, case_id, person_id, command, grant_id, at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT DO NOTHING`
  ).run(held.opId, held.kind, held.caseId, held.personId, held.command, held.grantId, Math.round(held.at))
}

export function findHeld(db: Reader, opId: string): HeldWork | undefined {
  return db.prepare(`SELECT ${COLUMNS} FROM held_work WHERE op_id = ?`).get(opId) as HeldWork | undefined
}

/** What waits, the oldest first. */
export function listHeld(db: Reader, limit: number): HeldWork[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM held_work WHERE state = 'waiting' ORDER BY at, op_id LIMIT ?`)
    .all(limit) as HeldWork[]
}

export function settleHeld(
  tx: Writer,
  opId: string,
  state: 'let' | 'dropped',
  by: PersonId,
  at: number
): void {
  tx.prepare('UPDATE held_work SET state = ?, decided_by = ?, decided_at = ? WHERE op_id = ?').run(
    state,
    by,
    Math.round(at),
    opId
  )
}

export function countHeld(db: Reader): number {
  const row = db.prepare("SELECT count(*) AS n FROM held_work WHERE state = 'waiting'").get()
  return (row as { n: number }).n
}
