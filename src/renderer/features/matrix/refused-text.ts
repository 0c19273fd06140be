import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { Words } from '../../words/words.ts'

/**
 * Why the server did not do what was asked of it about the matrix, in the language of the screen: the message it sends along is for
 * logs. Null: the engine itself did not answer.
 */
export function refusedText(why: Pick<TellRefusal, 'type'> | null, words: Words): string {
  if (why === null) return words.case.fault.act
  const { refused } = words.matrix.publishing
  const known: Partial<Record<string, string>> = refused
  return known[why.type] ?? refused.other
}
