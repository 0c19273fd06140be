import type { MappingProblem } from '../../shared/protocol/imports.ts'

/** The mapping names columns the file does not have. Thrown while reading, caught by the job. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns'
  readonly problems: MappingProblem[]
  readonly columns: string[]
  readonly looksLike: string | undefined

  constructor(problems: MappingProblem[], columns: string[], looksLike: string | undefined) {
    super('the mapping does not fit the file')
    this.problems = problems
    this.columns = columns
    this.looksLike = looksLike
  }
}
