import { z } from 'zod'

/** Limits of what a customer's page may send. Sizes in characters of JSON; `perSecond` messages, with so many at once at most. */
export const PAGE_LIMITS = {
  whole: 8_000_000,
  more: 256_000,
  perSecond: 100,
  atOnce: 200,
  /** What is kept for who comes later and for looking back: so long (ms), and so much. */
  keptMs: 60_000,
  kept: 24_000_000
} as const

/** The kinds of events a guard lets out (rrweb's numbers): what is no such kind no relay passes on. */
const KINDS = [0, 1, 2, 3, 4] as const
const WHOLE = 2

/** What a customer's page says of itself: all of it anew (`whole`), or what changed since the message before. */
export const PageMessage = z.strictObject({
  seq: z.number().int().positive(),
  kind: z.enum(['whole', 'more']),
  /** The events as JSON, which is passed on as it is. */
  events: z.string().max(PAGE_LIMITS.whole)
})
export type PageMessage = z.infer<typeof PageMessage>

const Events = z.array(
  z.strictObject({ type: z.literal(KINDS), timestamp: z.number(), data: z.record(z.string(), z.unknown()) })
)
export type PageEvents = z.infer<typeof Events>

/** The events of a message, or undefined when they are not what it says they are. */
export function eventsOf({ kind, events }: PageMessage): PageEvents | undefined {
  if (kind === 'more' && events.length > PAGE_LIMITS.more) return undefined
  let read: unknown
  try {
    read = JSON.parse(events)
  } catch {
    return undefined
  }
  const parsed = Events.safeParse(read)
  if (!parsed.success || parsed.data.length === 0) return undefined
  const isWhole = parsed.data.some(({ type }) => type === WHOLE)
  return isWhole === (kind === 'whole') ? parsed.data : undefined
}
