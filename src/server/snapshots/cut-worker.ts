import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../shared/lib/must.ts'
import { openReadOnly } from '../../sqlite/db.ts'
import { doCutJob } from './cut-job.ts'
import type { CutJob } from './snapshots.ts'

/** A thread that cuts one snapshot at a time, so that the server goes on answering. It reads the log through a connection of its own. */
const port = must(parentPort, 'parent of this thread')
const { log } = workerData as { log: string }

port.on('message', (job: CutJob) => {
  const db = openReadOnly(log)
  try {
    db.standStill(() => doCutJob(db, job))
    port.postMessage({ ok: true })
  } catch (error) {
    const { message, name } = error instanceof Error ? error : new Error(String(error))
    port.postMessage({ ok: false, message: `${name}: ${message}` })
  } finally {
    db.close()
  }
})
