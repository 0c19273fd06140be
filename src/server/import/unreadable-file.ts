import type { FileFault } from '../../shared/protocol/imports.ts'

/** The file as a whole cannot be imported. Thrown by the readers, caught by the job, which leaves nothing behind and says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly problem: FileFault

  constructor(problem: FileFault, options?: ErrorOptions) {
    super(problem.code, options)
    this.problem = problem
  }
}
