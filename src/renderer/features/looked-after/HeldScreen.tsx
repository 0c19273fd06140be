import './looked-after.css'
import { ShieldCheck } from 'lucide-react'
import { useHeld } from '../../state/looked-after.ts'
import { usePerson } from '../../state/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { HeldCard } from './HeldCard.tsx'
import { NotHere } from './NotHere.tsx'

/** What was allowed when it was done, or may have been carried out before a restore: somebody who answers for the queue decides. */
export function HeldScreen({ onOpenCase }: { onOpenCase: (caseId: string) => void }) {
  const words = useWords()
  const texts = words.lookedAfter.held
  const role = usePerson()?.role
  const { answer, again } = useHeld(role !== 'agent')
  if (role === 'agent')
    return <EmptyState title={texts.title} text={words.frame.noPermission(words.case.role.supervisor)} />
  return (
    <ScrollArea label={texts.title}>
      <div className="tl-page tl-page-wide">
        <header>
          <h2 className="tl-page-title">{texts.title}</h2>
          <p className="tl-dim">{texts.lead}</p>
        </header>
        {answer.state !== 'known' && <NotHere state={answer.state} again={again} />}
        {answer.state === 'known' && answer.rows.length === 0 && (
          <EmptyState icon={<ShieldCheck aria-hidden />} {...texts.none} />
        )}
        {answer.state === 'known' && answer.rows.length > 0 && (
          <ul className="looked-after-list" aria-label={texts.title}>
            {answer.rows.map((row) => (
              <HeldCard key={row.opId} row={row} onOpenCase={onOpenCase} />
            ))}
          </ul>
        )}
      </div>
    </ScrollArea>
  )
}
