import type { Case } from '../../shared/case/case.ts'
import { type HopLine, hopHistory } from '../../shared/case/hop-history.ts'
import { englishOfTrigger } from '../../shared/escalation/english-of-trigger.ts'
import type { AutomaticRow } from '../../shared/escalation/matrix.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findMatrix } from '../log/matrices.ts'

/** The way of a case for a program: where nobody sent it, what set the automatic row off is why (ES34). */
export function toldHops(db: Reader, kase: Case): HopLine[] {
  return hopHistory(kase).map((line) => ({ ...line, why: line.why || whyAutomatic(db, line) }))
}

function whyAutomatic(db: Reader, line: HopLine): string {
  if (!line.automatic) return ''
  const { on } = line.automatic
  const row = ruleOf(db, line)
  if (row) return englishOfTrigger(row.trigger)
  return on ? englishOfTrigger({ on }) : ''
}

/** The row as it was in the version the case was sent on under. */
function ruleOf(db: Reader, { versions, automatic }: HopLine): AutomaticRow | undefined {
  const rules = versions && findMatrix(db, versions.judgedUnder)
  return rules?.automatic.find(({ id }) => id === automatic?.rowId)
}
