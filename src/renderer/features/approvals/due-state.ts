import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import type { SlaState } from '../../ui/SlaBadge.tsx'

/** The last quarter of the time to decide is at risk. */
const RISK_SHARE = 0.25

export function dueState({ at, dueAt }: Pick<ApprovalRow, 'at' | 'dueAt'>, now: number): SlaState {
  if (now > dueAt) return 'breached'
  return dueAt - now < (dueAt - at) * RISK_SHARE ? 'at_risk' : 'on_track'
}
