import { z } from 'zod'
import { Queue } from '../people/queue.ts'

/** Cases resolved with the solution of another one instead of being sent up (ES31), most first. Times in ms. */
export const AvoidedEscalations = z.object({
  since: z.number(),
  until: z.number(),
  total: z.number().int(),
  queues: z.array(z.object({ queue: Queue, count: z.number().int() }))
})
export type AvoidedEscalations = z.infer<typeof AvoidedEscalations>

/** What is counted at the server; null while it cannot be asked, or by who may not know. */
export const figureQuestions = {
  'figures.avoided': {
    takes: z.object({ days: z.number().int().min(1).max(366) }),
    gives: AvoidedEscalations.nullable()
  }
} as const
