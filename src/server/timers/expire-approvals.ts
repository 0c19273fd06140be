import type { Desk } from '../desk.ts'
import { findCase } from '../log/cases.ts'
import { listDue } from '../log/due.ts'
import { settleTime } from '../log/settle-time.ts'

const AT_ONCE = 100

/** Steps nobody answered in time go on as their row says (ES17). */
export async function expireApprovals(desk: Desk): Promise<void> {
  const at = desk.now()
  if (listDue(desk.db, at, 1).length === 0) return
  await desk.home.write((tx) => {
    const matrix = desk.getMatrix(tx)
    if (!matrix) return
    for (const { caseId } of listDue(tx, at, AT_ONCE)) {
      const kase = findCase(tx, caseId)?.kase
      if (kase) settleTime(tx, kase, { at, matrix })
    }
  })
  desk.dirty()
}
