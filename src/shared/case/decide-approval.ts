import { hashOf } from '../lib/hash.ts'
import { EscalationId } from '../lib/ids.ts'
import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import { addWorkingTime } from '../sla/working-time.ts'
import type { Ask, Case, HierarchicalEscalation } from './case.ts'
import type { Command } from './command.ts'
import type { CaseEvent } from './event.ts'
import type { Refusal } from './refusal.ts'
import { type Decided, type Known, mayDecide, ownedBy, stillOpen } from './rights.ts'
import { approvalRows, leftToGrant, rowForAmount } from './routes.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Answer = Result<Decided, Refusal>
const MINUTE = 60_000

/** What an approver says yes to: this ask, on this case, for this customer. Anything else has another hash (ES14). */
export function subjectHash(kase: Case, escalationId: string, ask: Ask): string {
  return hashOf({ caseId: kase.id, customer: kase.customer.id, escalationId, ask })
}

/** Hierarchical escalation: it needs authority, so somebody above says yes or no and the case stays where it is (ES11-ES18). */
export function decideApproval(
  kase: Case,
  command: Of<'case.grant' | 'approval.request' | 'approval.amend' | 'approval.approve' | 'approval.decline'>,
  by: Person,
  known: Known
): Answer {
  switch (command.type) {
    case 'case.grant':
      return decideGrant(kase, command.ask, by, known)
    case 'approval.request':
      return decideRequest(kase, command, by, known)
    case 'approval.amend':
      return decideAmend(kase, command, by, known)
    case 'approval.approve':
      return decideApprove(kase, command, by, known)
    case 'approval.decline': {
      const answer = asked(kase, command, by)
      if (!answer.ok) return answer
      const { one, step } = answer.value
      return ok({
        outcome: 'applied',
        event: { type: 'approval.declined', escalationId: one.id, step, reason: command.reason }
      })
    }
  }
}

function decideGrant(kase: Case, ask: Ask, by: Person, known: Known): Answer {
  const stop = stillOpen(kase) ?? ownedBy(kase, by) ?? rightCurrency(ask, known)
  if (stop) return no(stop)
  const leftMinor = leftToGrant(kase, ask.action, by, known.matrix)
  if (ask.amountMinor > leftMinor)
    return no({ type: 'OverLimit', leftMinor, currency: known.matrix.currency })
  const { action, amountMinor, currency } = ask
  const note = ask.package.ask ? { note: ask.package.ask } : {}
  return ok({ outcome: 'applied', event: { type: 'case.granted', action, amountMinor, currency, ...note } })
}

function decideRequest(kase: Case, command: Of<'approval.request'>, by: Person, known: Known): Answer {
  const { ask } = command
  const stop = stillOpen(kase) ?? ownedBy(kase, by) ?? rightCurrency(ask, known)
  if (stop) return no(stop)
  const open = kase.escalations.find(
    (one) => one.kind === 'hierarchical' && one.state.status === 'requested' && one.ask.action === ask.action
  )
  if (open) return no({ type: 'AlreadyAsked', escalationId: open.id })
  const found = rowFor(kase, ask, by, known)
  if (!found.ok) return found
  const row = found.value
  const escalationId = EscalationId.parse(known.opId)
  const event = {
    type: 'approval.requested' as const,
    escalationId,
    rowId: row.id,
    madeUnder: command.matrixVer,
    judgedUnder: known.matrix.version,
    ask,
    subjectHash: subjectHash(kase, escalationId, ask),
    chain: row.chain.map(({ approver, minutes }) => ({ approver, minutes })),
    onTimeout: row.chain.some((step) => step.onTimeout.do === 'expire')
      ? ('expire' as const)
      : ('next' as const),
    dueAt: stepDue(row.chain, 0, known.at)
  }
  if (row.id === command.rowId) return ok({ outcome: 'applied', event })
  return ok({ outcome: 'transformed', event, told: { type: 'Rerouted', was: command.rowId, now: row.id } })
}

