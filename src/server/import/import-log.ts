import type { Happening } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'

/** A whole case, to be appended in this order. */
export type ImportedCase = { readonly caseId: CaseId; readonly events: readonly Happening[] }

/** How far a job has come in the log. `run` tells one reading of the file from another: positions compare only within one. */
export type ImportMark = {
  readonly jobId: string
  readonly run: number
  /** Cases published so far, known ones among them. */
  readonly position: number
  /** Cases the job will publish in all; equal to `position` once it is complete. */
  readonly total: number
}

/** The mark as the log keeps it, with what came of it. */
export type KeptMark = ImportMark & { readonly added: number; readonly known: number }

/**
 * What an import needs of the log. The server's log implements it; it may be a database of another process, so both
 * may take their time.
 */
export type ImportLog = {
  /** The last mark stored for the job, if any. */
  findMark(jobId: string): Promise<KeptMark | undefined>
  /**
   * Appends the facts of each case the log does not have yet, passes over those it has, and stores the mark, all in
   * one transaction. A mark of another run of the job replaces the old one, and its counts start again.
   */
  publish(batch: readonly ImportedCase[], mark: ImportMark): Promise<KeptMark>
}
