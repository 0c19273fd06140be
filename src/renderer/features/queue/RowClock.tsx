import type { CaseRow } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { SlaBadge } from '../../ui/SlaBadge.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { atAGlance, rowClock } from './row-clock.ts'

/** Time left on the clock due first, by the server's clock. It alone is drawn anew as time passes. */
export function RowClock({ row }: { row: Pick<CaseRow, 'due' | 'paused' | 'status'> }) {
  const { sla, case: kase } = useWords()
  const format = useFormat()
  const now = useServerNow()
  const clock = rowClock(row, now)
  if (!clock) return null
  if (clock.state === 'paused') {
    const label = sla.state.paused
    return <SlaBadge state="paused" text={label} description={`${label}: ${kase.status[row.status]}`} />
  }
  const { state, name, dueAt, spanMs } = clock
  const span = format.duration(atAGlance(spanMs, state))
  return (
    <SlaBadge
      state={state}
      text={state === 'breached' ? sla.over(span) : span}
      description={sla.description[state](sla.clock[name], format.when(dueAt, now))}
    />
  )
}
