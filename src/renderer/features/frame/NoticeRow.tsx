import { Check, CornerDownRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Notice } from '../../../shared/protocol/views.ts'
import type { Answer } from '../../state/deciding.ts'
import { useNames } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { noticeText } from './notice-text.ts'

/** One thing somebody was told: it opens the case, and while it waits for their decision it can be answered. */
export function NoticeRow({
  notice,
  isNew,
  now,
  onOpen,
  onAnswer
}: {
  notice: Notice
  isNew: boolean
  now: number
  onOpen: () => void
  onAnswer: (escalationId: string, answer: Answer) => void
}) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const me = usePerson()?.id ?? ''
  const { text, note, became, tone } = noticeText(notice, { words, format, names, me })
  const { request } = notice
  const button = (answer: Answer, icon: ReactNode, disabledReason?: string) =>
    request && (
      <Button
        size="small"
        icon={icon}
        disabledReason={disabledReason}
        onClick={() => onAnswer(request.escalationId, answer)}
      >
        {words.approvals[answer]}
      </Button>
    )
  return (
    <li className={`tl-notice tl-notice-${tone}`}>
      <button type="button" onClick={onOpen}>
        <span className="tl-notice-text">
          {isNew && <span className="tl-notice-new">{words.frame.notices.isNew}</span>}
          {text}
        </span>
        {note && <span className="tl-notice-note">{note}</span>}
        {became && <span className="tl-notice-became">{became}</span>}
        <span className="tl-notice-case">
          {format.relative(notice.at, now)} · {notice.ref} {notice.subject}
        </span>
      </button>
      {request?.waits && (
        <div className="tl-notice-actions">
          {button('approve', <Check aria-hidden />)}
          {button('decline', <X aria-hidden />)}
          {button(
            'handOn',
            <CornerDownRight aria-hidden />,
            request.canHandOn ? undefined : words.approvals.nobodyElse
          )}
        </div>
      )}
    </li>
  )
}
