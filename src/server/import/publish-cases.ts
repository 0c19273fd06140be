import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { Db } from '../../sqlite/db.ts'
import { arrivalTime, redated } from './arrival.ts'
import { factsOf } from './facts.ts'
import type { ImportedCase, KeptMark } from './import-log.ts'
import type { Mapping } from './mapping.ts'
import { type ImportRun, pause } from './run-context.ts'
import {
  countReady,
  dropStaged,
  listLive,
  listReady,
  noOfReady,
  putArrival,
  type ReadyCase
} from './staging/cases.ts'
import { advanceJob, type Job } from './staging/job.ts'
import { countRejections } from './staging/rejections.ts'

const BATCH = 100

/** The file is not needed any more: all that is left to do stands in the job. */
type PublishRun = Pick<ImportRun, 'db' | 'jobId' | 'mapping' | 'matrix' | 'log' | 'now' | 'onProgress'>

/** From here there is no way back, only forward: who stops in the middle goes on at the next start. */
export function beginPublishing({ db, mapping, now }: ImportRun, job: Job): Job {
  return db.write((tx) => {
    if (mapping.arrival.mode === 'waiting') {
      const live = listLive(tx)
      const { overHours } = mapping.arrival
      for (const [index, no] of live.entries())
        putArrival(tx, no, arrivalTime(index, live.length, overHours, now()))
    }
    return advanceJob(tx, job, { phase: 'publishing', position: 0 })
  })
}

/**
 * Last phase: whole cases go to the log, a batch and the job's position in one transaction of the log. The log's mark
 * is the truth about how far this came; the position in the job's own file only keeps a second runner out.
 */
export async function publishCases(run: PublishRun, job: Job): Promise<KeptMark> {
  const total = countReady(run.db)
  const rejected = countRejections(run.db)
  const found = await run.log.findMark(run.jobId)
  const mark = { jobId: run.jobId, run: job.run, total }
  let kept = found?.run === job.run ? found : await run.log.publish([], { ...mark, position: 0 })
  let after = noOfReady(run.db, kept.position)
  let published = job
  for (;;) {
    const batch = listReady(run.db, after, BATCH)
    const last = batch.at(-1)
    if (!last) break
    const cases = batch.map((ready) => importedCase(ready, run.mapping, run.matrix, run.now()))
    kept = await run.log.publish(cases, { ...mark, position: kept.position + batch.length })
    after = last.no
    published = run.db.write((tx) => advanceJob(tx, published, { position: kept.position }))
    run.onProgress?.({ phase: 'publishing', done: kept.position, total, rejected })
    await pause({})
  }
  finish(run.db, published)
  return kept
}

function importedCase(
  { past, arrivesAt }: ReadyCase,
  mapping: Mapping,
  matrix: Matrix,
  now: number
): ImportedCase {
  const dated = arrivesAt === null ? past : redated(past, arrivesAt, now)
  const { caseId, happenings } = factsOf(dated, mapping.name, matrix)
  return { caseId, events: happenings }
}

function finish(db: Db, job: Job): void {
  db.write((tx) => {
    dropStaged(tx)
    return advanceJob(tx, job, { phase: 'done' })
  })
  // Gives the room back to the disk: what was staged can be many times what is kept.
  db.prepare('VACUUM').run()
}
