import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { BesideEachOther } from '../../ui/BesideEachOther.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { RequestPackage } from './RequestPackage.tsx'
import { useRequestText } from './useRequestText.ts'

/** The request changed while it was read: what it was beside what it is. Nothing is decided before the new one was taken up. */
export function RequestChange({
  read,
  live,
  onRead
}: {
  read: ApprovalRow
  live: ApprovalRow
  onRead: () => void
}) {
  const texts = useWords().approvals.change
  const was = useRequestText(read).what
  const now = useRequestText(live).what
  return (
    <section role="alert" className="approval-change" aria-label={texts.title}>
      <p className="tl-strong">{texts.title}</p>
      <BesideEachOther
        was={{ name: texts.was, title: was, more: <RequestPackage left={read.ask.package} /> }}
        now={{ name: texts.now, title: now, more: <RequestPackage left={live.ask.package} /> }}
      />
      <Button size="small" onClick={onRead}>
        {texts.read}
      </Button>
    </section>
  )
}
