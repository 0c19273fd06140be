import { type MappingProblem, problemText } from './mapping-problem.ts'
import { type FileProblem, fileProblemText } from './unreadable-file.ts'

/** Why an import did not happen. In every one of these the log is as it was. */
export type ImportRefusal =
  | { readonly type: 'BadMapping'; readonly problems: readonly MappingProblem[] }
  | { readonly type: 'BadFile'; readonly problem: FileProblem }
  | {
      readonly type: 'MissingColumns'
      readonly problems: readonly MappingProblem[]
      /** The delimiter the file seems to have, where that explains it. */
      readonly looksLike?: string
    }
  | {
      readonly type: 'TooManyRejected'
      readonly rows: number
      readonly rejected: number
      readonly maxShare: number
      readonly reasons: Readonly<Record<string, number>>
    }
  | { readonly type: 'Cancelled' }
  | { readonly type: 'AlreadyRunning' }

/** The refusal in words, a line per problem. */
export function importRefusalText(refusal: ImportRefusal): string {
  switch (refusal.type) {
    case 'BadMapping':
      return ['the mapping cannot be used:', ...refusal.problems.map(problemText)].join('\n  ')
    case 'BadFile':
      return fileProblemText(refusal.problem)
    case 'MissingColumns': {
      const hint =
        refusal.looksLike === undefined
          ? []
          : [`the file seems to be separated by ${JSON.stringify(refusal.looksLike)}: see source.delimiter`]
      return ['the mapping does not fit the file:', ...hint, ...refusal.problems.map(problemText)].join(
        '\n  '
      )
    }
    case 'TooManyRejected': {
      const { rows, rejected, maxShare, reasons } = refusal
      const why = Object.entries(reasons).map(([code, count]) => `${code} ${count}`)
      const most = `${Math.round(maxShare * 1000) / 10} %`
      return `nothing was imported: ${rejected} of ${rows} rows cannot be (${why.join(', ')}), and the mapping allows ${most}; mend the file or the mapping, or accept the rejections`
    }
    case 'Cancelled':
      return 'cancelled; nothing was imported'
    case 'AlreadyRunning':
      return 'another import of this file with this mapping is under way'
  }
}
