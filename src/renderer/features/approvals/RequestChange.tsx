import { ArrowRight } from 'lucide-react'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
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
  return (
    <section role="alert" className="approval-change" aria-label={texts.title}>
      <p className="tl-strong">{texts.title}</p>
      <div className="approval-change-pair">
        <Side name={texts.was} row={read} />
        <ArrowRight size={16} aria-hidden />
        <Side name={texts.now} row={live} />
      </div>
      <Button size="small" onClick={onRead}>
        {texts.read}
      </Button>
    </section>
  )
}

function Side({ name, row }: { name: string; row: ApprovalRow }) {
  const { what } = useRequestText(row)
  return (
    <div className="approval-change-side">
      <p className="tl-dim tl-small">{name}</p>
      <p className="approval-what">{what}</p>
      <RequestPackage left={row.ask.package} />
    </div>
  )
}
