import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import {
  clocksWhenPaused,
  clocksWhenReopened,
  clocksWhenResolved,
  clocksWhenResumed,
  clocksWhenUnowned,
  targetFor
} from '../sla/clocks.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { Refusal } from './refusal.ts'
import { type Decided, inQueue, type Known, ownedBy, ownedOrSupervised, stillOpen, waits } from './rights.ts'

type Status = Extract<
  Command,
  { type: 'case.pend' | 'case.hold' | 'case.resume' | 'case.resolve' | 'case.close' | 'case.reopen' }
>

const NOOP: Result<Decided, Refusal> = { ok: true, value: { outcome: 'noop' } }

/** The transitions of the case (CA5): open <-> pending, open <-> on hold, all of them -> resolved -> closed, resolved -> open. */
export function decideStatus(
  kase: Case,
  command: Status,
  by: Person,
  known: Known
): Result<Decided, Refusal> {
  switch (command.type) {
    case 'case.pend': {
      const stop = stillOpen(kase) ?? ownedBy(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'pending') return NOOP
      return ok({
        outcome: 'applied',
        event: { type: 'case.pended', clocks: clocksWhenPaused(kase.clocks, known.at) }
      })
    }
    case 'case.hold': {
      const stop = stillOpen(kase) ?? ownedBy(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'on_hold' && kase.state.reason === command.reason && !command.note)
        return NOOP
      const note = command.note ? { note: command.note } : {}
      return ok({
        outcome: 'applied',
        event: {
          type: 'case.held',
          reason: command.reason,
          ...note,
          clocks: clocksWhenPaused(kase.clocks, known.at)
        }
      })
    }
    case 'case.resume': {
      const stop = stillOpen(kase) ?? ownedOrSupervised(kase, by)
      if (stop) return no(stop)
      if (!waits(kase)) return no({ type: 'NotWaiting' })
      return ok({
        outcome: 'applied',
        event: { type: 'case.resumed', clocks: clocksWhenResumed(kase.clocks, known.at) }
      })
    }
    case 'case.resolve': {
      const stop = stillOpen(kase) ?? ownedBy(kase, by)
      if (stop) return no(stop)
      if (kase.escalations.some((one) => one.kind === 'hierarchical' && one.state.status === 'requested'))
        return no({ type: 'ApprovalOpen' })
      const note = command.note ? { note: command.note } : {}
      return ok({
        outcome: 'applied',
        event: {
          type: 'case.resolved',
          resolution: command.resolution,
          ...note,
          ...(command.helpedBy ? { helpedBy: command.helpedBy } : {}),
          clocks: clocksWhenResolved(kase.clocks, known.at)
        }
      })
    }
    case 'case.close': {
      const stop = inQueue(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'closed') return NOOP
      if (kase.state.status !== 'resolved') return no({ type: 'NotResolved' })
      return ok({ outcome: 'applied', event: { type: 'case.closed' } })
    }
    case 'case.reopen': {
      const stop = inQueue(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'closed') return no({ type: 'CaseClosed' })
      if (kase.state.status !== 'resolved') return no({ type: 'NotResolved' })
      return ok({
        outcome: 'applied',
        event: { type: 'case.reopened', reason: command.reason, clocks: clocksBackInWork(kase, known) }
      })
    }
  }
}

/** The clocks of a resolved case that is work again. One that nobody owns lies in its queue, so somebody has to own it in time (SL9). */
export function clocksBackInWork(kase: Case, known: Pick<Known, 'at' | 'matrix'>): Case['clocks'] {
  const clocks = clocksWhenReopened(kase.clocks, known.at)
  if (kase.owner !== null) return clocks
  return clocksWhenUnowned(clocks, targetFor(known.matrix, kase.queue.tier, kase.priority), false, known.at)
}
