import { AuthorityAction } from '../../../shared/escalation/matrix.ts'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useNames } from '../../state/names.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** "Refund, 120.00 €", and who asks for it. */
export function useRequestText(row: ApprovalRow): { readonly what: string; readonly who: string } {
  const { escalation } = useWords()
  const format = useFormat()
  const action = AuthorityAction.safeParse(row.action)
  const name = action.success ? escalation.action[action.data] : row.action
  return {
    what: `${name} ${format.money(row.amountMinor, row.currency)}`,
    who: useNames().person(row.by)
  }
}
