import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { Db, Hooks } from '../../sqlite/db.ts'
import type { ImportLog } from './import-log.ts'
import type { Mapping } from './mapping.ts'
import type { Rejection } from './rejection.ts'

/** `done` of `total`: bytes while reading, cases afterwards. */
export type ImportProgress = {
  readonly phase: 'reading' | 'checking' | 'publishing'
  readonly done: number
  readonly total: number
  readonly rejected: number
}

export type ImportDeps = {
  readonly log: ImportLog
  readonly now: () => number
  readonly onProgress?: (progress: ImportProgress) => void
  /** Hears the first rejected rows once all are known, and the name of the job that has them all. */
  readonly onRejections?: (first: readonly Rejection[], jobId: string) => void
  /** Heard until publishing begins; from then on the import runs to its end. */
  readonly signal?: AbortSignal
  /** Where a test makes the world fail around each commit of the staging file. */
  readonly hooks?: Hooks
}

export type ImportRequest = {
  readonly file: string
  /** What the person calls the file, where `file` is only where it was put. */
  readonly name?: string
  readonly mapping: Mapping
  readonly matrix: Matrix
  /** Where jobs keep what they have read: a folder of the server's data. */
  readonly jobsFolder: string
  /** A CSV file with every rejected row. */
  readonly report?: string
  readonly acceptRejections?: boolean
  /** Reads and checks everything, publishes nothing and leaves nothing but the report. */
  readonly dryRun?: boolean
}

/** What the phases of one job share. */
export type ImportRun = ImportRequest & ImportDeps & { readonly db: Db; readonly jobId: string }

/** The import was told to stop before it published anything. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled'
}

/** Between two batches: lets the server do its other work, and hears a cancellation. */
export async function pause({ signal }: Pick<ImportDeps, 'signal'>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new ImportCancelled('cancelled')
}
