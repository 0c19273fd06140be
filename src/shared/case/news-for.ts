import type { Approver } from '../escalation/matrix.ts'
import type { PersonId } from '../lib/ids.ts'
import { type Person, supervises } from '../people/person.ts'
import type { Queue } from '../people/queue.ts'
import type { Case } from './case.ts'
import type { CaseEvent, Happening } from './event.ts'

/**
 * Events that may be news for somebody: answers to what they asked, and calls on them. Whom a request asks to decide, `callsToDecide` says.
 * A console marks them as they come: another one here needs a migration that marks those it has (not `escalation.withdrawn`:
 * before it was one, whoever withdrew had asked themself, and nobody is told what they did).
 */
export const NEWS = [
  'approval.requested',
  'approval.amended',
  'approval.approved',
  'approval.declined',
  'approval.expired',
  'approval.handedOn',
  'approval.reminded',
  'escalation.returned',
  'escalation.withdrawn',
  'case.managerCalled',
  'case.callAnswered',
  'case.swarmed',
  'case.notified'
] as const satisfies readonly CaseEvent['type'][]

const MAY_BE_NEWS: ReadonlySet<string> = new Set(NEWS)

/** Whether an event of this kind may be news for somebody. */
export function mayBeNews(kind: string): boolean {
  return MAY_BE_NEWS.has(kind)
}

/**
 * Whether somebody wants to be told that this happened: what came of their own request or escalation, who answered their
 * call, who asks for their help, and what an automatic row tells
 * them. Nobody is told what they did themself. `caller`: who called last, when the event answers it.
 */
export function isNewsFor(
  person: Person,
  { event, by }: Pick<Happening, 'event' | 'by'>,
  kase: Pick<Case, 'escalations' | 'queue'>,
  caller: PersonId | undefined
): boolean {
  if (by === person.id) return false
  const asked = (id: string) => kase.escalations.some((one) => one.id === id && one.by === person.id)
  switch (event.type) {
    case 'approval.approved':
    case 'approval.declined':
    case 'approval.expired':
    case 'approval.reminded':
    case 'escalation.returned':
    case 'escalation.withdrawn':
      return asked(event.escalationId)
    case 'approval.handedOn':
      return event.to === person.id || asked(event.escalationId)
    case 'case.managerCalled':
      return person.role === 'escalation_manager'
    case 'case.callAnswered':
      return caller === person.id
    case 'case.swarmed':
      return event.people.includes(person.id)
    case 'case.notified':
      return isMeant(person, event.whom, kase.queue)
    default:
      return false
  }
}

/** A supervisor is told of the queues they answer for, an escalation manager of all. */
function isMeant(person: Person, whom: Approver, queue: Queue): boolean {
  if ('person' in whom) return whom.person === person.id
  return whom.role === 'supervisor'
    ? person.role === 'supervisor' && supervises(person, queue)
    : person.role === 'escalation_manager'
}
