import type { EscalationId, PersonId } from '../lib/ids.ts'
import { isSameQueue, type Queue } from '../people/queue.ts'
import type { Case, Hop, Package } from './case.ts'

/** One stop of a case: how it came, from where, who sent it, why, with which package, and how long it stayed (ms; null: it is there still). */
export type HopLine = {
  readonly how: Hop['how']
  readonly from: Queue | null
  readonly to: Queue
  readonly by: PersonId
  readonly at: number
  readonly why: string
  readonly package: Package | null
  readonly escalationId: EscalationId | null
  readonly rowId: string | null
  readonly versions: { readonly madeUnder: number; readonly judgedUnder: number } | null
  readonly stayedMs: number | null
}

/** The way of a case through the tiers, first stop first (ES34). */
export function hopHistory(kase: Case): HopLine[] {
  return kase.hops.map((hop, index): HopLine => {
    const one = kase.escalations.find(({ id }) => id === hop.escalationId)
    const wentUp = hop.how === 'escalated' && one?.kind === 'functional' ? one : undefined
    const leftAt = kase.hops[index + 1]?.at
    return {
      how: hop.how,
      from: kase.hops[index - 1]?.queue ?? null,
      to: hop.queue,
      by: hop.by,
      at: hop.at,
      why: hop.note ?? wentUp?.package.ask ?? wentUp?.package.need ?? '',
      package: wentUp?.package ?? null,
      escalationId: hop.escalationId ?? null,
      rowId: one?.rowId ?? null,
      versions: one ? { madeUnder: one.madeUnder, judgedUnder: one.judgedUnder } : null,
      stayedMs: leftAt === undefined ? null : leftAt - hop.at
    }
  })
}

/** How often the case was sent back down. */
export function returns(kase: Pick<Case, 'hops'>): number {
  return kase.hops.filter((hop) => hop.how === 'returned').length
}

/**
 * Whether the stop at this place of the way is a bounce: the case was returned, or sent sideways to a queue it had been in. Who
 * withdraws an escalation only takes back what was never begun.
 */
export function isBounce(hops: Case['hops'], place: number): boolean {
  const hop = hops[place]
  if (hop?.how !== 'transferred') return hop?.how === 'returned'
  return hops.slice(0, place).some((earlier) => isSameQueue(earlier.queue, hop.queue))
}

/** How often the case bounced up to and with a place of its way, all of it when none is given. */
export function bounces({ hops }: Pick<Case, 'hops'>, upTo: number = hops.length - 1): number {
  return hops.filter((_hop, place) => place <= upTo && isBounce(hops, place)).length
}

/** From that many bounces on the tiers play ping-pong with a case (ES32). */
export const PING_PONG = 2

/** Whether queues play ping-pong with the case: the one definition for its mark, its banner and the call for the manager. */
export function isPingPong(kase: Pick<Case, 'hops'>): boolean {
  return bounces(kase) >= PING_PONG
}
