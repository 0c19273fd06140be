import type { Option } from '../../../shared/case/option.ts'
import { askText } from '../../words/ask-text.ts'
import type { Say } from './useSay.ts'

/** "Change the request: Refund, 120.00 €" for the buttons of a request that is under way. */
export function requestText({ name, about }: Option, say: Say): string {
  const { words } = say
  const texts = words.escalation
  if (!about.ask) return words.case.actions[name]
  const what = askText(about.ask, say)
  switch (name) {
    case 'amend':
      return texts.amend(what)
    case 'withdraw':
      return texts.withdrawAsk(what)
    case 'approve':
      return texts.decide.approve(what)
    case 'decline':
      return texts.decide.decline(what)
    default:
      return words.case.actions[name]
  }
}
