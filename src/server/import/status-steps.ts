import type { Resolution } from '../../shared/case/case.ts'
import { unreachable } from '../../shared/lib/must.ts'
import type { RowStatus } from './row.ts'

/** The state steps, without time and person. */
export type StatusStep =
  | { readonly type: 'started' | 'pended' | 'resumed' | 'closed' | 'reopened' }
  | { readonly type: 'held'; readonly reason: Extract<RowStatus, { status: 'on_hold' }>['reason'] }
  | { readonly type: 'resolved'; readonly resolution: Resolution }

/** What must have happened for a case in one state to be seen in the other. */
export function statusSteps(from: RowStatus, to: RowStatus, resolution: Resolution): StatusStep[] {
  if (isSame(from, to)) return []
  const reopened: StatusStep[] = leavesEnd(from, to) ? [{ type: 'reopened' }] : []
  return [...reopened, ...forward(reopened.length > 0 ? { status: 'open' } : from, to, resolution)]
}

function forward(from: RowStatus, to: RowStatus, resolution: Resolution): StatusStep[] {
  switch (to.status) {
    case 'new':
      // Nobody makes a case new again: what is written back to new is only not waiting any more.
      return from.status === 'pending' || from.status === 'on_hold' ? [{ type: 'resumed' }] : []
    case 'open':
      if (from.status === 'new') return [{ type: 'started' }]
      return from.status === 'open' ? [] : [{ type: 'resumed' }]
    case 'pending':
      return [{ type: 'pended' }]
    case 'on_hold':
      return [{ type: 'held', reason: to.reason }]
    case 'resolved':
      return [{ type: 'resolved', resolution }]
    case 'closed':
      // Some desks close without ever saying resolved; here a case is resolved before it is closed.
      return from.status === 'resolved'
        ? [{ type: 'closed' }]
        : [{ type: 'resolved', resolution }, { type: 'closed' }]
    default:
      return unreachable(to)
  }
}

export function isEnded(status: RowStatus): boolean {
  return status.status === 'resolved' || status.status === 'closed'
}

function leavesEnd(from: RowStatus, to: RowStatus): boolean {
  return isEnded(from) && (!isEnded(to) || (from.status === 'closed' && to.status === 'resolved'))
}

function isSame(a: RowStatus, b: RowStatus): boolean {
  return a.status === b.status && (a.status !== 'on_hold' || b.status !== 'on_hold' || a.reason === b.reason)
}
