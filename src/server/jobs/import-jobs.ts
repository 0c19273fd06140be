import { mkdirSync, rmSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { must } from '../../shared/lib/must.ts'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { ImportJob } from '../../shared/protocol/views.ts'
import type { Report } from '../desk.ts'
import type { ImportLog } from '../import/import-log.ts'
import type { Mapping } from '../import/mapping.ts'
import { problemText } from '../import/mapping-problem.ts'
import { parseMapping } from '../import/parse-mapping.ts'
import { importRefusalText } from '../import/refusal.ts'
import { runImport } from '../import/run-import.ts'
import { readReport } from './read-report.ts'

export type JobRefusal = { readonly why: 'NotFound' | 'NotAMapping' | 'NotNow'; readonly message: string }

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
}

export type ImportJobsGiven = {
  readonly folder: string
  readonly log: ImportLog
  readonly matrix: () => Matrix | undefined
  readonly now: () => number
  readonly newId: () => string
  readonly report: Report
}

type Running = {
  job: ImportJob
  readonly mapping: Mapping
  readonly file: string
  readonly acceptRejections: boolean
  readonly stop: AbortController
  /** One chunk after the other, however they come in. */
  writing: Promise<void>
}

const KEPT = 50
const SHOWN_REJECTIONS = 200

export function makeImportJobs(given: ImportJobsGiven): ImportJobs {
  const jobs = new Map<string, Running>()
  const incoming = path.join(given.folder, 'incoming')
  mkdirSync(incoming, { recursive: true })

  function find(id: string, phase?: ImportJob['phase']): Result<Running, JobRefusal> {
    const running = jobs.get(id)
    if (!running) return no({ why: 'NotFound', message: `there is no import ${id}` })
    if (phase && running.job.phase !== phase) {
      return no({ why: 'NotNow', message: `import ${id} is ${running.job.phase}, not ${phase}` })
    }
    return ok(running)
  }
  return {
    list: () => [...jobs.values()].map(({ job }) => job).reverse(),
    begin({ name, mapping, acceptRejections }) {
      const parsed = parseMapping(mapping)
      if (!parsed.ok) return no({ why: 'NotAMapping', message: parsed.error.map(problemText).join('\n') })
      const id = given.newId()
      const job = newJob(id, name, parsed.value.name, given.now())
      const file = path.join(incoming, id)
      jobs.set(id, {
        job,
        mapping: parsed.value,
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
      await chunk
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
        return no({ why: 'NotNow', message: 'its cases are in the queues already' })
      }
      found.value.stop.abort()
      if (phase === 'receiving') endAs(found.value, 'cancelled', 'cancelled; nothing was imported')
      return ok(null)
    }
  }
}

async function run(given: ImportJobsGiven, running: Running): Promise<void> {
  const { file, mapping, acceptRejections, stop } = running
  const report = path.join(given.folder, `${running.job.id}.rejected.csv`)
  try {
    const matrix = must(given.matrix(), 'matrix')
    const answer = await runImport(
      { file, mapping, matrix, jobsFolder: given.folder, report, acceptRejections },
      {
        log: given.log,
        now: given.now,
        signal: stop.signal,
        onProgress: ({ phase, done, total, rejected }) => {
          running.job = { ...running.job, phase, done, total, rejected }
        }
      }
    )
    const rejections = readReport(report, SHOWN_REJECTIONS)
    if (answer.ok) {
      const { imported, known: skipped, rejected, already } = answer.value
      const message = already ? 'this file was imported with this mapping before: nothing was done' : ''
      running.job = { ...running.job, imported, skipped, rejected, rejections }
      endAs(running, 'done', message)
    } else {
      running.job = { ...running.job, rejections }
      endAs(
        running,
        answer.error.type === 'Cancelled' ? 'cancelled' : 'failed',
        importRefusalText(answer.error)
      )
    }
  } catch (error) {
    given.report('import.broke', { id: running.job.id, error })
    endAs(running, 'failed', error instanceof Error ? error.message : String(error))
  }
}

function endAs(running: Running, phase: ImportJob['phase'], message: string): void {
  running.job = { ...running.job, phase, message }
  rmSync(running.file, { force: true })
}

function newJob(id: string, name: string, mapping: string, startedAt: number): ImportJob {
  const counts = { done: 0, total: null, rejected: 0, imported: 0, skipped: 0 }
  return { id, name, mapping, phase: 'receiving', ...counts, message: '', startedAt, rejections: [] }
}

function forgetOldest(jobs: Map<string, Running>): void {
  const over = [...jobs.values()].filter(({ job }) => ['done', 'failed', 'cancelled'].includes(job.phase))
  for (const { job } of over.slice(0, Math.max(0, jobs.size - KEPT))) jobs.delete(job.id)
}
