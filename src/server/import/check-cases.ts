import { Case } from '../../shared/case/case.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { RowReason } from '../../shared/protocol/imports.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { factsOf, foldProblem } from './facts.ts'
import type { Mapping } from './mapping.ts'
import { normalise } from './normalise.ts'
import type { PastCase } from './past-case.ts'
import type { Row } from './row.ts'
import { type ImportRun, pause } from './run-context.ts'
import { countStaged, listStaged, putPast, rowsOf, type StagedCase } from './staging/cases.ts'
import { advanceJob, type Job } from './staging/job.ts'
import { countRejections, firstRejectedLine, pushRejection } from './staging/rejections.ts'

const BATCH = 50

/** Second phase: the rows of each case become its life, and that life is tried on the rules of the product. */
export async function checkCases(run: ImportRun, job: Job): Promise<Job> {
  const total = countStaged(run.db)
  let checked = job
  for (;;) {
    const batch = listStaged(run.db, checked.position, BATCH)
    const last = batch.at(-1)
    if (!last) break
    checked = run.db.write((tx) => {
      for (const staged of batch) checkCase(tx, staged, run.mapping, run.matrix)
      return advanceJob(tx, checked, { position: last.no })
    })
    run.onProgress?.({ phase: 'checking', done: last.no, total, rejected: countRejections(run.db) })
    await pause(run)
  }
  return run.db.write((tx) => advanceJob(tx, checked, { phase: 'checked', position: 0 }))
}

function checkCase(tx: Writer, staged: StagedCase, mapping: Mapping, matrix: Matrix): void {
  const rows = rowsOf(tx, staged.no)
  const hole = holeIn(tx, staged, mapping)
  if (hole !== undefined) {
    rejectAll(tx, rows, { code: 'case-incomplete', first: hole })
    return
  }
  const past = normalise(rows, mapping.defaults)
  const problem = problemOf(past, mapping, matrix)
  if (problem === undefined) putPast(tx, staged.no, past)
  else rejectAll(tx, rows, problem)
}

/** A list has one row a case, so a rejected row takes nothing from the others. */
function holeIn(from: Reader, staged: StagedCase, mapping: Mapping): number | undefined {
  return mapping.kind === 'event-log' ? firstRejectedLine(from, staged.externalId) : undefined
}

function problemOf(past: PastCase, mapping: Mapping, matrix: Matrix): RowReason | undefined {
  const facts = factsOf(past, mapping.name, matrix)
  const folded = Case.safeParse(facts.kase)
  if (folded.success) return foldProblem(facts, past)
  return { code: 'case-not-valid', path: folded.error.issues[0]?.path.map(String).join('.') ?? '' }
}

function rejectAll(tx: Writer, rows: readonly Row[], why: RowReason): void {
  for (const { line, externalId } of rows) pushRejection(tx, { line, why, externalId })
}
