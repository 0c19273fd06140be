import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import type { Words } from '../../words/words.ts'

/** What a yes does: the last one carries out what was asked for, without a network once it has gone out. */
export function afterYes(
  { step, steps, ask }: Pick<ApprovalRow, 'step' | 'steps' | 'ask'>,
  isOnline: boolean,
  { approvals }: Words
): string {
  if (step + 1 < steps) return approvals.nextStep
  if (!isOnline) return approvals.lastLater
  if (ask.action === 'move') return approvals.lastMove
  return ask.action === 'exception' ? approvals.lastException : approvals.lastStep
}
