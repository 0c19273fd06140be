import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { SlaBadge } from '../../ui/SlaBadge.tsx'
import { dayTime } from '../../words/day-time.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { dueState } from './due-state.ts'

/** How long there is to decide, counted down by the server's clock. */
export function DueBadge({ row }: { row: ApprovalRow }) {
  const { approvals, sla } = useWords()
  const format = useFormat()
  const now = useServerNow()
  const span = format.duration(row.dueAt - now)
  return (
    <SlaBadge
      state={dueState(row, now)}
      text={row.dueAt < now ? sla.over(span) : span}
      description={approvals.decideBy(dayTime(row.dueAt, now, format))}
    />
  )
}
