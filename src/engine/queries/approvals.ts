import { type HierarchicalEscalation, moneyOf } from '../../shared/case/case.ts'
import { ifNobody } from '../../shared/case/if-nobody.ts'
import { optionsFor } from '../../shared/case/options-for.ts'
import { decidesAs } from '../../shared/case/who-decides.ts'
import type { ApprovalRow } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { readCase } from '../store/cases.ts'
import { around } from './around.ts'
import { LISTED, type ListedRow, toCaseRow } from './case-row.ts'
import { customerHistory } from './customer-history.ts'

/** The requests for authority that wait for this person, the one due first on top, each with its two buttons. */
export function listApprovals(db: Reader, place: Place, serverNow: number): ApprovalRow[] {
  const rows = db
    .prepare(
      `SELECT c.body, ${LISTED}, a.escalation_id AS id FROM approvals a JOIN cases c ON c.id = a.case_id ORDER BY a.due_at, a.escalation_id LIMIT 500`
    )
    .all() as (ListedRow & { body: string; id: string })[]
  return rows.flatMap((row): ApprovalRow[] => {
    const kase = readCase(row.body)
    const one = kase.escalations.find((each) => each.id === row.id)
    if (one?.kind !== 'hierarchical' || one.state.status !== 'requested') return []
    const stead = decidesAs(place.person, one, { at: serverNow, findPerson: place.findPerson })
    if (!stead) return []
    const options = optionsFor(kase, place.person, place.matrix, around(db, place, serverNow))
    const { step, dueAt } = one.state
    return [
      {
        case: toCaseRow(row),
        escalationId: one.id,
        rowId: one.rowId,
        madeUnder: one.madeUnder,
        judgedUnder: one.judgedUnder,
        by: one.by,
        at: one.at,
        dueAt,
        step,
        steps: one.chain.length,
        ask: one.ask,
        limitMinor: limitOf(place, one),
        currency: place.matrix.currency,
        chain: one.chain,
        decisions: one.decisions,
        also: one.state.also ?? null,
        ifNobody: ifNobody(kase, one, place.matrix) ?? { does: 'ends' },
        inPlaceOf: stead.inPlaceOf ?? null,
        history: customerHistory(db, kase),
        options: options.filter((option) => option.about.escalationId === one.id)
      }
    ]
  })
}

/** What the one who asks may grant alone on one case. */
function limitOf({ matrix, findPerson }: Place, { ask, by }: HierarchicalEscalation): number | null {
  const money = moneyOf(ask)
  if (!money) return null
  const tier = findPerson(by)?.tier
  return matrix.limits.find((one) => one.action === money.action && one.tier === tier)?.perCaseMinor ?? 0
}
