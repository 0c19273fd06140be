import { z } from 'zod'
import type { Reader, Writer } from '../../../sqlite/db.ts'

export const Phase = z.enum(['reading', 'checking', 'checked', 'publishing', 'done'])
export type Phase = z.infer<typeof Phase>

export const Job = z.object({
  id: z.string(),
  run: z.number(),
  fileName: z.string(),
  mapping: z.string(),
  phase: Phase,
  position: z.number(),
  rows: z.number(),
  leftOut: z.number()
})
export type Job = z.infer<typeof Job>

/** Two imports of the same file with the same mapping at the same time; the later one stops. */
export class ImportRaced extends Error {
  override readonly name = 'ImportRaced'
}

export function findJob(from: Reader): Job | undefined {
  const row = from
    .prepare(
      'SELECT id, run, file_name AS fileName, mapping, phase, position, rows, left_out AS leftOut FROM job'
    )
    .get()
  return row === undefined ? undefined : Job.parse(row)
}

export function putJob(tx: Writer, job: Job): void {
  tx.prepare('INSERT INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    job.id,
    job.run,
    job.fileName,
    job.mapping,
    job.phase,
    job.position,
    job.rows,
    job.leftOut
  )
}

/** Moves the job on from where this runner saw it last. If it is not there any more, somebody else moved it. */
export function advanceJob(
  tx: Writer,
  from: Job,
  change: Partial<Pick<Job, 'phase' | 'position' | 'rows' | 'leftOut'>>
): Job {
  const to = { ...from, ...change }
  const { changes } = tx
    .prepare(
      'UPDATE job SET phase = ?, position = ?, rows = ?, left_out = ? WHERE phase = ? AND position = ?'
    )
    .run(to.phase, to.position, to.rows, to.leftOut, from.phase, from.position)
  if (changes === 0) throw new ImportRaced(`another import of ${from.fileName} is under way`)
  return to
}
