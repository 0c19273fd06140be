import { z } from 'zod'
import { HoldReason, Resolution } from '../../shared/case/case.ts'
import { CategoryId, Channel, Priority, Segment } from '../../shared/escalation/matrix.ts'
import { Language } from '../../shared/people/person.ts'

/** What a row says about the case's state, in our words. */
export const RowStatus = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['new', 'open', 'pending', 'resolved', 'closed']) }),
  z.object({ status: z.literal('on_hold'), reason: HoldReason, queue: z.string().optional() })
])
export type RowStatus = z.infer<typeof RowStatus>

/** A row understood: every value in the product's words. What the row does not say is absent, and stays as it was. */
export const Row = z.object({
  line: z.number(),
  externalId: z.string(),
  /** When what the row says was so: its update time, or for a case list the last thing known to have happened. */
  at: z.number(),
  revision: z.number(),
  subject: z.string().optional(),
  body: z.string().optional(),
  customerId: z.string().optional(),
  customerName: z.string().optional(),
  openedAt: z.number().optional(),
  resolvedAt: z.number().optional(),
  closedAt: z.number().optional(),
  status: RowStatus.optional(),
  priority: Priority.optional(),
  category: CategoryId.optional(),
  channel: Channel.optional(),
  segment: Segment.optional(),
  language: Language.optional(),
  queue: z.string().optional(),
  assignedTo: z.string().optional(),
  updatedBy: z.string().optional(),
  resolution: Resolution.optional(),
  slaMet: z.boolean().optional(),
  reopenCount: z.number().optional(),
  attributes: z.record(z.string(), z.string())
})
export type Row = z.infer<typeof Row>
