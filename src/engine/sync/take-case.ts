import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { CaseEvent, type Fact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { WireFact } from '../../shared/protocol/sync.ts'
import type { Writer } from '../../sqlite/db.ts'
import { dropCase } from '../store/cases.ts'
import { putDeferred, putFact } from '../store/facts.ts'
import { type Mine, markLanded, unmarkLanded } from '../store/outbox.ts'

/** Folds one fact of the server into a case and stores it. A fact of a kind this build does not know is kept aside. */
export function takeFact(tx: Writer, mine: Mine, kase: Case | undefined, fact: WireFact): Case | undefined {
  if (fact.opId && mine.has(fact.caseId)) markLanded(tx, fact.opId)
  const event = CaseEvent.safeParse(fact.event)
  // What follows an opening that is not understood cannot be folded into anything; it waits with it.
  if (!event.success || (!kase && event.data.type !== 'case.opened')) {
    putDeferred(tx, fact)
    return kase && { ...kase, ver: fact.ver }
  }
  const known: Fact = { ...fact, event: event.data }
  putFact(tx, known)
  return apply(kase, fact.caseId, known)
}

/** A case comes whole: what was here of it is replaced. */
export function takeWhole(
  tx: Writer,
  mine: Mine,
  caseId: CaseId,
  facts: readonly WireFact[]
): Case | undefined {
  dropCase(tx, caseId)
  if (mine.has(caseId)) unmarkLanded(tx, caseId)
  return facts.reduce<Case | undefined>((kase, fact) => takeFact(tx, mine, kase, fact), undefined)
}
