import { RowList } from '../../shared/escalation/finding.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { type Saying, shortSentence } from './row-sentence.ts'

/** Which row of which version something was done by. */
export type RuleRef = {
  readonly rowId: string
  readonly madeUnder: number
  readonly judgedUnder: number
}

/**
 * The rule something was done by, in words: the row's sentence with its id and version. A console knows the words of the
 * matrix in force only: of a row of another version they are given as today's, and of one that is gone only the id is.
 */
export function ruleText(
  { rowId, madeUnder, judgedUnder }: RuleRef,
  matrix: Matrix | null,
  say: Saying
): string {
  const texts = say.words.escalation.hops
  const detail =
    madeUnder === judgedUnder ? texts.rule(rowId, judgedUnder) : texts.ruleBoth(rowId, madeUnder, judgedUnder)
  const sentence = matrix && sentenceOfRow(matrix, rowId, say)
  if (!sentence) return detail
  return matrix.version === judgedUnder
    ? texts.ruleInWords(sentence, detail)
    : texts.ruleToday(detail, sentence)
}

/** Ids are told apart in the whole document (MX5). */
function sentenceOfRow(matrix: Matrix, rowId: string, say: Saying): string | null {
  for (const list of RowList.options) {
    const row = matrix[list].find((one) => one.id === rowId)
    if (row) return shortSentence(list, row, say)
  }
  return null
}
