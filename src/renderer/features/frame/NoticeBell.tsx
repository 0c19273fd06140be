import { Bell } from 'lucide-react'
import { useState } from 'react'
import type { Notice } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { useNames } from '../../state/names.ts'
import { useNotices } from '../../state/notices.ts'
import { usePerson } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Count } from '../../ui/Count.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { noticeText } from './notice-text.ts'

/** What one was told, kept where it can be looked up again. Opening it is having seen it. */
export function NoticeBell({ onOpenCase }: { onOpenCase: (caseId: string) => void }) {
  const { frame } = useWords()
  const format = useFormat()
  const now = useServerNow(60_000)
  const [open, setOpen] = useState(false)
  const [seenBefore, setSeenBefore] = useState(0)
  const { notices, unread, seenUpTo, markSeen } = useNotices(now)
  const name = unread > 0 ? frame.notices.unread(unread) : frame.notices.title
  const turn = (next: boolean) => {
    setOpen(next)
    if (!next) return
    setSeenBefore(seenUpTo)
    markSeen()
  }
  return (
    <Popover
      label={frame.notices.title}
      placement="bottom-end"
      open={open}
      onOpenChange={turn}
      button={
        <Button
          variant={unread > 0 ? 'plain' : 'quiet'}
          className={unread > 0 ? 'tl-review-button' : 'tl-icon-button'}
          icon={<Bell aria-hidden />}
          aria-label={name}
          title={name}
        >
          {unread > 0 && <Count value={format.number(unread)} tone="accent" />}
        </Button>
      }
    >
      {notices.length === 0 ? (
        <EmptyState icon={<Bell aria-hidden />} title={frame.notices.none} text={frame.notices.noneText} />
      ) : (
        <ol className="tl-notices" aria-label={frame.notices.title}>
          {notices.map((notice) => (
            <NoticeRow
              key={notice.seq}
              notice={notice}
              isNew={notice.seq > seenBefore}
              now={now}
              onOpen={() => {
                setOpen(false)
                onOpenCase(notice.caseId)
              }}
            />
          ))}
        </ol>
      )}
    </Popover>
  )
}

function NoticeRow({
  notice,
  isNew,
  now,
  onOpen
}: {
  notice: Notice
  isNew: boolean
  now: number
  onOpen: () => void
}) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const me = usePerson()?.id ?? ''
  const { text, note, tone } = noticeText(notice, { words, format, names, me })
  return (
    <li className={`tl-notice tl-notice-${tone}`}>
      <button type="button" onClick={onOpen}>
        <span className="tl-notice-text">
          {isNew && <span className="tl-notice-new">{words.frame.notices.isNew}</span>}
          {text}
        </span>
        {note && <span className="tl-notice-note">{note}</span>}
        <span className="tl-notice-case">
          {format.relative(notice.at, now)} · {notice.ref} {notice.subject}
        </span>
      </button>
    </li>
  )
}
