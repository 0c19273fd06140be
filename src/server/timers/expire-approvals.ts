import { expiryOf } from '../../shared/case/decide-approval.ts'
import { SYSTEM } from '../../shared/lib/ids.ts'
import type { Desk } from '../desk.ts'
import { append } from '../log/append.ts'
import { findCase } from '../log/cases.ts'
import { listDue } from '../log/due.ts'

const AT_ONCE = 100

/** Steps nobody answered in time are over: the next approver is asked, or the request ends. */
export function expireApprovals(desk: Desk): void {
  const at = desk.now()
  const due = listDue(desk.db, at, AT_ONCE)
  if (due.length === 0) return
  desk.db.write((tx) => {
    for (const { caseId, escalationId } of due) {
      const kase = findCase(tx, caseId)?.kase
      const one = kase?.escalations.find((each) => each.id === escalationId)
      const event = one?.kind === 'hierarchical' ? expiryOf(one, at) : undefined
      if (event) append(tx, caseId, kase, { at, by: SYSTEM, opId: null, event })
    }
  })
  desk.dirty()
}
