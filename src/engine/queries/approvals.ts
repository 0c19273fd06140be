import { optionsFor } from '../../shared/case/options-for.ts'
import { mayDecide } from '../../shared/case/rights.ts'
import type { ApprovalRow } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { readCase } from '../store/cases.ts'
import { LISTED, type ListedRow, toCaseRow } from './case-row.ts'

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
    if (one?.kind !== 'hierarchical' || one.state.status !== 'requested' || !mayDecide(place.person, one))
      return []
    const options = optionsFor(kase, place.person, place.matrix, { people: place.people, at: serverNow })
    return [
      {
        case: toCaseRow(row),
        escalationId: one.id,
        by: one.by,
        at: one.at,
        dueAt: one.state.dueAt,
        step: one.state.step,
        steps: one.chain.length,
        action: one.ask.action,
        amountMinor: one.ask.amountMinor,
        currency: one.ask.currency,
        ask: Object.values(one.ask.package).filter(Boolean).join('\n\n'),
        options: options.filter((option) => option.about.escalationId === one.id)
      }
    ]
  })
}
