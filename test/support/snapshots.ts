import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createStaging } from '../../src/engine/staging.ts'
import type { Staging } from '../../src/engine/sync/staging.ts'
import { doCutJob } from '../../src/server/snapshots/cut-job.ts'
import { type CutJob, makeSnapshots, type Snapshots } from '../../src/server/snapshots/snapshots.ts'
import type { Reader } from '../../src/sqlite/db.ts'

let base = ''
let made = 0

/** A folder for this process; all of them go when it ends. */
export function tempFolder(): string {
  if (!base) {
    base = mkdtempSync(path.join(tmpdir(), 'tierline-files-'))
    process.once('exit', () => rmSync(base, { recursive: true, force: true }))
  }
  made += 1
  return path.join(base, `${made}`)
}

/** Empties them, between two stories of which nothing is open any more. */
export function clearFolders(): void {
  if (base) rmSync(base, { recursive: true, force: true })
}

/** Small enough for several parts even where there is hardly a case. */
const PART = 16 * 1024

/** Snapshots cut here and now. `jobs`: what was cut. */
export function testSnapshots(
  db: Reader,
  now: () => number,
  report: (event: string) => void = () => undefined
): Snapshots & { readonly jobs: CutJob[] } {
  const jobs: CutJob[] = []
  const snapshots = makeSnapshots({
    folder: tempFolder(),
    cut: (job) => {
      jobs.push(job)
      doCutJob(db, job)
    },
    now,
    report,
    partBytes: PART
  })
  return { ...snapshots, jobs }
}

/** A staging that never leaves its turn, so that a story of it is the same every time. */
export function testStaging(folder = tempFolder()): Staging {
  return createStaging({
    folder,
    pause: () => Promise.resolve(),
    async write(file, bytes, at) {
      const handle = openSync(file, 'r+')
      writeSync(handle, bytes, 0, bytes.length, at)
      closeSync(handle)
    }
  })
}
