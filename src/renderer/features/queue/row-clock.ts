import type { CaseRow } from '../../../shared/protocol/views.ts'
import { workingTimeBetween } from '../../../shared/sla/working-time.ts'

export type RowClock =
  | {
      readonly state: 'on_track' | 'at_risk' | 'breached'
      readonly name: NonNullable<CaseRow['due']>['name']
      readonly dueAt: number
      /** Working time left; how long over when breached. */
      readonly spanMs: number
    }
  | { readonly state: 'paused' }

/** How the clock due first stands; null where none counts any more. */
export function rowClock(row: Pick<CaseRow, 'due' | 'paused' | 'status'>, now: number): RowClock | null {
  const { due } = row
  if (!due) {
    const ended = row.status === 'resolved' || row.status === 'closed'
    return row.paused && !ended ? { state: 'paused' } : null
  }
  const { name, dueAt } = due
  if (now > dueAt) return { state: 'breached', name, dueAt, spanMs: workingTimeBetween(dueAt, now) }
  const state = now >= due.riskAt ? 'at_risk' : 'on_track'
  return { state, name, dueAt, spanMs: workingTimeBetween(now, dueAt) }
}

const HOUR = 3_600_000

/** As exact as a glance needs: once it is hours late, or many hours off, minutes say nothing and cost room. */
export function atAGlance(spanMs: number, state: 'on_track' | 'at_risk' | 'breached'): number {
  const isFar = spanMs >= (state === 'breached' ? HOUR : 10 * HOUR)
  return isFar ? Math.floor(spanMs / HOUR) * HOUR : spanMs
}
