import './approvals.css'
import { useState } from 'react'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useApprovals } from '../../state/approvals.ts'
import { type Answer, useDeciding } from '../../state/deciding.ts'
import { DecideDialog } from './DecideDialog.tsx'

/** The form that answers a request, whoever asked for it: the inbox, the case, the palette. */
export function Deciding() {
  const { asked, done } = useDeciding()
  if (!asked) return null
  return <Asked key={`${asked.escalationId}:${asked.answer}`} {...asked} onClose={done} />
}

function Asked({
  escalationId,
  answer,
  onClose
}: {
  escalationId: string
  answer: Answer
  onClose: () => void
}) {
  const live = useApprovals().value?.find((row) => row.escalationId === escalationId)
  const [first, setFirst] = useState<ApprovalRow | null>(null)
  if (!first && live) setFirst(live)
  if (!first) return null
  return <DecideDialog first={first} live={live} answer={answer} onClose={onClose} />
}
