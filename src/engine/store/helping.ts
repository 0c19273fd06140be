import type { Case } from '../../shared/case/case.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'

/** Keeps whether this person was pulled into a case that is in work; the owner's own cases are theirs anyway. */
export function putHelping(tx: Writer, { id, swarm, owner, state }: Case, personId: PersonId): void {
  const isOver = state.status === 'resolved' || state.status === 'closed'
  const helps = swarm?.includes(personId) && owner !== personId && !isOver
  if (helps) tx.prepare('INSERT OR IGNORE INTO helping VALUES (?)').run(id)
  else dropHelping(tx, id)
}

export function dropHelping(tx: Writer, caseId: CaseId): void {
  tx.prepare('DELETE FROM helping WHERE case_id = ?').run(caseId)
}
