import { EscalationId } from '../lib/ids.ts'
import { no, ok } from '../lib/result.ts'
import { type Person, worksIn } from '../people/person.ts'
import { isSameQueue, queueKey } from '../people/queue.ts'
import { clocksWhenBack, clocksWhenMoved, clocksWhenOwned, targetFor } from '../sla/clocks.ts'
import { addWorkingTime } from '../sla/working-time.ts'
import { openFunctional } from './apply-move.ts'
import type { Case, FunctionalEscalation } from './case.ts'
import type { Command } from './command.ts'
import { decideClaim } from './decide-work.ts'
import { type Judged, yes } from './judged.ts'
import { type Known, laterMatrix, ownedBy, stillOpen } from './rights.ts'
import { functionalRoutes, hasQueue, privacyRow, type Route } from './routes.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
const MINUTE = 60_000

/** Functional escalation: it needs expertise, so the case itself moves (ES2-ES10). */
export function decideEscalation(
  kase: Case,
  command: Of<'case.escalate' | 'escalation.accept' | 'escalation.return' | 'escalation.withdraw'>,
  by: Person,
  known: Known
): Judged {
  if (command.type === 'case.escalate') return decideEscalate(kase, command, by, known)
  const one = kase.escalations.find((each) => each.id === command.escalationId)
  if (!one) return no({ type: 'NoSuchEscalation' })
  if (command.type === 'escalation.withdraw') return decideWithdraw(kase, one, by, known)
  if (one.kind !== 'functional') return no({ type: 'NoSuchEscalation' })
  return command.type === 'escalation.accept'
    ? decideAccept(kase, one, by, known)
    : decideReturn(kase, one, command, by, known)
}

function decideEscalate(kase: Case, command: Of<'case.escalate'>, by: Person, known: Known): Judged {
  const stop = stillOpen(kase) ?? ownedBy(kase, by) ?? laterMatrix(command, known)
  if (stop) return no(stop)
  const routes = functionalRoutes(kase, known.matrix)
  const row = routeOf(command, routes)
  if (!row) return no({ type: 'NoRoute' })
  const missing = row.package.filter((field) => !command.package[field]?.trim())
  const isSame = isSameQueue(row.to, command.to)
  const isNamed = row.id === command.rowId
  if (missing.length > 0 && (isSame || isNamed)) return no({ type: 'PackageIncomplete', missing })
  const letter = command.message?.trim()
  const open = letter ? privacyRow(kase, known.matrix) : undefined
  if (open) return no({ type: 'MustGoPrivate', to: open.to })
  if (isSame) return yes(() => escalated(kase, row, command, known))
  // Elsewhere only if there is nothing to ask: which of several ways, what another row wants to know, and whether the customer
  // is to get a letter that names the other team and its times.
  const isSure = isNamed || (routes.length === 1 && missing.length === 0)
  if (row.onChange === 'confirm' || !isSure || letter)
    return no({ type: 'TargetChanged', was: command.to, now: row.to })
  return ok(() => ({
    outcome: 'transformed',
    event: escalated(kase, row, command, known),
    told: { type: 'Rerouted', was: queueKey(command.to), now: queueKey(row.to) }
  }))
}

/**
 * The row an escalation goes by now (protocol 3.7): the one its author saw, another to the same queue, the one of the same name
 * to another queue, or else the first there is, whatever it is called.
 */
function routeOf(command: Of<'case.escalate'>, routes: readonly Route[]): Route | undefined {
  const named = routes.find((row) => row.id === command.rowId)
  if (named && isSameQueue(named.to, command.to)) return named
  return routes.find((each) => isSameQueue(each.to, command.to)) ?? named ?? routes[0]
}

function escalated(kase: Case, row: Route, command: Of<'case.escalate'>, known: Known) {
  const message = command.message?.trim() ? { message: command.message } : {}
  const target = targetFor(known.matrix, row.to.tier, kase.priority)
  return {
    type: 'case.escalated' as const,
    escalationId: EscalationId.parse(known.opId),
    rowId: row.id,
    madeUnder: command.matrixVer,
    judgedUnder: known.matrix.version,
    from: kase.queue,
    to: row.to,
    package: command.package,
    acceptBy: addWorkingTime(known.at, row.acceptMinutes * MINUTE),
    resolveBy: addWorkingTime(known.at, row.resolveMinutes * MINUTE),
    clocks: clocksWhenMoved(kase.clocks, target, known.at, row),
    ...message
  }
}

function decideAccept(kase: Case, one: FunctionalEscalation, by: Person, known: Known): Judged {
  if (one.state.status !== 'requested' && one.state.status !== 'accepted')
    return no({ type: 'EscalationEnded', status: one.state.status })
  return decideClaim(kase, by, known)
}

/** De-escalation: back to where it came from, with what was found. Who works on it up there returns it. */
function decideReturn(
  kase: Case,
  one: FunctionalEscalation,
  { note, reason, to }: Of<'escalation.return'>,
  by: Person,
  known: Known
): Judged {
  const stop = stillOpen(kase) ?? ownedBy(kase, by)
  if (stop) return no(stop)
  if (one.state.status === 'requested') return no({ type: 'NotAccepted' })
  if (one.state.status !== 'accepted') return no({ type: 'EscalationEnded', status: one.state.status })
  if (openFunctional(kase)?.id !== one.id) return no({ type: 'NotAccepted' })
  if (!hasQueue(known.matrix, one.from)) return no({ type: 'NoSuchQueue', queue: one.from })
  const returned = () => {
    const why = reason ? { reason } : {}
    const clocks = clocksBack(kase, one, known)
    return { type: 'escalation.returned' as const, escalationId: one.id, to: one.from, note, ...why, clocks }
  }
  if (to !== 'person') return yes(returned)
  const sender = known.findPerson(one.by)
  if (!sender || !worksIn(sender, one.from)) return no({ type: 'PersonNotInQueue', person: one.by })
  return yes(() => {
    const event = returned()
    return { ...event, owner: sender.id, clocks: clocksWhenOwned(event.clocks, known.at) }
  })
}

/**
 * The one who asked takes it back while nobody has answered: the case, or the request for authority, which who has the case now
 * may end as well (ES18). Not from under a later escalation that an automatic row made: that one is still open, and the case is
 * where it leads (ES10).
 */
function decideWithdraw(kase: Case, one: Case['escalations'][number], by: Person, known: Known): Judged {
  const isTheirs = one.kind === 'hierarchical' && kase.owner === by.id
  if (one.by !== by.id && !isTheirs) return no({ type: 'OnlyRequester' })
  if (one.state.status !== 'requested') return no({ type: 'EscalationEnded', status: one.state.status })
  const last = one.kind === 'functional' ? openFunctional(kase) : undefined
  if (last && last.id !== one.id) return no({ type: 'EscalatedOn', queue: last.to })
  if (one.kind === 'functional' && !hasQueue(known.matrix, one.from))
    return no({ type: 'NoSuchQueue', queue: one.from })
  return yes(() => {
    const clocks =
      one.kind === 'functional' ? clocksWhenOwned(clocksBack(kase, one, known), known.at) : kase.clocks
    return { type: 'escalation.withdrawn', escalationId: one.id, clocks }
  })
}

function clocksBack(kase: Case, one: FunctionalEscalation, known: Known): Case['clocks'] {
  const below = openFunctional({
    ...kase,
    escalations: kase.escalations.filter((each) => each.id !== one.id)
  })
  return clocksWhenBack(kase.clocks, targetFor(known.matrix, one.from.tier, kase.priority), known.at, below)
}
