import { z } from 'zod'
import { Queue, queueKey } from '../people/queue.ts'

const count = z.number().int()

/**
 * Cases resolved with the solution of another one instead of being sent up (ES31): by queue and by category, most first,
 * and by week, oldest first. A week is seven days that end when it is asked, or seven days before, and so on; the first one may be shorter. Times in ms.
 */
export const AvoidedEscalations = z.object({
  since: z.number(),
  until: z.number(),
  total: count,
  queues: z.array(z.object({ queue: Queue, count })),
  categories: z.array(z.object({ category: z.string(), count })).default([]),
  weeks: z.array(z.object({ from: z.number(), until: z.number(), count })).default([])
})
export type AvoidedEscalations = z.infer<typeof AvoidedEscalations>

/** What is counted at the server; null while it cannot be asked, or by who may not know. */
export const figureQuestions = {
  'figures.avoided': {
    takes: z.object({ days: z.number().int().min(1).max(366) }),
    gives: AvoidedEscalations.nullable()
  }
} as const

const WEEK_MS = 7 * 24 * 60 * 60_000

/** Counts cases that came to an end between two times. */
export function figuresOf(
  cases: readonly { readonly queue: Queue; readonly at: number; readonly category: string }[],
  since: number,
  until: number
): AvoidedEscalations {
  const weeks = Array.from({ length: Math.ceil((until - since) / WEEK_MS) }, (_, ago) => {
    const end = until - ago * WEEK_MS
    const from = Math.max(since, end - WEEK_MS)
    // Now is in the last week: what happens this very moment counts.
    const isIn = (at: number) => at >= from && (at < end || ago === 0)
    return { from, until: end, count: cases.filter(({ at }) => isIn(at)).length }
  })
  return {
    since,
    until,
    total: cases.length,
    queues: tally(cases, ({ queue }) => queueKey(queue)).map(({ one, count: n }) => ({
      queue: one.queue,
      count: n
    })),
    categories: tally(cases, ({ category }) => category).map(({ one, count: n }) => ({
      category: one.category,
      count: n
    })),
    weeks: weeks.reverse()
  }
}

/** One of each kind and how many there are: most first, then by name. */
function tally<T>(
  all: readonly T[],
  keyOf: (one: T) => string
): { readonly one: T; readonly count: number }[] {
  const kinds = new Map<string, { readonly key: string; readonly one: T; count: number }>()
  for (const one of all) {
    const key = keyOf(one)
    const known = kinds.get(key)
    if (known) known.count += 1
    else kinds.set(key, { key, one, count: 1 })
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}
