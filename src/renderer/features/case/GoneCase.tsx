import { Copy, MoveUpRight } from 'lucide-react'
import type { CaseView } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { type DraftMode, useDraft } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayTime } from '../../words/day-time.ts'
import { goneText } from './gone-text.ts'
import { LongText } from './LongText.tsx'
import { useSay } from './useSay.ts'

/** The case left my queues: where to and by whom. What I had not sent stays mine. */
export function GoneCase({
  gone,
  onNext
}: {
  gone: Extract<CaseView, { kind: 'gone' }>
  onNext: () => void
}) {
  const { words, format, names } = useSay()
  const now = useServerNow(60_000)
  const texts = words.case.left
  const reply = useDraft(gone.caseId, 'reply').text
  const note = useDraft(gone.caseId, 'note').text
  const text = goneText(gone.why, texts.how)(names.person(gone.by), names.queue(gone.to))
  return (
    <div className="case-gone">
      <EmptyState
        icon={<MoveUpRight size={24} aria-hidden />}
        title={texts.title(gone.ref)}
        text={
          <>
            {gone.title}
            <br />
            {text} · {dayTime(gone.at, now, format)}
          </>
        }
        action={
          <Button variant="primary" keys="J" onClick={onNext}>
            {texts.next}
          </Button>
        }
      />
      {(reply || note) && (
        <section className="case-gone-drafts" aria-label={texts.drafts}>
          <h3>{texts.drafts}</h3>
          {reply && <Kept mode="reply" text={reply} />}
          {note && <Kept mode="note" text={note} />}
        </section>
      )}
    </div>
  )
}

function Kept({ mode, text }: { mode: DraftMode; text: string }) {
  const { words } = useSay()
  return (
    <div className={mode === 'note' ? 'case-kept case-kept-note' : 'case-kept'}>
      <div className="tl-row">
        <span className="tl-small tl-strong tl-grow">{words.case.composer[mode]}</span>
        <Button
          size="small"
          variant="quiet"
          icon={<Copy aria-hidden />}
          onClick={() => void navigator.clipboard.writeText(text)}
        >
          {words.case.left.copy}
        </Button>
      </div>
      <LongText text={text} />
    </div>
  )
}
