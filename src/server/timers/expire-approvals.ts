import { expiryOf } from '../../shared/case/expiry.ts'
import { SYSTEM } from '../../shared/lib/ids.ts'
import type { Desk } from '../desk.ts'
import { append } from '../log/append.ts'
import { findCase } from '../log/cases.ts'
import { listDue } from '../log/due.ts'

const AT_ONCE = 100

/** Steps nobody answered in time go on as their row says (ES17). */
export function expireApprovals(desk: Desk): void {
  const at = desk.now()
  const due = listDue(desk.db, at, AT_ONCE)
  const matrix = due.length > 0 ? desk.getMatrix(desk.db) : undefined
  if (!matrix) return
  desk.db.write((tx) => {
    for (const { caseId, escalationId } of due) {
      const kase = findCase(tx, caseId)?.kase
      const one = kase?.escalations.find((each) => each.id === escalationId)
      const event = kase && one?.kind === 'hierarchical' ? expiryOf(kase, one, { at, matrix }) : undefined
      if (event) append(tx, caseId, kase, { at, by: SYSTEM, opId: null, event })
    }
  })
  desk.dirty()
}
