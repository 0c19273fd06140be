import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue } from '../people/queue.ts'
import type { Case, HierarchicalEscalation } from './case.ts'
import { afterYes, stepDue } from './chain.ts'
import type { Command } from './command.ts'
import { ALREADY_SO, type Judged, yes } from './judged.ts'
import type { Refusal } from './refusal.ts'
import { type Known, stillOpen } from './rights.ts'
import { canBeHanded, decidesAs } from './who-decides.ts'

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
      return handedOn(one, step, command, known)
  }
}

function handedOn(
  one: HierarchicalEscalation,
  step: number,
  { to, note }: Of<'approval.handOn'>,
  known: Known
): Judged {
  const person = known.findPerson(to)
  if (!person) return no({ type: 'NoSuchPerson' })
  if (!canBeHanded(person, one)) return no({ type: 'CannotDecide', person: to })
  const approver = one.chain[step]?.approver
  if (approver && 'person' in approver && approver.person === to) return ALREADY_SO
  return yes(() => {
    const dueAt = stepDue(one.chain, step, known.at)
    return { type: 'approval.handedOn', escalationId: one.id, step, to, note, dueAt }
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
