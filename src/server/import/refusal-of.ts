import type { ImportRefusal } from '../../shared/protocol/imports.ts'
import { MissingColumns } from './missing-columns.ts'
import { ImportCancelled } from './run-context.ts'
import { ImportRaced } from './staging/job.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Nothing of this job is worth keeping: the file cannot be read, or nobody wants it any more. */
export function isStillborn(error: unknown): boolean {
  return (
    error instanceof UnreadableFile || error instanceof MissingColumns || error instanceof ImportCancelled
  )
}

/** What an error says to the person who asked for the import; `undefined` when it is a fault of ours or of the machine. */
export function refusalOf(error: unknown): ImportRefusal | undefined {
  if (error instanceof UnreadableFile) return { type: 'BadFile', problem: error.problem }
  if (error instanceof ImportCancelled) return { type: 'Cancelled' }
  if (error instanceof ImportRaced) return { type: 'AlreadyRunning' }
  if (!(error instanceof MissingColumns)) return undefined
  const { problems, columns, looksLike } = error
  return { type: 'MissingColumns', problems, columns, ...(looksLike === undefined ? {} : { looksLike }) }
}
