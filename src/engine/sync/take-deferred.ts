import { CaseEvent } from '../../shared/case/event.ts'
import type { Db } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { listDeferred, listDeferredCases, listFacts } from '../store/facts.ts'
import { listMine } from '../store/outbox.ts'
import { recountSums } from '../store/sums.ts'
import { rebase } from './rebase.ts'
import { takeWhole } from './take-case.ts'

/** After an update: what an older build kept aside and this one understands takes its place in the history of its case (SY16). */
export function takeDeferred(db: Db, place: Place): void {
  const caseIds = listDeferredCases(db)
  if (caseIds.length === 0) return
  db.write((tx) => {
    const mine = listMine(tx)
    for (const caseId of caseIds) {
      const aside = listDeferred(tx, caseId)
      if (!aside.some((fact) => CaseEvent.safeParse(fact.event).success)) continue
      const facts = [...listFacts(tx, caseId), ...aside].sort((a, b) => a.ver - b.ver)
      const confirmed = takeWhole(tx, mine, caseId, facts)
      if (confirmed) rebase(tx, place, caseId, { confirmed }, mine)
    }
    // What is understood now may have moved a case to other scopes.
    recountSums(tx)
  })
}
