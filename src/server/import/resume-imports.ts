import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { KeptMark } from './import-log.ts'
import { Mapping } from './mapping.ts'
import { publishCases } from './publish-cases.ts'
import type { ImportDeps } from './run-context.ts'
import { findJob } from './staging/job.ts'
import { openStaging } from './staging/open-staging.ts'

/**
 * Ends what a stopped server had begun to publish. The file it came from is not needed for it, so the log never stays
 * with half an import. Imports that had not begun to publish wait until somebody asks for them again.
 */
export async function resumeImports(
  jobsFolder: string,
  matrix: Matrix,
  deps: Omit<ImportDeps, 'signal'>
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
      ended.push(await publishCases({ ...deps, db, jobId, mapping, matrix }, job))
    } finally {
      db.close()
    }
  }
  return ended
}
