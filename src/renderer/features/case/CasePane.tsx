import './case.css'
import { FileQuestionMark } from 'lucide-react'
import type { CaseId } from '../../../shared/lib/ids.ts'
import { useCase } from '../../state/case.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { CaseSkeleton } from './CaseSkeleton.tsx'
import { CaseWithContext } from './CaseWithContext.tsx'
import { GoneCase } from './GoneCase.tsx'

/** One case, whole: what it is, its story, what can be written and done, and what surrounds it. */
export function CasePane({
  caseId,
  onOpenCase,
  onNext
}: {
  caseId: CaseId
  onOpenCase: (caseId: CaseId) => void
  /** Opens the next case like this one. */
  onNext: () => void
}) {
  const words = useWords()
  const { value, isCurrent, fault, again } = useCase(caseId)

  if (fault && (!value || !isCurrent)) {
    const texts = words.case.fault
    return (
      <ErrorState
        title={texts.title}
        why={texts.why}
        next={texts.next}
        action={<Button onClick={again}>{words.frame.retry}</Button>}
        copy={{
          label: words.frame.copyDetails,
          doneLabel: words.frame.copied,
          onCopy: () => void navigator.clipboard.writeText(`${fault.fault.name}: ${fault.message}`)
        }}
      />
    )
  }
  if (value === undefined) return <CaseSkeleton />
  if (value === null) {
    if (!isCurrent) return <CaseSkeleton />
    const { gone, left } = words.case
    return (
      <EmptyState
        icon={<FileQuestionMark size={24} aria-hidden />}
        title={gone.title}
        text={gone.text}
        action={<Button onClick={onNext}>{left.next}</Button>}
      />
    )
  }
  if (value.kind === 'gone') return <GoneCase gone={value} onNext={onNext} />
  return <CaseWithContext key={value.case.id} view={value} isCurrent={isCurrent} onOpenCase={onOpenCase} />
}
