import { Ban, Check, Clock, CornerDownRight, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { useNames } from '../../state/names.ts'
import { approverText, ifNobodyText } from '../../words/approver-text.ts'
import { dayTime } from '../../words/day-time.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

type Answer = ApprovalRow['decisions'][number]['answer']

const signs: Record<Answer, ReactNode> = {
  approved: <Check size={14} aria-hidden />,
  declined: <Ban size={14} aria-hidden />,
  timed_out: <Clock size={14} aria-hidden />,
  reminded: <Clock size={14} aria-hidden />,
  handed_on: <CornerDownRight size={14} aria-hidden />
}

/** Who is asked, in order, who has answered what, and what becomes of it when nobody does. */
export function RequestChain({ row }: { row: ApprovalRow }) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const now = useServerNow(60_000)
  const texts = words.approvals
  const said = words.escalation.step
  const telling = { words, names }
  return (
    <div className="approval-chain">
      <ol aria-label={texts.chain}>
        {row.chain.map((step, place) => {
          const answers = row.decisions.filter((one) => one.step === place)
          const isNow = place === row.step
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a chain have a fixed order
            <li key={place} aria-current={isNow ? 'step' : undefined} className="approval-chain-step">
              {answers.map((one) => (
                <p key={`${one.at}:${one.by}`}>
                  {signs[one.answer]}
                  <span>
                    {one.answer === 'timed_out' || one.answer === 'reminded'
                      ? approverText(step.approver, telling)
                      : names.person(one.by)}{' '}
                    <span className="tl-dim">{said[one.answer](dayTime(one.at, now, format))}</span>
                    {one.note && <span className="approval-said">{one.note}</span>}
                  </span>
                </p>
              ))}
              {(isNow || place > row.step) && (
                <p className={isNow ? 'approval-chain-now' : undefined}>
                  {isNow ? <Hourglass size={14} aria-hidden /> : <span className="approval-chain-dot" />}
                  <span>
                    {approverText(step.approver, telling)}
                    {isNow && row.also && ` ${texts.orAlso(approverText(row.also, telling))}`}{' '}
                    <span className="tl-dim">
                      {isNow ? said.waiting(dayTime(row.dueAt, now, format)) : said.later}
                    </span>
                  </span>
                </p>
              )}
            </li>
          )
        })}
      </ol>
      <p className="approval-if-nobody">
        <Clock size={14} aria-hidden />
        <span>
          <span className="tl-strong">{texts.ifNobody.title(dayTime(row.dueAt, now, format))}</span>{' '}
          {ifNobodyText(row.ifNobody, telling)}
        </span>
      </p>
    </div>
  )
}
