import './approvals.css'
import { useEffect, useState } from 'react'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useApprovals } from '../../state/approvals.ts'
import { type Answer, type Before, useDeciding } from '../../state/deciding.ts'
import { settleReview } from '../../state/review.ts'
import { useToasts } from '../../state/toasts.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { DecideDialog } from './DecideDialog.tsx'

/** The form that answers a request, whoever asked for it: the inbox, the case, the palette, a message, the review tray. */
export function Deciding() {
  const { asked, done } = useDeciding()
  if (!asked) return null
  return <Asked key={`${asked.escalationId}:${asked.answer}`} {...asked} onClose={done} />
}

function Asked({
  escalationId,
  answer,
  before,
  onClose
}: {
  escalationId: string
  answer: Answer
  before: Before | null
  onClose: () => void
}) {
  const { gone } = useWords().approvals
  const rows = useApprovals().value
  const live = rows?.find((row) => row.escalationId === escalationId)
  const [first, setFirst] = useState<ApprovalRow | null>(null)
  if (!first && live) setFirst(live)
  const isGone = rows !== undefined && !live && !first
  // Somebody was faster than the press on an older message about it.
  useEffect(() => {
    if (!isGone) return
    useToasts.getState().show({ id: 'gone', text: gone, tone: 'warning' })
    onClose()
  }, [isGone, gone, onClose])
  if (!first) return null
  return (
    <DecideDialog
      first={first}
      live={live}
      answer={answer}
      words={before?.words ?? ''}
      onDecided={() => {
        // On disk is the new answer; an entry that stays can still be taken out by hand.
        if (before) settleReview(before.opId).catch(() => undefined)
      }}
      onClose={onClose}
    />
  )
}
