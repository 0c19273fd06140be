import type { EscalationId, PersonId } from '../lib/ids.ts'
import type { Queue } from '../people/queue.ts'
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
export function bounces(kase: Pick<Case, 'hops'>): number {
  return kase.hops.filter((hop) => hop.how === 'returned').length
}

/** Sent back twice or more: the tiers play ping-pong with it (product.md, section 2; ES32). */
export function isPingPong(kase: Pick<Case, 'hops'>): boolean {
  return bounces(kase) >= 2
}
