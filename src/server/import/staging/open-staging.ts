import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Db, type Hooks, openDb } from '../../../sqlite/db.ts'
import { STAGING } from './migrations.ts'

/** Opens, or makes, the file of one job. */
export function openStaging(folder: string, jobId: string, hooks?: Hooks): Db {
  mkdirSync(folder, { recursive: true })
  return openDb(path.join(folder, `${jobId}.db`), STAGING, hooks)
}

/** Closes the file of a job and removes it, as if the job had never been. */
export function discardStaging(db: Db): void {
  db.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${db.file}${suffix}`, { force: true })
}
