import type { Option } from '../../../shared/case/option.ts'
import type { Approver } from '../../../shared/escalation/matrix.ts'
import type { Say } from './useSay.ts'

/** A person by name, a role by its word. */
export function approverText(approver: Approver, { words, names }: Pick<Say, 'words' | 'names'>): string {
  return 'person' in approver ? names.person(approver.person) : words.case.role[approver.role]
}

/** "Change the request: Refund, 120.00 €" for the buttons of a request that is under way. */
export function askText({ name, about }: Option, { words, format }: Say): string {
  const texts = words.escalation
  if (!about.ask) return words.case.actions[name]
  const what = texts.action[about.ask.action]
  const amount = format.money(about.ask.amountMinor, about.ask.currency)
  switch (name) {
    case 'amend':
      return texts.amend(what, amount)
    case 'withdraw':
      return texts.withdrawAsk(what, amount)
    case 'approve':
      return texts.decide.approve(what, amount)
    case 'decline':
      return texts.decide.decline(what, amount)
    default:
      return words.case.actions[name]
  }
}
