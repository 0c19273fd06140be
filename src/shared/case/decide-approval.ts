import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue } from '../people/queue.ts'
import type { Case, HierarchicalEscalation } from './case.ts'
import { afterYes, stepDue } from './chain.ts'
import type { Command } from './command.ts'
import { ALREADY_SO, type Judged, yes } from './judged.ts'
import type { Refusal } from './refusal.ts'
import { type Known, stillOpen } from './rights.ts'
import { hasQueue } from './routes.ts'
import { canBeHanded, decidesAs, delegatesFor } from './who-decides.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Answers = Of<'approval.approve' | 'approval.decline' | 'approval.handOn'>

/** What somebody asked for their authority answers: yes, no, or somebody else should (ES13-ES17, ES30). */
export function decideApproval(kase: Case, command: Answers, by: Person, known: Known): Judged {
  const open = asked(kase, command, by, known)
  if (!open.ok) return open
  const { one, step, stead } = open.value
  switch (command.type) {
    case 'approval.approve': {
      if (one.move && !isSameQueue(kase.queue, one.from)) return no({ type: 'StaleSubject' })
      const stop = one.move && stillOpen(kase)
      if (stop) return no(stop)
      if (one.move && !hasQueue(known.matrix, one.move.to))
        return no({ type: 'NoSuchQueue', queue: one.move.to })
      const { ask } = one
      if (ask.action === 'exception' && !known.matrix.exceptions.some(({ id }) => id === ask.exception))
        return no({ type: 'NoSuchException' })
      return yes(() => ({
        type: 'approval.approved',
        escalationId: one.id,
        step,
        ...(command.note ? { note: command.note } : {}),
        ...stead,
        ...afterYes(kase, one, step, known)
      }))
    }
    case 'approval.decline': {
      const { reason } = command
      return yes(() => ({ type: 'approval.declined', escalationId: one.id, step, reason, ...stead }))
    }
    case 'approval.handOn':
      return handedOn(open.value, command, by, known)
  }
}

/** To somebody who may decide it, with the delegates who stand in for them (ES28, ES30). */
function handedOn(
  { one, step, stead }: Open,
  { to, note }: Of<'approval.handOn'>,
  by: Person,
  known: Known
): Judged {
  const person = known.findPerson(to)
  if (!person) return no({ type: 'NoSuchPerson' })
  // Handed on to themself it would count as their say, and nobody could decide it any more.
  if (to === by.id || !canBeHanded(person, one)) return no({ type: 'CannotDecide', person: to })
  const approver = one.chain[step]?.approver
  if (approver && 'person' in approver && approver.person === to) return ALREADY_SO
  return yes(() => {
    const dueAt = stepDue(one.chain, step, known.at)
    const theirs = delegatesFor({ person: to }, known.matrix, one.from, known.findPerson)
    const delegates = theirs.length > 0 ? { delegates: theirs } : {}
    return { type: 'approval.handedOn', escalationId: one.id, step, to, note, dueAt, ...delegates, ...stead }
  })
}

type Open = {
  readonly one: HierarchicalEscalation
  readonly step: number
  readonly stead: { readonly inPlaceOf?: Person['id'] }
}

/** The open request this person is asked about, in time and unchanged since they read it. */
function asked(kase: Case, command: Answers, by: Person, known: Known): Result<Open, Refusal> {
  const one = kase.escalations.find((each) => each.id === command.escalationId)
  if (one?.kind !== 'hierarchical') return no({ type: 'NoSuchEscalation' })
  if (one.by === by.id) return no({ type: 'OwnRequest' })
  if (one.state.status !== 'requested') return no({ type: 'EscalationEnded', status: one.state.status })
  const stead = decidesAs(by, one, known)
  if (!stead) return no({ type: 'NotApprover' })
  if (known.at >= one.state.dueAt) return no({ type: 'TimeRanOut', at: one.state.dueAt })
  if (one.subjectHash !== command.subjectHash) return no({ type: 'StaleSubject' })
  return ok({ one, step: one.state.step, stead })
}
