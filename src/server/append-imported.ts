import type { Case } from '../shared/case/case.ts'
import type { Writer } from '../sqlite/db.ts'
import type { Desk } from './desk.ts'
import type { ImportedCase, ImportLog, ImportMark, KeptMark } from './import/import-log.ts'
import { append } from './log/append.ts'
import { putAutomaticDue } from './log/automatic-due.ts'
import { findCase } from './log/cases.ts'
import { findImport, putImport } from './log/imports.ts'

/**
 * Lays past cases into the log, all of a batch and how far the job has got, or nothing. A case that is there already is
 * left as it is. The past has no effects: its mails were sent and its refunds paid elsewhere, long ago. Automatic rows hold for
 * what is still open from now on (SV53).
 */
export async function appendImported(
  desk: Desk,
  batch: readonly ImportedCase[],
  mark: ImportMark
): Promise<KeptMark> {
  const kept = await desk.home.write((tx) => {
    const before = findImport(tx, mark.jobId)
    const counts = before?.run === mark.run ? before : { added: 0, known: 0 }
    const added = batch.filter((one) => appendCase(tx, one, desk.now())).length
    const next = { ...mark, added: counts.added + added, known: counts.known + batch.length - added }
    putImport(tx, next)
    return next
  })
  if (batch.length > 0) desk.dirty()
  return kept
}

/** The log as the importer knows it. */
export function importLog(desk: Desk): ImportLog {
  return {
    findMark: async (jobId) => findImport(desk.db, jobId),
    publish: (batch, mark) => appendImported(desk, batch, mark)
  }
}

function appendCase(tx: Writer, { caseId, events }: ImportedCase, now: number): boolean {
  if (findCase(tx, caseId)) return false
  let kase: Case | undefined
  for (const happening of events) kase = append(tx, caseId, kase, happening, 'done').kase
  const isOver = !kase || kase.state.status === 'resolved' || kase.state.status === 'closed'
  if (!isOver) putAutomaticDue(tx, { caseId, since: now }, 0)
  return true
}
