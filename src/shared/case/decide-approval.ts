import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue } from '../people/queue.ts'
import type { Case, HierarchicalEscalation } from './case.ts'
import { afterYes, stepDue } from './chain.ts'
import type { Command } from './command.ts'
import type { Refusal } from './refusal.ts'
import { type Decided, type Known, stillOpen } from './rights.ts'
import { canBeHanded, decidesAs } from './who-decides.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Answers = Of<'approval.approve' | 'approval.decline' | 'approval.handOn'>
type Answer = Result<Decided, Refusal>

/** What somebody asked for their authority answers: yes, no, or somebody else should (ES13-ES17, ES30). */
export function decideApproval(kase: Case, command: Answers, by: Person, known: Known): Answer {
  const open = asked(kase, command, by, known)
  if (!open.ok) return open
  const { one, step, stead } = open.value
  switch (command.type) {
    case 'approval.approve': {
      if (one.move && !isSameQueue(kase.queue, one.from)) return no({ type: 'StaleSubject' })
      const stop = one.move && stillOpen(kase)
      if (stop) return no(stop)
      const note = command.note ? { note: command.note } : {}
      const next = afterYes(kase, one, step, known)
      const event = {
        type: 'approval.approved' as const,
        escalationId: one.id,
        step,
        ...note,
        ...stead,
        ...next
      }
      return ok({ outcome: 'applied', event })
    }
    case 'approval.decline': {
      const { reason } = command
      return ok({
        outcome: 'applied',
        event: { type: 'approval.declined', escalationId: one.id, step, reason, ...stead }
      })
    }
    case 'approval.handOn':
      return handedOn(one, step, command, known)
  }
}

function handedOn(
  one: HierarchicalEscalation,
  step: number,
  { to, note }: Of<'approval.handOn'>,
  known: Known
): Answer {
  const person = known.findPerson(to)
  if (!person) return no({ type: 'NoSuchPerson' })
  if (!canBeHanded(person, one)) return no({ type: 'CannotDecide', person: to })
  const approver = one.chain[step]?.approver
  if (approver && 'person' in approver && approver.person === to) return ok({ outcome: 'noop' })
  const dueAt = stepDue(one.chain, step, known.at)
  return ok({
    outcome: 'applied',
    event: { type: 'approval.handedOn', escalationId: one.id, step, to, note, dueAt }
  })
}

type Open = {
  readonly one: HierarchicalEscalation
  readonly step: number
  readonly stead: { readonly inPlaceOf?: Person['id'] }
}

/** The open request this person is asked about, unchanged since they read it. */
function asked(kase: Case, command: Answers, by: Person, known: Known): Result<Open, Refusal> {
  const one = kase.escalations.find((each) => each.id === command.escalationId)
  if (one?.kind !== 'hierarchical') return no({ type: 'NoSuchEscalation' })
  if (one.by === by.id) return no({ type: 'OwnRequest' })
  if (one.state.status !== 'requested') return no({ type: 'EscalationEnded', status: one.state.status })
  const stead = decidesAs(by, one, known)
  if (!stead) return no({ type: 'NotApprover' })
  if (one.subjectHash !== command.subjectHash) return no({ type: 'StaleSubject' })
  return ok({ one, step: one.state.step, stead })
}
