import { Check, X } from 'lucide-react'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { useNames } from '../../state/names.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import type { Answer } from './DecideDialog.tsx'
import { DueBadge } from './DueBadge.tsx'
import { useRequestText } from './useRequestText.ts'

/** One request: who asks, for what, why, and until when it can be decided. */
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
  const left = Object.values(row.ask.package).filter(Boolean).join('\n')
  const why = (answer: Answer): string | undefined => {
    const option = row.options.find((one) => one.name === answer)
    if (option?.can) return undefined
    return option
      ? refusalText(option.why, { words, names, format, now, before: true })
      : words.refusals.NotApprover
  }
  return (
    <li
      data-request={row.escalationId}
      tabIndex={-1}
      aria-current={isSelected || undefined}
      className={isSelected ? 'approval approval-selected' : 'approval'}
      onFocus={onSelect}
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
      {left && <p className="approval-ask">{left}</p>}
      <button type="button" className="approval-case" onClick={onOpen}>
        <span className="tl-dim approval-ref">{row.case.ref}</span>
        <span className="tl-cut">{row.case.subject}</span>
      </button>
      <div className="approval-foot">
        <Button
          size="small"
          variant={isSelected ? 'primary' : 'plain'}
          icon={<Check aria-hidden />}
          keys={isSelected ? 'A' : undefined}
          disabledReason={why('approve')}
          onClick={() => onDecide('approve')}
        >
          {texts.approve}
        </Button>
        <Button
          size="small"
          icon={<X aria-hidden />}
          keys={isSelected ? 'D' : undefined}
          disabledReason={why('decline')}
          onClick={() => onDecide('decline')}
        >
          {texts.decline}
        </Button>
        <span className="approval-step">{texts.step(row.step + 1, row.steps)}</span>
      </div>
    </li>
  )
}
