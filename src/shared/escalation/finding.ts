import { z } from 'zod'
import { Queue } from '../people/queue.ts'
import { CategoryId, Channel, Flag, Priority, Segment } from './matrix.ts'

/** The lists of a document that have rows with an id. */
export const RowList = z.enum(['special', 'privacy', 'functional', 'hierarchical', 'automatic'])
export type RowList = z.infer<typeof RowList>

/** One row of a document: its list and its id. */
export const RowRef = z.object({ list: RowList, id: z.string() })
export type RowRef = z.infer<typeof RowRef>

/** A kind of case, as an example of what a finding is about. `amountMinor`: what is asked for, in minor units of `currency`. */
export const ExampleCase = z.object({
  queue: Queue,
  category: CategoryId,
  priority: Priority,
  channel: Channel,
  segment: Segment,
  flags: z.array(Flag),
  amountMinor: z.number().int().optional(),
  currency: z.string().optional()
})
export type ExampleCase = z.infer<typeof ExampleCase>

/**
 * What can be wrong with a document. The words for each are in the word files (values in braces) and, for the command
 * line, in `english-of-finding.ts`.
 */
export const FindingCode = z.enum([
  'shape',
  'newer_format',
  'duplicate_id',
  'unknown_team',
  'unknown_tier',
  'unknown_category',
  'unknown_exception',
  'exception_unused',
  'share_falls',
  'unknown_person',
  'not_up',
  'empty_range',
  'lost_queue',
  'awaited_queue',
  'lost_category',
  'currency_changed',
  'no_owner',
  'empty_team',
  'dead_end',
  'unsure_way',
  'cycle',
  'shadowed',
  'takes_all',
  'unreachable',
  'never_comes',
  'no_approver',
  'own_approval',
  'nobody_told',
  'told_already',
  'told_asker',
  'limit_falls',
  'customer_limit_falls',
  'amount_gap',
  'amount_overlap',
  'chain_too_slow',
  'accept_after_resolve',
  'resolve_after_target',
  'no_target',
  'delegate_loop',
  'delegate_unable',
  'customer_below_case',
  'auto_approve_over',
  'automatic_loop',
  'automatic_idle',
  'automatic_twice',
  'message_incomplete',
  'unknown_placeholder'
])
export type FindingCode = z.infer<typeof FindingCode>

/** One thing wrong with a document. Errors stop publishing, warnings do not (MX3). */
export const Finding = z.object({
  level: z.enum(['error', 'warning']),
  code: FindingCode,
  /** The row it is about; null when it is about the whole document or a list without ids. */
  row: RowRef.nullable(),
  /** Where in the document: `functional.3.to`; '' is the whole. */
  path: z.string(),
  /** What the words of the code are filled with; every value already readable (ids, queue keys, numbers). */
  values: z.record(z.string(), z.string()),
  example: ExampleCase.nullable()
})
export type Finding = z.infer<typeof Finding>
