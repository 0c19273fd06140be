import { Bell } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useServerNow } from '../../state/connection.ts'
import { useDeciding } from '../../state/deciding.ts'
import { useBell, useNotices } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Count } from '../../ui/Count.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { NoticeRow } from './NoticeRow.tsx'

const NONE: ReadonlySet<number> = new Set()

/** What one was told, kept where it can be looked up again. Opening it is having seen it. */
export function NoticeBell({ onOpenCase }: { onOpenCase: (caseId: string) => void }) {
  const { frame } = useWords()
  const format = useFormat()
  const now = useServerNow(60_000)
  const ask = useDeciding((deciding) => deciding.ask)
  const { open, setOpen } = useBell()
  const [news, setNews] = useState<ReadonlySet<number>>(NONE)
  const { notices, unread, markSeen } = useNotices(now)
  const count = unread.length
  const name = count > 0 ? frame.notices.unread(count) : frame.notices.title
  // Opened by whatever opens it; what comes while it is open is new as well, and seen.
  if (open && unread.some(({ seq }) => !news.has(seq)))
    setNews(new Set([...news, ...unread.map(({ seq }) => seq)]))
  useEffect(() => {
    if (open && count > 0) markSeen()
  })
  const turn = (next: boolean) => {
    if (!next) setNews(NONE)
    setOpen(next)
  }
  return (
    <Popover
      label={frame.notices.title}
      placement="bottom-end"
      open={open}
      onOpenChange={turn}
      button={
        <Button
          variant={count > 0 ? 'plain' : 'quiet'}
          className={count > 0 ? 'tl-review-button' : 'tl-icon-button'}
          icon={<Bell aria-hidden />}
          aria-label={name}
          title={name}
        >
          {count > 0 && <Count value={format.number(count)} tone="accent" />}
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
              isNew={news.has(notice.seq)}
              now={now}
              onOpen={() => {
                turn(false)
                onOpenCase(notice.caseId)
              }}
              onAnswer={(escalationId, answer) => {
                turn(false)
                ask(escalationId, answer)
              }}
            />
          ))}
        </ol>
      )}
    </Popover>
  )
}
