import type { HopLine } from '../../shared/case/hop-history.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { type Saying, triggerText } from './row-sentence.ts'

/**
 * Why the matrix sent a case on, in words: what the row waits for when it stands in the matrix in force as it was then, else
 * what kind of thing set it off. Empty when a person sent it, or when that was not kept.
 */
export function automaticWhy(
  { automatic, versions }: Pick<HopLine, 'automatic' | 'versions'>,
  matrix: Matrix | null,
  say: Saying
): string {
  if (!automatic) return ''
  const { escalation } = say.words
  const rows = matrix && matrix.version === versions?.judgedUnder ? matrix.automatic : []
  const row = rows.find(({ id }) => id === automatic.rowId)
  if (row) return escalation.automatic(triggerText(row.trigger, say))
  return automatic.on ? escalation.automatic(escalation.trigger[automatic.on]) : ''
}
