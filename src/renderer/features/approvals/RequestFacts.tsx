import { moneyOf } from '../../../shared/case/case.ts'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useNames } from '../../state/names.ts'
import { useRuleText } from '../../state/rule-text.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { grantsBefore } from './grants-before.ts'

/** What one weighs before saying yes or no: the limit of who asks, from where to where, and what the customer had before. */
export function RequestFacts({ row }: { row: ApprovalRow }) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const ruleText = useRuleText()
  const texts = words.approvals
  const money = moneyOf(row.ask)
  const who = names.person(row.by)
  const limit =
    row.limitMinor === null || !money
      ? null
      : row.limitMinor > 0
        ? texts.limit(who, format.money(row.limitMinor, money.currency))
        : texts.noLimit(who)
  const { history } = row
  const before = grantsBefore(history.grants).map(({ action, currency, sumMinor, times }) =>
    texts.history.granted(words.escalation.action[action], format.money(sumMinor, currency), times)
  )
  const { ask, inPlaceOf } = row
  const fact = (id: string, label: string, value: string | null) => (value ? [{ id, label, value }] : [])
  return (
    <KeyValueList
      items={[
        ...fact('place', texts.youDecide, inPlaceOf && texts.inPlaceOf(names.person(inPlaceOf))),
        ...fact('limit', texts.limitLabel, limit),
        ...fact(
          'way',
          texts.way,
          ask.action === 'move'
            ? words.escalation.hop(names.queue(row.case.queue), names.queue(ask.to))
            : null
        ),
        ...fact('rule', words.escalation.hops.ruleLabel, ruleText(row)),
        {
          id: 'history',
          label: texts.history.title,
          value: (
            <>
              {history.cases === 0
                ? texts.history.none
                : texts.history.cases(history.cases, history.openCases)}
              <br />
              {before.length === 0 ? texts.history.nothing : format.list(before)}
            </>
          )
        }
      ]}
    />
  )
}
