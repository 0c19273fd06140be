import { z } from 'zod'
import { Approver } from '../escalation/matrix.ts'
import type { Case, HierarchicalEscalation } from './case.ts'
import { expiryOf } from './expiry.ts'
import type { Known } from './rights.ts'

/** What becomes of the step that is asked now when its time runs out. */
export const IfNobody = z.discriminatedUnion('does', [
  /** Somebody is told, who may answer as well; the step runs once more. */
  z.object({ does: z.literal('reminds'), whom: Approver }),
  z.object({ does: z.literal('goesOn'), to: Approver }),
  z.object({ does: z.literal('counts_as_no') }),
  /** `last`: then what was asked for is done at once. */
  z.object({ does: z.literal('counts_as_yes'), last: z.boolean() }),
  z.object({ does: z.literal('ends') })
])
export type IfNobody = z.infer<typeof IfNobody>

/** Says ahead what the timer will do: asked of the very rule it goes by, so the two cannot differ (ES17). */
export function ifNobody(
  kase: Case,
  one: HierarchicalEscalation,
  matrix: Known['matrix']
): IfNobody | undefined {
  if (one.state.status !== 'requested') return undefined
  const { step, dueAt } = one.state
  const event = expiryOf(kase, one, { at: dueAt, matrix })
  switch (event?.type) {
    case undefined:
      return undefined
    case 'approval.reminded':
      return { does: 'reminds', whom: event.whom }
    case 'approval.approved':
      return { does: 'counts_as_yes', last: event.nextDueAt === null }
    case 'approval.expired': {
      if (event.declined) return { does: 'counts_as_no' }
      const to = one.chain[step + 1]?.approver
      return event.nextDueAt === null || !to ? { does: 'ends' } : { does: 'goesOn', to }
    }
  }
}
