import { automaticEvent, nextAutomatic } from '../../shared/case/automatic.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { SYSTEM } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'
import type { Desk } from '../desk.ts'
import { append } from '../log/append.ts'
import { type AutomaticDue, listAutomaticDue, putAutomaticDue, restAutomatic } from '../log/automatic-due.ts'
import { findCase } from '../log/cases.ts'

const AT_ONCE = 200

/** The automatic rows whose time has come act, and cases that changed are looked at for when theirs will (ES26). */
export async function actAutomatically(desk: Desk): Promise<void> {
  const at = desk.now()
  if (listAutomaticDue(desk.db, at, 1).length === 0) return
  const acted = await desk.home.write((tx) => {
    const matrix = desk.getMatrix(tx)
    if (!matrix) return 0
    const due = listAutomaticDue(tx, at, AT_ONCE)
    return due.filter((one) => actOn(tx, one, matrix, at, desk.newId)).length
  })
  if (acted > 0) desk.dirty()
}

function actOn(tx: Writer, due: AutomaticDue, matrix: Matrix, at: number, newId: () => string): boolean {
  const { caseId, since } = due
  const kase = findCase(tx, caseId)?.kase
  const next = kase && nextAutomatic(kase, matrix, since)
  if (!kase || !next) {
    restAutomatic(tx, due)
    return false
  }
  if (next.at > at) {
    putAutomaticDue(tx, due, next.at)
    return false
  }
  // Appending looks at the case again: another row may be due as well.
  const event = automaticEvent(kase, next.row, matrix, at, newId())
  append(tx, caseId, kase, { at, by: SYSTEM, opId: null, event })
  // That a row acted makes nothing of the imported past present.
  if (since > 0) putAutomaticDue(tx, due, 0)
  return true
}
