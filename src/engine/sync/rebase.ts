import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { decide } from '../../shared/case/decide.ts'
import type { Happening } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'
import { grantedElsewhere } from '../../tables/grants.ts'
import type { Place } from '../place.ts'
import { dropCase, findStored, putCase } from '../store/cases.ts'
import { listWaitingOn, type Mine, putHappening, type Waiting } from '../store/outbox.ts'

/** What the server says of a case; `confirmed` null when only this machine knows it. `isNew`: it is not here yet. */
export type Base = { readonly confirmed: Case | null; readonly isNew?: boolean }

/**
 * body = the case's waiting commands decided again over what the server says. A command that no longer fits shows
 * nothing; it stays in the outbox all the same, for the server alone answers it (SY8).
 */
export function rebase(tx: Writer, place: Place, caseId: CaseId, base: Base, mine: Mine): void {
  const waiting = mine.has(caseId) ? listWaitingOn(tx, caseId) : []
  let body = base.confirmed ?? undefined
  for (const one of waiting) {
    const happening = one.landed ? null : again(tx, place, body, one)
    if (happening) body = apply(body, caseId, happening)
    if (JSON.stringify(happening) !== JSON.stringify(one.happening)) putHappening(tx, one.op.opNo, happening)
  }
  if (!body) dropCase(tx, caseId)
  else putCase(tx, { confirmed: base.confirmed, body }, waiting.length, place, base.isNew)
}

/** Rebases a case on what is stored of it: after an answer, or under another matrix. */
export function rebaseStored(tx: Writer, place: Place, caseId: CaseId): void {
  const stored = findStored(tx, caseId)
  if (stored) rebase(tx, place, caseId, stored, new Set([caseId]))
}

/** Judged as of when it was made, so that going over it again changes nothing that did not change. */
function again(tx: Writer, place: Place, kase: Case | undefined, { op }: Waiting): Happening | null {
  const { person, matrix, findPerson } = place
  const decided = decide(kase, op.command, person, {
    at: op.madeAt,
    matrix,
    findPerson,
    opId: op.opId,
    isReplay: op.replay === true,
    grantedElsewhere: (one, action, since) => grantedElsewhere(tx, one, action, since)
  })
  if (!decided.ok || decided.value.outcome === 'noop') return null
  return { at: op.madeAt, by: person.id, opId: op.opId, event: decided.value.event }
}
