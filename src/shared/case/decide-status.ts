import { no } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import {
  clocksWhenPaused,
  clocksWhenReopened,
  clocksWhenResolved,
  clocksWhenResumed,
  clocksWhenUnowned,
  targetFor
} from '../sla/clocks.ts'
import type { Case, Resolution } from './case.ts'
import type { Command } from './command.ts'
import { ALREADY_SO, type Judged, yes } from './judged.ts'
import { inQueue, type Known, ownedBy, ownedOrSupervised, stillOpen, waits } from './rights.ts'

type Status = Extract<
  Command,
  { type: 'case.pend' | 'case.hold' | 'case.resume' | 'case.resolve' | 'case.close' | 'case.reopen' }
>

/** The transitions of the case (CA5): open <-> pending, open <-> on hold, all of them -> resolved -> closed, resolved -> open. */
export function decideStatus(kase: Case, command: Status, by: Person, known: Known): Judged {
  switch (command.type) {
    case 'case.pend': {
      const stop = stillOpen(kase) ?? ownedBy(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'pending') return ALREADY_SO
      return yes(() => ({ type: 'case.pended', clocks: clocksWhenPaused(kase.clocks, known.at) }))
    }
    case 'case.hold': {
      const stop = stillOpen(kase) ?? ownedBy(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'on_hold' && kase.state.reason === command.reason && !command.note)
        return ALREADY_SO
      return yes(() => ({
        type: 'case.held',
        reason: command.reason,
        ...(command.note ? { note: command.note } : {}),
        clocks: clocksWhenPaused(kase.clocks, known.at)
      }))
    }
    case 'case.resume': {
      const stop = stillOpen(kase) ?? ownedOrSupervised(kase, by)
      if (stop) return no(stop)
      if (!waits(kase)) return no({ type: 'NotWaiting' })
      return yes(() => ({ type: 'case.resumed', clocks: clocksWhenResumed(kase.clocks, known.at) }))
    }
    case 'case.resolve': {
      const stop = stillOpen(kase) ?? ownedBy(kase, by)
      if (stop) return no(stop)
      if (kase.escalations.some((one) => one.kind === 'hierarchical' && one.state.status === 'requested'))
        return no({ type: 'ApprovalOpen' })
      return yes(() => ({
        type: 'case.resolved',
        resolution: command.resolution,
        ...(command.note ? { note: command.note } : {}),
        ...(helps(command, kase) ? { helpedBy: command.helpedBy } : {}),
        clocks: clocksWhenResolved(kase.clocks, known.at)
      }))
    }
    case 'case.close': {
      const stop = inQueue(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'closed') return ALREADY_SO
      if (kase.state.status !== 'resolved') return no({ type: 'NotResolved' })
      return yes(() => ({ type: 'case.closed' }))
    }
    case 'case.reopen': {
      const stop = inQueue(kase, by)
      if (stop) return no(stop)
      if (kase.state.status === 'closed') return no({ type: 'CaseClosed' })
      if (kase.state.status !== 'resolved') return no({ type: 'NotResolved' })
      return yes(() => ({
        type: 'case.reopened',
        reason: command.reason,
        clocks: clocksBackInWork(kase, known)
      }))
    }
  }
}

/** The clocks of a resolved case that is work again. One that nobody owns lies in its queue, so somebody has to own it in time (SL9). */
export function clocksBackInWork(kase: Case, known: Pick<Known, 'at' | 'matrix'>): Case['clocks'] {
  const clocks = clocksWhenReopened(kase.clocks, known.at)
  if (kase.owner !== null) return clocks
  return clocksWhenUnowned(clocks, targetFor(known.matrix, kase.queue.tier, kase.priority), false, known.at)
}

/** What another case's solution can have led to; a duplicate or a case without an end was not helped by it. */
const HELPED: readonly Resolution[] = ['solved', 'explained', 'compensated']

/** Whether a resolution counts as an escalation avoided: with another case's solution, and with one (ES31). */
function helps({ helpedBy, resolution }: Extract<Command, { type: 'case.resolve' }>, { id }: Case): boolean {
  return helpedBy !== undefined && helpedBy !== id && HELPED.includes(resolution)
}
