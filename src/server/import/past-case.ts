import { z } from 'zod'
import { HoldReason, Resolution } from '../../shared/case/case.ts'
import { CategoryId, Channel, Priority, Segment } from '../../shared/escalation/matrix.ts'
import { Language } from '../../shared/people/person.ts'

/** `by` is a name of the file's world, absent when the file names nobody. */
const step = { at: z.number(), by: z.string().optional() }

/** One thing that happened to a case, as the differences between its recorded updates tell it. */
export const PastStep = z.discriminatedUnion('type', [
  z.object({
    ...step,
    type: z.literal('moved'),
    from: z.string(),
    to: z.string(),
    how: z.enum(['transferred', 'escalated', 'returned'])
  }),
  z.object({ ...step, type: z.literal('assigned'), to: z.string() }),
  z.object({ ...step, type: z.literal('prioritised'), from: Priority, to: Priority }),
  z.object({ ...step, type: z.literal('categorised'), from: CategoryId, to: CategoryId }),
  /** Somebody began to work on it whom the file does not name. */
  z.object({ ...step, type: z.literal('started') }),
  z.object({ ...step, type: z.literal('pended') }),
  z.object({ ...step, type: z.literal('held'), reason: HoldReason }),
  z.object({ ...step, type: z.literal('resumed') }),
  z.object({ ...step, type: z.literal('resolved'), resolution: Resolution }),
  z.object({ ...step, type: z.literal('closed') }),
  z.object({ ...step, type: z.literal('reopened') })
])
export type PastStep = z.infer<typeof PastStep>

/** The life of one case as a file tells it: in the product's words, but not yet facts of our log. */
export const PastCase = z.object({
  externalId: z.string(),
  subject: z.string(),
  body: z.string(),
  customer: z.object({ id: z.string(), name: z.string() }),
  channel: Channel,
  segment: Segment,
  language: Language,
  category: CategoryId,
  priority: Priority,
  queue: z.string(),
  openedAt: z.number(),
  steps: z.array(PastStep),
  /** How it stands after the last step: what the facts made from it must fold to. */
  final: z.object({
    status: z.enum(['new', 'open', 'pending', 'on_hold', 'resolved', 'closed']),
    queue: z.string(),
    owner: z.string().nullable()
  }),
  slaMet: z.boolean().optional(),
  /** When it was really opened, on a case that was dated anew. */
  sourceDate: z.number().optional(),
  attributes: z.record(z.string(), z.string())
})
export type PastCase = z.infer<typeof PastCase>

/** Still somebody's work: such cases land in a queue of today. */
export function isLive({ final }: PastCase): boolean {
  return final.status !== 'resolved' && final.status !== 'closed'
}
