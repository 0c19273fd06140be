import { EscalationId, type PersonId } from '../lib/ids.ts'
import { moved } from './apply-move.ts'
import { type Case, type Escalation, type HierarchicalEscalation, moneyOf } from './case.ts'
import type { CaseEvent } from './event.ts'

/** What happens to a request for authority. */
export type Approval = Extract<
  CaseEvent,
  {
    type:
      | 'approval.requested'
      | 'approval.amended'
      | 'approval.approved'
      | 'approval.declined'
      | 'approval.handedOn'
      | 'approval.reminded'
      | 'approval.expired'
  }
>
type Of<T extends Approval['type']> = Extract<Approval, { type: T }>

/** What an event about authority makes of the case. */
export function applyApproval(kase: Case, event: Approval, by: PersonId, at: number): Case {
  if (event.type === 'approval.requested') return requested(kase, event, by, at)
  const next = hierarchical(kase, event.escalationId, (one) => answered(one, event, by, at))
  return event.type === 'approval.approved' && event.nextDueAt === null ? granted(next, event, by, at) : next
}

function requested(kase: Case, event: Of<'approval.requested'>, by: PersonId, at: number): Case {
  const { type: _type, escalationId: id, dueAt, ...rest } = event
  const escalation: Escalation = {
    ...rest,
    id,
    kind: 'hierarchical',
    by,
    at,
    from: kase.queue,
    decisions: [],
    state: { status: 'requested', step: 0, dueAt }
  }
  return { ...kase, escalations: [...kase.escalations, escalation] }
}

/** What a request is after something happened to it. */
export function answered(
  one: HierarchicalEscalation,
  event: Exclude<Approval, { type: 'approval.requested' }>,
  by: PersonId,
  at: number
): HierarchicalEscalation {
  switch (event.type) {
    case 'approval.amended':
      return {
        ...one,
        ask: event.ask,
        subjectHash: event.subjectHash,
        chain: event.chain ?? one.chain,
        decisions: [],
        state: { status: 'requested', step: 0, dueAt: event.dueAt }
      }
    case 'approval.approved': {
      const { nextDueAt, step } = event
      const state = nextDueAt === null ? ended('approved', at) : waiting(step + 1, nextDueAt)
      return { ...one, ...decided(one, { step, by, at, answer: 'approved', ...said(event) }), state }
    }
    case 'approval.declined': {
      const { step, reason: note } = event
      return {
        ...one,
        ...decided(one, { step, by, at, answer: 'declined', ...said({ ...event, note }) }),
        state: ended('declined', at)
      }
    }
    case 'approval.handedOn': {
      const { step, to, dueAt, delegates } = event
      const chain = one.chain.map((each, i) => {
        if (i !== step) return each
        const { delegates: _theirs, ...rest } = each
        return { ...rest, approver: { person: to }, ...(delegates && { delegates }) }
      })
      return {
        ...one,
        chain,
        ...decided(one, { step, by, at, answer: 'handed_on', ...said(event) }),
        state: waiting(step, dueAt)
      }
    }
    case 'approval.reminded': {
      const { step, whom, dueAt } = event
      return {
        ...one,
        ...decided(one, { step, by, at, answer: 'reminded' }),
        state: { ...waiting(step, dueAt), also: whom }
      }
    }
    case 'approval.expired': {
      const { step, nextDueAt, declined } = event
      const end = ended(declined ? 'declined' : 'expired', at)
      return {
        ...one,
        ...decided(one, { step, by, at, answer: 'timed_out' }),
        state: nextDueAt === null ? end : waiting(step + 1, nextDueAt)
      }
    }
  }
}

function waiting(
  step: number,
  dueAt: number
): Extract<HierarchicalEscalation['state'], { status: 'requested' }> {
  return { status: 'requested', step, dueAt }
}

function ended(status: 'approved' | 'declined' | 'expired', at: number): HierarchicalEscalation['state'] {
  return { status, at }
}

function decided(
  one: HierarchicalEscalation,
  decision: HierarchicalEscalation['decisions'][number]
): Pick<HierarchicalEscalation, 'decisions'> {
  return { decisions: [...one.decisions, decision] }
}

function said({ note, inPlaceOf }: { note?: string | undefined; inPlaceOf?: PersonId | undefined }) {
  return { ...(note ? { note } : {}), ...(inPlaceOf ? { inPlaceOf } : {}) }
}

/** The last yes: what was asked for is done by this very event. */
function granted(kase: Case, event: Of<'approval.approved'>, approvedBy: PersonId, at: number): Case {
  const one = kase.escalations.find((each) => each.id === event.escalationId)
  if (one?.kind !== 'hierarchical') return kase
  const { ask, by } = one
  const money = moneyOf(ask)
  if (money) {
    const { action, amountMinor, currency } = money
    return { ...kase, grants: [...kase.grants, { action, amountMinor, currency, by, approvedBy, at }] }
  }
  if (ask.action === 'exception') {
    const allowed = { exception: ask.exception, by, approvedBy, at }
    return { ...kase, allowed: [...(kase.allowed ?? []), allowed] }
  }
  return event.moved ? movedUp(kase, one, event.moved, at) : kase
}

/** What was granted alone or with approval has been done outside. */
export function carriedOut(
  kase: Case,
  { what, index, receipt }: Extract<CaseEvent, { type: 'grant.carriedOut' }>,
  at: number
): Case {
  const done = <T extends object>(one: T, i: number) =>
    i === index ? { ...one, carriedOut: { at, receipt } } : one
  return what === 'grant'
    ? { ...kase, grants: kase.grants.map(done) }
    : { ...kase, ...(kase.allowed && { allowed: kase.allowed.map(done) }) }
}

/** An approved move is an escalation of its own from here on: it is accepted and returned like any other. */
function movedUp(
  kase: Case,
  one: HierarchicalEscalation,
  { to, acceptBy, resolveBy, clocks }: NonNullable<Of<'approval.approved'>['moved']>,
  at: number
): Case {
  const { by, rowId, madeUnder, judgedUnder, ask } = one
  const id = moveId(one.id)
  const escalation: Escalation = {
    id,
    kind: 'functional',
    rowId,
    madeUnder,
    judgedUnder,
    by,
    at,
    from: kase.queue,
    to,
    package: ask.package,
    acceptBy,
    resolveBy,
    state: { status: 'requested' }
  }
  const hop = { queue: to, at, by, how: 'escalated' as const, escalationId: id }
  return { ...moved({ ...kase, escalations: [...kase.escalations, escalation] }, hop), clocks }
}

/** The escalation an approved request made, named after it (SY4). */
export function moveId(request: EscalationId): EscalationId {
  return EscalationId.parse(`${request}/move`)
}

function hierarchical(
  kase: Case,
  id: string,
  how: (one: HierarchicalEscalation) => HierarchicalEscalation
): Case {
  return {
    ...kase,
    escalations: kase.escalations.map((one) =>
      one.kind === 'hierarchical' && one.id === id ? how(one) : one
    )
  }
}

/** The one who asked takes the request back. */
export function withdrawnRequest(kase: Case, id: string, at: number): Case {
  return hierarchical(kase, id, (one) => ({ ...one, state: { status: 'withdrawn', at } }))
}
