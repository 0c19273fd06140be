import { hashOf } from '../../shared/lib/hash.ts'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import { type ImportRefusal, SHOWN_REJECTIONS } from '../../shared/protocol/imports.ts'
import type { Db } from '../../sqlite/db.ts'
import { checkCases } from './check-cases.ts'
import { placesOf, unknownPlaces } from './check-mapping.ts'
import { beginPublishing, publishCases } from './publish-cases.ts'
import { isStillborn, refusalOf } from './refusal-of.ts'
import { writeReport } from './report.ts'
import { type ImportDeps, type ImportRequest, type ImportRun, pause } from './run-context.ts'
import { sha256OfFile } from './source.ts'
import { stageRows } from './stage-rows.ts'
import { countReady } from './staging/cases.ts'
import { findJob, type Job, putJob } from './staging/job.ts'
import { discardStaging, openStaging } from './staging/open-staging.ts'
import { countRejections, listRejections, rejectionsByCode, someRejections } from './staging/rejections.ts'

export type ImportOutcome = {
  readonly jobId: string
  /** The same file was imported with the same mapping before: nothing was done. */
  readonly already: boolean
  /** Cases that are new in the log; after a dry run, cases that passed the check. */
  readonly imported: number
  /** Cases the log had already, left as they were. */
  readonly known: number
  readonly rows: number
  readonly rejected: number
  /** Rows the mapping says to leave out. */
  readonly leftOut: number
  /** Rejected rows by reason. */
  readonly reasons: Readonly<Record<string, number>>
}

type Answer = Result<ImportOutcome, ImportRefusal>

/** Raise it when what is staged means something else: jobs of an older build then start again. */
const STAGED_AS = 2

/** Imports a file: all its good cases or, refused, nothing. Goes on where an earlier run of the same import stopped. */
export async function runImport(request: ImportRequest, deps: ImportDeps): Promise<Answer> {
  const { mapping, matrix } = request
  const nowhere = unknownPlaces(mapping, placesOf(matrix))
  if (nowhere) return no(nowhere)
  try {
    const print = hashOf([STAGED_AS, await sha256OfFile(request.file), mapping]).slice(0, 16)
    return await runJob(request, deps, request.dryRun ? `dry-${print}` : print)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return no(refusal)
  }
}

async function runJob(request: ImportRequest, deps: ImportDeps, jobId: string): Promise<Answer> {
  const mark = await deps.log.findMark(jobId)
  const complete = mark !== undefined && mark.position === mark.total
  let db = openStaging(request.jobsFolder, jobId, deps.hooks)
  let open = true
  try {
    if (findJob(db)?.phase === 'done') {
      if (complete) {
        deps.onRejections?.(someRejections(db, SHOWN_REJECTIONS), jobId)
        return ok(outcome(db, jobId, { already: true, imported: 0, known: mark.total }))
      }
      // Published to a log that has been set back since: it is to be done again.
      discardStaging(db)
      db = openStaging(request.jobsFolder, jobId, deps.hooks)
    }
    const run: ImportRun = { ...request, ...deps, db, jobId }
    const answer = await runPhases(run, findJob(db) ?? begin(run))
    if (request.dryRun) {
      discardStaging(db)
      open = false
    }
    return answer
  } catch (error) {
    if (isStillborn(error)) {
      discardStaging(db)
      open = false
    }
    throw error
  } finally {
    if (open) db.close()
  }
}

function begin({ db, jobId, file, name, mapping, now }: ImportRun): Job {
  const job: Job = {
    id: jobId,
    run: now(),
    fileName: name ?? file,
    mapping: JSON.stringify(mapping),
    phase: 'reading',
    position: 0,
    rows: 0,
    leftOut: 0
  }
  db.write((tx) => putJob(tx, job))
  return job
}

async function runPhases(run: ImportRun, from: Job): Promise<Answer> {
  const { db, jobId, mapping } = run
  let job = from
  if (job.phase === 'reading') job = await stageRows(run, job)
  if (job.phase === 'checking') job = await checkCases(run, job)
  run.onRejections?.(someRejections(db, SHOWN_REJECTIONS), jobId)
  if (run.report) await writeReport(run.report, listRejections(db))
  if (job.phase === 'checked') {
    const rejected = countRejections(db)
    const tooMany = rejected > job.rows * mapping.maxRejectedShare
    if (tooMany && !run.acceptRejections) {
      const reasons = rejectionsByCode(db)
      return no({
        type: 'TooManyRejected',
        rows: job.rows,
        rejected,
        maxShare: mapping.maxRejectedShare,
        reasons
      })
    }
    if (run.dryRun) return ok(outcome(db, jobId, { already: false, imported: countReady(db), known: 0 }))
    await pause(run)
    job = beginPublishing(run, job)
  }
  const { added, known } = await publishCases(run, job)
  return ok(outcome(db, jobId, { already: false, imported: added, known }))
}

function outcome(
  db: Db,
  jobId: string,
  counts: Pick<ImportOutcome, 'already' | 'imported' | 'known'>
): ImportOutcome {
  const { rows = 0, leftOut = 0 } = findJob(db) ?? {}
  return { jobId, ...counts, rows, rejected: countRejections(db), leftOut, reasons: rejectionsByCode(db) }
}