/** The ask changed on the way: the chain starts again, and a yes to the old one no longer counts. It stays within the same row. */
function decideAmend(kase: Case, command: Of<'approval.amend'>, by: Person, known: Known): Answer {
  const one = kase.escalations.find((each) => each.id === command.escalationId)
  if (one?.kind !== 'hierarchical') return no({ type: 'NoSuchEscalation' })
  if (one.by !== by.id) return no({ type: 'OnlyRequester' })
  if (one.state.status !== 'requested') return no({ type: 'EscalationEnded', status: one.state.status })
  const stop = stillOpen(kase) ?? rightCurrency(command.ask, known)
  if (stop) return no(stop)
  const found = rowFor(kase, command.ask, by, known)
  if (!found.ok) return found
  if (found.value.id !== one.rowId || command.ask.action !== one.ask.action)
    return no({ type: 'NobodyMayApprove' })
  const hash = subjectHash(kase, one.id, command.ask)
  if (hash === one.subjectHash) return ok({ outcome: 'noop' })
  return ok({
    outcome: 'applied',
    event: {
      type: 'approval.amended',
      escalationId: one.id,
      ask: command.ask,
      subjectHash: hash,
      dueAt: stepDue(one.chain, 0, known.at)
    }
  })
}

function decideApprove(kase: Case, command: Of<'approval.approve'>, by: Person, known: Known): Answer {
  const answer = asked(kase, command, by)
  if (!answer.ok) return answer
  const { one, step } = answer.value
  const last = step + 1 >= one.chain.length
  const note = command.note ? { note: command.note } : {}
  return ok({
    outcome: 'applied',
    event: {
      type: 'approval.approved',
      escalationId: one.id,
      step,
      ...note,
      nextDueAt: last ? null : stepDue(one.chain, step + 1, known.at)
    }
  })
}

/** The open request this person is asked about, unchanged since they read it. */
function asked(
  kase: Case,
  command: Of<'approval.approve' | 'approval.decline'>,
  by: Person
): Result<{ one: HierarchicalEscalation; step: number }, Refusal> {
  const one = kase.escalations.find((each) => each.id === command.escalationId)
  if (one?.kind !== 'hierarchical') return no({ type: 'NoSuchEscalation' })
  if (one.by === by.id) return no({ type: 'OwnRequest' })
  if (one.state.status !== 'requested') return no({ type: 'EscalationEnded', status: one.state.status })
  if (!mayDecide(by, one)) return no({ type: 'NotApprover' })
  if (one.subjectHash !== command.subjectHash) return no({ type: 'StaleSubject' })
  return ok({ one, step: one.state.step })
}

function rowFor(kase: Case, ask: Ask, by: Person, known: Known) {
  const leftMinor = leftToGrant(kase, ask.action, by, known.matrix)
  if (ask.amountMinor <= leftMinor)
    return no<Refusal>({ type: 'WithinLimit', leftMinor, currency: known.matrix.currency })
  const row = rowForAmount(approvalRows(kase, ask.action, by, known.matrix), ask.amountMinor)
  if (!row) return no<Refusal>({ type: 'NobodyMayApprove' })
  const missing = row.package.filter((field) => !ask.package[field]?.trim())
  return missing.length > 0 ? no<Refusal>({ type: 'PackageIncomplete', missing }) : ok(row)
}

function rightCurrency(ask: Ask, known: Known): Refusal | undefined {
  return ask.currency === known.matrix.currency
    ? undefined
    : { type: 'WrongCurrency', currency: known.matrix.currency }
}

export function stepDue(chain: HierarchicalEscalation['chain'], step: number, at: number): number {
  return addWorkingTime(at, (chain[step]?.minutes ?? 0) * MINUTE)
}

/**
 * What the passing of time does to a request: the step nobody answered is over. Gives the event the server's timer logs,
 * or undefined when nothing is due yet.
 */
export function expiryOf(
  one: HierarchicalEscalation,
  at: number
): Extract<CaseEvent, { type: 'approval.expired' }> | undefined {
  if (one.state.status !== 'requested' || at < one.state.dueAt) return undefined
  const { step } = one.state
  const goesOn = one.onTimeout === 'next' && step + 1 < one.chain.length
  return {
    type: 'approval.expired',
    escalationId: one.id,
    step,
    nextDueAt: goesOn ? stepDue(one.chain, step + 1, at) : null
  }
}
