import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Fact, Happening } from '../../shared/case/event.ts'
import { caseScopes } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'
import { putGrants } from '../../tables/grants.ts'
import { dropAutomaticDue, putAutomaticDue } from './automatic-due.ts'
import { putCase } from './cases.ts'
import { putDue } from './due.ts'
import { effectOf, pushEffect } from './effects.ts'
import { headSeq, pushFact } from './facts.ts'
import { putScopeSums } from './scope-sums.ts'
import { putSight } from './sight.ts'

/**
 * Whether what follows from a fact is still to be done: for the imported past it has been, elsewhere and long ago; for what
 * comes again after a restore it perhaps has.
 */
export type Consequences = 'due' | 'done' | 'perhaps'

/**
 * The one way into the log: the next fact, who could see it, the case it makes, and what follows from it, in the caller's
 * transaction. `seq` is the head plus one; SQLite has one writer, so it rises without a gap.
 */
export function append(
  tx: Writer,
  caseId: CaseId,
  before: Case | undefined,
  happening: Happening,
  consequences: Consequences = 'due'
): { fact: Fact; kase: Case } {
  const kase = apply(before, caseId, happening)
  const fact: Fact = { ...happening, seq: headSeq(tx) + 1, caseId, ver: kase.ver }
  pushFact(tx, fact, kase)
  const [sawIt, seesIt] = [before ? caseScopes(before) : [], caseScopes(kase)]
  putSight(tx, caseId, fact.seq, sawIt, seesIt)
  putScopeSums(tx, caseId, { ver: before?.ver ?? 0, scopes: sawIt }, { ver: kase.ver, scopes: seesIt })
  putCase(tx, kase, fact.seq)
  if (/^(approval|escalation)\./.test(fact.event.type)) putDue(tx, kase)
  if (fact.event.type === 'case.granted') putGrants(tx, kase)
  if (consequences === 'done') return { fact, kase }
  lookAgain(tx, kase)
  const effect = effectOf(fact, kase)
  if (effect) pushEffect(tx, effect, kase, fact.at, consequences === 'perhaps')
  return { fact, kase }
}

/** What happened may bring an automatic row nearer, or end its business. */
function lookAgain(tx: Writer, kase: Case): void {
  const isOver = kase.state.status === 'resolved' || kase.state.status === 'closed'
  if (isOver) dropAutomaticDue(tx, kase.id)
  else putAutomaticDue(tx, { caseId: kase.id, since: 0 }, 0)
}
