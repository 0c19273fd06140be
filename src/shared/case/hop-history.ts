import { type EscalationId, type PersonId, SYSTEM } from '../lib/ids.ts'
import { isSameQueue, type Queue } from '../people/queue.ts'
import type { Automatic, Case, FunctionalEscalation, Hop, Package } from './case.ts'

/**
 * One stop of a case: how it came, from where, who sent it, why, with which package, and how long it stayed (ms; null: it is
 * there still). `automatic`: no person but that row of the matrix; `on` is null when what set it off was not kept. With what a
 * row sends goes what was left last.
 */
export type HopLine = {
  readonly how: Hop['how']
  readonly from: Queue | null
  readonly to: Queue
  readonly by: PersonId
  readonly at: number
  readonly why: string
  readonly package: Package | null
  readonly automatic: { readonly rowId: string; readonly on: Automatic['on'] | null } | null
  readonly escalationId: EscalationId | null
  readonly rowId: string | null
  readonly versions: { readonly madeUnder: number; readonly judgedUnder: number } | null
  readonly stayedMs: number | null
}

/** The way of a case through the tiers, first stop first (ES34). */
export function hopHistory(kase: Case): HopLine[] {
  let left: Package | null = null
  return kase.hops.map((hop, index): HopLine => {
    const one = kase.escalations.find(({ id }) => id === hop.escalationId)
    const wentUp = hop.how === 'escalated' && one?.kind === 'functional' ? one : undefined
    const automatic = wentUp ? automaticOf(kase, hop, wentUp) : null
    if (wentUp && !automatic) left = wentUp.package
    const leftAt = index + 1 < kase.hops.length ? kase.hops[index + 1]?.at : endedAt(kase)
    return {
      how: hop.how,
      from: kase.hops[index - 1]?.queue ?? null,
      to: hop.queue,
      by: hop.by,
      at: hop.at,
      why: hop.note ?? wentUp?.package.ask ?? wentUp?.package.need ?? '',
      package: wentUp ? left : null,
      automatic,
      escalationId: hop.escalationId ?? null,
      rowId: one?.rowId ?? null,
      versions: one ? { madeUnder: one.madeUnder, judgedUnder: one.judgedUnder } : null,
      stayedMs: leftAt === undefined ? null : leftAt - hop.at
    }
  })
}

/** A hop of before it was kept there is told by the row that acted at that very moment. */
function automaticOf(kase: Case, hop: Hop, { rowId }: FunctionalEscalation): HopLine['automatic'] {
  if (hop.automatic) return hop.automatic
  const acted = kase.fired?.some((one) => one.rowId === rowId && one.at === hop.at) ?? false
  return hop.by === SYSTEM && acted ? { rowId, on: null } : null
}

/** When it was resolved (ms): what comes after is no stay any more. A closed case has that on its clock. */
function endedAt({ state, clocks }: Case): number | undefined {
  if (state.status !== 'resolved' && state.status !== 'closed') return undefined
  const run = clocks.resolve?.run
  return state.status === 'closed' && run?.state === 'stopped' ? run.at : state.at
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
