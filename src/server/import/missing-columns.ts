import type { MappingProblem } from './mapping-problem.ts'

/** The mapping names columns the file does not have. Thrown while reading, caught by the job. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns'
  readonly problems: readonly MappingProblem[]
  readonly looksLike: string | undefined

  constructor(problems: readonly MappingProblem[], looksLike: string | undefined) {
    super('the mapping does not fit the file')
    this.problems = problems
    this.looksLike = looksLike
  }
}
