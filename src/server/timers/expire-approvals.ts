import type { Desk } from '../desk.ts'
import { findCase } from '../log/cases.ts'
import { listDue } from '../log/due.ts'
import { settleTime } from '../log/settle-time.ts'

const AT_ONCE = 100

/** Steps nobody answered in time go on as their row says (ES17). */
export function expireApprovals(desk: Desk): void {
  const at = desk.now()
  const due = listDue(desk.db, at, AT_ONCE)
  const matrix = due.length > 0 ? desk.getMatrix(desk.db) : undefined
  if (!matrix) return
  desk.db.write((tx) => {
    for (const { caseId } of due) {
      const kase = findCase(tx, caseId)?.kase
      if (kase) settleTime(tx, kase, { at, matrix })
    }
  })
  desk.dirty()
}
