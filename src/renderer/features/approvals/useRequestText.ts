import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useNames } from '../../state/names.ts'
import { askText } from '../../words/ask-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** "Refund, 120.00 €", and who asks for it. */
export function useRequestText(row: ApprovalRow): { readonly what: string; readonly who: string } {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  return { what: askText(row.ask, { words, format, names }), who: names.person(row.by) }
}
