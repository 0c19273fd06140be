import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Rejection } from './rejection.ts'
import { openStaging } from './staging/open-staging.ts'
import { someRejections } from './staging/rejections.ts'

/** Rejected rows of a job that was run, in the order of its file, after the first `skip`; none of a job that left nothing. */
export function readRejections(jobsFolder: string, jobId: string, limit: number, skip: number): Rejection[] {
  if (!existsSync(path.join(jobsFolder, `${jobId}.db`))) return []
  const db = openStaging(jobsFolder, jobId)
  try {
    return someRejections(db, limit, skip)
  } finally {
    db.close()
  }
}
