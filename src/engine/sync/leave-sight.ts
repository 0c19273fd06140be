import type { Case } from '../../shared/case/case.ts'
import { caseScopes, maySee } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
import type { Writer } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { hasActedOn } from '../store/archive.ts'
import { dropCase, findStored } from '../store/cases.ts'
import { hasDraft } from '../store/drafts.ts'
import { dropStrayDeferred } from '../store/facts.ts'
import { putGone } from '../store/gone.ts'

/**
 * What these scopes do not see leaves this machine, but for `spared`. Of what one worked on or typed for a stub stays, and what
 * was opened here and never confirmed stays as it is (SY14). Gives the cases that left.
 */
export function leaveSight(
  tx: Writer,
  place: Place,
  scopes: readonly string[],
  at: number,
  spared: (id: CaseId) => boolean = () => false
): CaseId[] {
  const left: CaseId[] = []
  const ids = tx.prepare('SELECT id FROM cases WHERE confirmed IS NOT NULL').all() as { id: CaseId }[]
  for (const { id } of ids) {
    if (spared(id)) continue
    const stored = findStored(tx, id)
    const confirmed = stored?.confirmed
    if (!confirmed || maySee(scopes, caseScopes(confirmed))) continue
    sendOff(tx, stored.body, outOfSight(confirmed, place), at)
    left.push(id)
  }
  dropStrayDeferred(tx)
  return left
}

/** Nobody said where it went: it is known by where it was last. */
export function outOfSight({ queue }: Case, place: Place): Parameters<typeof sendOff>[2] {
  return { to: queue, by: place.person.id, why: 'scope' }
}

/** The case leaves this machine; a stub stays where its owner would look for it. */
export function sendOff(
  tx: Writer,
  leaving: Case,
  where: Pick<Extract<WireChange, { kind: 'gone' }>, 'to' | 'by' | 'why'>,
  at: number
): void {
  if (hasActedOn(tx, leaving.id) || hasDraft(tx, leaving.id))
    putGone(tx, leaving, { to: where.to, by: where.by, why: where.why, at })
  dropCase(tx, leaving.id)
}
