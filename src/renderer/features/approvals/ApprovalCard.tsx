import { Check, CornerDownRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import type { Answer } from '../../state/deciding.ts'
import { useNames } from '../../state/names.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { DueBadge } from './DueBadge.tsx'
import { RequestChain } from './RequestChain.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestPackage } from './RequestPackage.tsx'
import { useRequestText } from './useRequestText.ts'

/** One request: who asks, for what, why, and until when. The selected one says all there is to weigh. */
export function ApprovalCard({
  row,
  isSelected,
  onSelect,
  onOpen,
  onDecide
}: {
  row: ApprovalRow
  isSelected: boolean
  onSelect: () => void
  onOpen: () => void
  onDecide: (answer: Answer) => void
}) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const now = useServerNow(60_000)
  const { what, who } = useRequestText(row)
  const texts = words.approvals
  const left = row.ask.package.ask?.trim() || row.ask.package.need?.trim()
  const why = (answer: Answer): string | undefined => {
    const option = row.options.find((one) => one.name === answer)
    if (option?.can) return undefined
    if (!option) return answer === 'handOn' ? texts.nobodyElse : words.refusals.NotApprover
    return refusalText(option.why, { words, names, format, now, before: true })
  }
  const button = (answer: Answer, keys: string, icon: ReactNode) => (
    <Button
      size="small"
      variant={isSelected && answer === 'approve' ? 'primary' : 'plain'}
      icon={isSelected ? undefined : icon}
      keys={isSelected ? keys : undefined}
      disabledReason={why(answer)}
      onClick={() => {
        onSelect()
        onDecide(answer)
      }}
    >
      {texts[answer]}
    </Button>
  )
  return (
    <li
      data-request={row.escalationId}
      tabIndex={-1}
      aria-current={isSelected || undefined}
      className={isSelected ? 'approval approval-selected' : 'approval'}
      // The selected card is longer: it must not grow under a pointer that is pressing one of its buttons.
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget || target.matches(':focus-visible')) onSelect()
      }}
    >
      <div className="approval-head">
        <Avatar name={names.person(row.by)} size={24} />
        <span className="approval-who">
          {who}
          <span className="tl-dim"> · {texts.asked(format.relative(row.at, now))}</span>
        </span>
        <DueBadge row={row} />
      </div>
      <p className="approval-what">{what}</p>
      <button
        type="button"
        className="approval-case"
        onClick={() => {
          onSelect()
          onOpen()
        }}
      >
        <span className="tl-dim approval-ref">{row.case.ref}</span>
        <span className="tl-cut">
          {row.case.subject} · {row.case.customerName}
        </span>
      </button>
      {isSelected ? (
        <>
          <RequestFacts row={row} />
          <RequestPackage left={row.ask.package} />
          <RequestChain row={row} />
        </>
      ) : (
        left && <p className="approval-ask">{left}</p>
      )}
      <div className="approval-foot">
        {button('approve', 'A', <Check aria-hidden />)}
        {button('decline', 'D', <X aria-hidden />)}
        {button('handOn', 'H', <CornerDownRight aria-hidden />)}
        {row.steps > 1 && <span className="approval-step">{texts.step(row.step + 1, row.steps)}</span>}
      </div>
    </li>
  )
}
