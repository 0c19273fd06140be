import { mkdirSync, rmSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { must } from '../../shared/lib/must.ts'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { ImportJob, ImportSaid, RejectedRow } from '../../shared/protocol/imports.ts'
import { DiskFault, toFault } from '../../sqlite/fault.ts'
import type { Report } from '../desk.ts'
import { placesOf, unknownPlaces } from '../import/check-mapping.ts'
import type { ImportLog } from '../import/import-log.ts'
import type { Mapping } from '../import/mapping.ts'
import { parseMapping, withLines } from '../import/parse-mapping.ts'
import { readRejections } from '../import/read-rejections.ts'
import type { Rejection } from '../import/rejection.ts'
import { type Follower, type Resumed, resumeImports } from '../import/resume-imports.ts'
import { runImport } from '../import/run-import.ts'

/** Why a step of an import is not taken. */
export type JobRefusal = Extract<
  ImportSaid,
  { type: 'NoSuchImport' | 'BadMapping' | 'NotNow' | 'DiskFull' | 'DiskBroken' }
>

/** The imports of this run of the server, the newest first. */
export type ImportJobs = {
  list(): ImportJob[]
  begin(asked: {
    readonly name: string
    readonly mapping: string
    readonly acceptRejections: boolean
  }): Result<string, JobRefusal>
  /** The next bytes of the file. Gives how many there are by now. */
  receive(id: string, bytes: Buffer): Promise<Result<number, JobRefusal>>
  end(id: string): Result<null, JobRefusal>
  cancel(id: string): Result<null, JobRefusal>
  /** Rejected rows in the order of the file, after the first `skip`. */
  rejections(id: string, limit: number, skip: number): Result<RejectedRow[], JobRefusal>
  /** Goes on with what the server was publishing when it stopped, and lists it. */
  resume(matrix: Matrix): Promise<void>
}

/** `staged`: the job that holds its rejected rows, once they are known. */
type Listed = { job: ImportJob; staged?: string }

export type ImportJobsGiven = {
  readonly folder: string
  readonly log: ImportLog
  readonly matrix: () => Matrix | undefined
  readonly now: () => number
  readonly newId: () => string
  readonly report: Report
}

type Running = Listed & {
  readonly file: string
  readonly mapping: Mapping
  readonly mappingText: string
  readonly acceptRejections: boolean
  readonly stop: AbortController
  /** One chunk after the other, however they come in. */
  writing: Promise<void>
}

const KEPT = 50

export function makeImportJobs(given: ImportJobsGiven): ImportJobs {
  const jobs = new Map<string, Running>()
  /** Those of the run before, which nobody can stop or add to. */
  const resumed: Listed[] = []
  const incoming = path.join(given.folder, 'incoming')
  // What a server that stopped had received of a file is of no use: the console sends it anew.
  rmSync(incoming, { recursive: true, force: true })
  mkdirSync(incoming, { recursive: true })

  function find(id: string, phase?: ImportJob['phase']): Result<Running, JobRefusal> {
    const running = jobs.get(id)
    if (!running) {
      const old = resumed.find(({ job }) => job.id === id)
      return no(old ? { type: 'NotNow', phase: old.job.phase } : { type: 'NoSuchImport' })
    }
    if (phase && running.job.phase !== phase) {
      return no({ type: 'NotNow', phase: running.job.phase })
    }
    return ok(running)
  }
  return {
    list: () => [...resumed, ...jobs.values()].map(({ job }) => job).reverse(),
    begin({ name, mapping, acceptRejections }) {
      const parsed = parseMapping(mapping)
      if (!parsed.ok) return no({ type: 'BadMapping', problems: parsed.error })
      const nowhere = unknownPlaces(parsed.value, placesOf(must(given.matrix(), 'matrix')))
      if (nowhere) return no(withLines(nowhere, mapping))
      const id = given.newId()
      const job = newJob(id, name, parsed.value.name, given.now())
      const file = path.join(incoming, id)
      jobs.set(id, {
        job,
        mapping: parsed.value,
        mappingText: mapping,
        file,
        acceptRejections,
        stop: new AbortController(),
        writing: Promise.resolve()
      })
      forgetOldest(jobs)
      return ok(id)
    },
    async receive(id, bytes) {
      const found = find(id, 'receiving')
      if (!found.ok) return found
      const running = found.value
      const chunk = running.writing.then(() => appendFile(running.file, bytes))
      running.writing = chunk.catch(() => undefined)
      try {
        await chunk
      } catch (error) {
        const fault = diskFault(error)
        if (!fault) throw error
        if (running.job.phase === 'receiving') endAs(running, 'failed', fault)
        return no(fault)
      }
      running.job = { ...running.job, done: running.job.done + bytes.length }
      return ok(running.job.done)
    },
    end(id) {
      const found = find(id, 'receiving')
      if (!found.ok) return found
      const running = found.value
      running.job = { ...running.job, phase: 'reading', done: 0 }
      void running.writing.then(() => run(given, running))
      return ok(null)
    },
    cancel(id) {
      const found = find(id)
      if (!found.ok) return found
      const { phase } = found.value.job
      if (phase === 'publishing' || phase === 'done') {
        return no({ type: 'NotNow', phase })
      }
      found.value.stop.abort()
      if (phase === 'receiving') endAs(found.value, 'cancelled', { type: 'Cancelled' })
      return ok(null)
    },
    rejections(id, limit, skip) {
      const listed = jobs.get(id) ?? resumed.find(({ job }) => job.id === id)
      if (!listed) return no({ type: 'NoSuchImport' })
      const { staged } = listed
      return ok(staged === undefined ? [] : readRejections(given.folder, staged, limit, skip).map(shownRow))
    },
    async resume(matrix) {
      const { folder, log, now } = given
      await resumeImports(folder, matrix, { log, now }, (one) => {
        const listed = resumedJob(given.newId(), one)
        resumed.push(listed)
        return followerOf(listed)
      })
    }
  }
}

function resumedJob(id: string, { name, mapping, begunAt }: Resumed): Listed {
  const job = newJob(id, path.basename(name), mapping, begunAt)
  return { job: { ...job, phase: 'publishing', said: { type: 'Resumed' } } }
}

function followerOf(listed: Listed): Follower {
  return {
    onProgress: ({ done, total, rejected }) => {
      listed.job = { ...listed.job, done, total, rejected }
    },
    onEnd: ({ added, known }) => {
      listed.job = { ...listed.job, phase: 'done', imported: added, skipped: known }
    },
    onFault: (error) => {
      listed.job = { ...listed.job, phase: 'failed', said: faultSaid(error) }
    }
  }
}

function faultSaid(error: unknown): ImportSaid {
  return diskFault(error) ?? { type: 'ServerBroke', name: nameOf(error) }
}

async function run(given: ImportJobsGiven, running: Running): Promise<void> {
  const { file, mapping, acceptRejections, stop } = running
  const report = path.join(given.folder, `${running.job.id}.rejected.csv`)
  try {
    await appendFile(file, '') // of an empty file no bytes came
    const matrix = must(given.matrix(), 'matrix')
    const answer = await runImport(
      { file, name: running.job.name, mapping, matrix, jobsFolder: given.folder, report, acceptRejections },
      {
        log: given.log,
        now: given.now,
        signal: stop.signal,
        onRejections: (first, staged) => {
          running.staged = staged
          running.job = { ...running.job, rejections: first.map(shownRow) }
        },
        onProgress: ({ phase, done, total, rejected }) => {
          running.job = { ...running.job, phase, done, total, rejected }
        }
      }
    )
    if (answer.ok) {
      const { imported, known: skipped, rejected, leftOut, already } = answer.value
      running.job = { ...running.job, imported, skipped, rejected, leftOut }
      endAs(running, 'done', already ? { type: 'AlreadyImported' } : null)
    } else
      endAs(
        running,
        answer.error.type === 'Cancelled' ? 'cancelled' : 'failed',
        withLines(answer.error, running.mappingText)
      )
  } catch (error) {
    given.report('import.broke', { id: running.job.id, error })
    endAs(running, 'failed', faultSaid(error))
  }
}

function shownRow({ line, until, column, value, externalId, why }: Rejection): RejectedRow {
  // Where no single value is to blame, the number of the case says most.
  return { line, until: until ?? null, column: column ?? '', value: value ?? externalId ?? '', why }
}

function diskFault(error: unknown): Extract<JobRefusal, { type: 'DiskFull' | 'DiskBroken' }> | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return { type: 'DiskFull' }
  const fault = toFault(error, '')
  if (!(fault instanceof DiskFault)) return undefined
  return { type: fault.name === 'DiskFull' ? 'DiskFull' : 'DiskBroken' }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error'
}

function endAs(running: Running, phase: ImportJob['phase'], said: ImportSaid | null): void {
  running.job = { ...running.job, phase, said }
  rmSync(running.file, { force: true })
}

function newJob(id: string, name: string, mapping: string, startedAt: number): ImportJob {
  const counts = { done: 0, total: null, rejected: 0, imported: 0, skipped: 0, leftOut: 0 }
  return { id, name, mapping, phase: 'receiving', ...counts, said: null, startedAt, rejections: [] }
}

function forgetOldest(jobs: Map<string, Running>): void {
  const over = [...jobs.values()].filter(({ job }) => ['done', 'failed', 'cancelled'].includes(job.phase))
  for (const { job } of over.slice(0, Math.max(0, jobs.size - KEPT))) jobs.delete(job.id)
}
