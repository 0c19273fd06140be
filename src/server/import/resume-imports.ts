import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { KeptMark } from './import-log.ts'
import { Mapping } from './mapping.ts'
import { publishCases } from './publish-cases.ts'
import type { ImportDeps } from './run-context.ts'
import { findJob } from './staging/job.ts'
import { openStaging } from './staging/open-staging.ts'

/** What is gone on with: the file's name, the mapping's, and when it was begun. */
export type Resumed = { readonly name: string; readonly mapping: string; readonly begunAt: number }
/** Hears how it goes on, and what came of it. */
export type Follower = Pick<ImportDeps, 'onProgress'> & {
  readonly onEnd: (kept: KeptMark) => void
  readonly onFault: (error: unknown) => void
}

/**
 * Ends what a stopped server had begun to publish. The file it came from is not needed for it, so the log never stays
 * with half an import. Imports that had not begun to publish wait until somebody asks for them again.
 */
export async function resumeImports(
  jobsFolder: string,
  matrix: Matrix,
  deps: Omit<ImportDeps, 'signal' | 'onProgress'>,
  follow?: (resumed: Resumed) => Follower
): Promise<KeptMark[]> {
  if (!existsSync(jobsFolder)) return []
  const ended: KeptMark[] = []
  for (const name of readdirSync(jobsFolder).filter((each) => each.endsWith('.db'))) {
    const jobId = path.basename(name, '.db')
    const db = openStaging(jobsFolder, jobId, deps.hooks)
    try {
      const job = findJob(db)
      if (job?.phase !== 'publishing') continue
      const mapping = Mapping.parse(JSON.parse(job.mapping))
      const follower = follow?.({ name: job.fileName, mapping: mapping.name, begunAt: job.run })
      try {
        const kept = await publishCases({ ...deps, ...follower, db, jobId, mapping, matrix }, job)
        follower?.onEnd(kept)
        ended.push(kept)
      } catch (error) {
        follower?.onFault(error)
        throw error
      }
    } finally {
      db.close()
    }
  }
  return ended
}
