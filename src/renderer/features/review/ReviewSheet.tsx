import { useMemo } from 'react'
import { useReview } from '../../state/review.ts'
import { groupByCase } from '../../state/review-choice.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { ReviewEntry } from './ReviewEntry.tsx'
import './review.css'

/** What was not done to the letter, by case: what I did, what happened first, my words, and what can be done now. */
export function ReviewSheet({
  open,
  onOpenCase,
  onClose
}: {
  open: boolean
  onOpenCase: (caseId: string, compose: boolean) => void
  onClose: () => void
}) {
  const { outbox, frame } = useWords()
  const rows = useReview(open)
  const groups = useMemo(() => groupByCase(rows ?? []), [rows])
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={outbox.review.title}
      subtitle={outbox.review.text}
      closeLabel={frame.close}
    >
      {rows?.length === 0 && <EmptyState title={outbox.reviewEmpty.title} text={outbox.reviewEmpty.text} />}
      {groups.map((group) => (
        <section key={group.caseId} className="tl-review-case" aria-label={`${group.ref} ${group.title}`}>
          <h2 className="tl-review-title">
            <button type="button" className="tl-review-open" onClick={() => onOpenCase(group.caseId, false)}>
              <span className="tl-dim">{group.ref}</span> {group.title}
            </button>
          </h2>
          {group.rows.map((row) => (
            <ReviewEntry key={row.opId} row={row} onOpenCase={onOpenCase} onClose={onClose} />
          ))}
        </section>
      ))}
    </Sheet>
  )
}
