import { useEffect, useRef } from 'react'
import type { Connection, Counts } from '../../../shared/protocol/views.ts'
import { useToasts } from '../../state/toasts.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useFor } from './use-for.ts'

const AWAY_MS = 1500

/** Says quietly that the connection is back, and that something waits to be reviewed. Neither takes the focus. */
export function useToastedNews(
  connection: Connection | undefined,
  counts: Counts | undefined,
  isReviewing: boolean,
  onReview: () => void
): void {
  const { frame, outbox } = useWords()
  const show = useToasts((toasts) => toasts.show)
  const dismiss = useToasts((toasts) => toasts.dismiss)
  const isOnline = connection?.state === 'online'
  const away = useFor(connection !== undefined && !isOnline, AWAY_MS)
  const waited = useRef<number | null>(null)
  const seen = useRef(0)
  const waiting = connection?.waiting ?? 0
  const review = counts?.review ?? 0

  useEffect(() => {
    if (away) waited.current = waiting
    else if (isOnline && waited.current !== null) {
      show({ id: 'back', text: frame.connection.back(waited.current), tone: 'positive' })
      waited.current = null
    }
  }, [away, isOnline, waiting, frame, show])

  useEffect(() => {
    if (isReviewing || review === 0) dismiss('review')
    else if (review > seen.current) {
      show({
        id: 'review',
        text: outbox.offer(review),
        tone: 'warning',
        forMs: null,
        action: { label: outbox.review.open, onClick: onReview }
      })
    }
    seen.current = review
  }, [review, isReviewing, outbox, onReview, show, dismiss])
}
