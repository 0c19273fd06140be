import type { Approver } from '../escalation/matrix.ts'
import type { CaseId } from '../lib/ids.ts'
import { unreachable } from '../lib/must.ts'
import { applyApproval, carriedOut, withdrawnRequest } from './apply-approval.ts'
import { backToWork, functional, inConversation, isOpenFunctional, moved, owned } from './apply-move.ts'
import type { Case, Escalation, Hop, Stamp } from './case.ts'
import type { CaseEvent, Happening } from './event.ts'

/**
 * Folds one happening into a case. Total: what is in the log has already happened, so nothing is refused here.
 * Only `case.opened` makes a case; throws when anything else comes first, since such a log is broken.
 */
export function apply(kase: Case | undefined, caseId: CaseId, happening: Happening): Case {
  const { event, by, at } = happening
  if (event.type === 'case.opened') return opened(caseId, happening, event)
  if (!kase) throw new Error(`broken log: ${event.type} before case.opened on ${caseId}`)
  const next = changed(kase, happening)
  const stamp = { by, at, type: event.type }
  return { ...next, ...stamped(kase, next, stamp), ver: kase.ver + 1, updatedAt: at, lastChange: stamp }
}

/** Remembers who set what somebody else may be about to set as well. */
function stamped(before: Case, after: Case, stamp: Stamp): Pick<Case, 'setBy'> {
  const setBy = {
    ...before.setBy,
    ...(after.owner === before.owner ? {} : { owner: stamp }),
    ...(after.priority === before.priority ? {} : { priority: stamp }),
    ...(after.category === before.category ? {} : { category: stamp })
  }
  return Object.keys(setBy).length > 0 ? { setBy } : {}
}

/** The case a list of happenings makes, in order. */
export function fold(caseId: CaseId, happenings: readonly Happening[]): Case | undefined {
  return happenings.reduce<Case | undefined>((kase, happening) => apply(kase, caseId, happening), undefined)
}

function opened(
  caseId: CaseId,
  { by, at }: Happening,
  event: Extract<CaseEvent, { type: 'case.opened' }>
): Case {
  return {
    id: caseId,
    ref: event.ref,
    ver: 1,
    subject: event.subject,
    customer: event.customer,
    channel: event.channel,
    language: event.language,
    category: event.category,
    priority: event.priority,
    flags: event.flags,
    queue: event.queue,
    owner: null,
    state: { status: 'new' },
    clocks: event.clocks,
    hops: [{ queue: event.queue, at, by, how: 'opened' }],
    escalations: [],
    grants: [],
    conversation: [],
    openedAt: at,
    updatedAt: at,
    lastChange: { by, at, type: event.type },
    reopenCount: 0,
    attributes: event.attributes
  }
}

function changed(kase: Case, { event, by, at }: Happening): Case {
  switch (event.type) {
    case 'case.opened':
      return kase
    case 'case.customerWrote':
      return {
        ...backToWork(kase),
        clocks: event.clocks,
        reopenCount: kase.reopenCount + (kase.state.status === 'resolved' ? 1 : 0)
      }
    case 'case.claimed':
      return owned(kase, by, at, event.clocks)
    case 'case.assigned':
      return owned(kase, event.to, at, event.clocks)
    case 'case.released':
      return { ...kase, owner: null, clocks: event.clocks }
    case 'case.transferred':
      return {
        ...moved(kase, {
          queue: event.to,
          at,
          by,
          how: 'transferred',
          ...(event.note ? { note: event.note } : {})
        }),
        clocks: event.clocks
      }
    case 'case.replied':
      return { ...inConversation(kase, by), clocks: event.clocks }
    case 'case.noted':
      return kase
    case 'case.prioritySet':
      return { ...fired(kase, event.automatic, at), priority: event.to, clocks: event.clocks }
    case 'case.categorySet':
      return { ...kase, category: event.to }
    case 'case.flagged': {
      const others = kase.flags.filter((flag) => flag !== event.flag)
      return { ...kase, flags: event.on ? [...others, event.flag] : others }
    }
    case 'case.wentPrivate':
      return { ...kase, channel: event.to, flags: kase.flags.filter((flag) => flag !== 'public') }
    case 'case.managerCalled':
      return { ...kase, called: { by, at, note: event.note } }
    case 'case.callAnswered': {
      const { called: _answered, ...rest } = kase
      return rest
    }
    case 'case.swarmed':
      return { ...kase, swarm: [...(kase.swarm ?? []), ...event.people] }
    case 'case.swarmLeft':
      return { ...kase, swarm: (kase.swarm ?? []).filter((id) => id !== by) }
    case 'case.notified':
      return told(fired(kase, event.automatic, at), event.whom)
    case 'case.pended':
      return { ...kase, state: { status: 'pending', since: at }, clocks: event.clocks }
    case 'case.held':
      return { ...kase, state: { status: 'on_hold', since: at, reason: event.reason }, clocks: event.clocks }
    case 'case.resumed':
      return { ...kase, state: { status: 'open' }, clocks: event.clocks }
    case 'case.resolved': {
      const { called: _over, ...rest } = kase
      return {
        ...rest,
        state: { status: 'resolved', at, by, resolution: event.resolution },
        clocks: event.clocks,
        ...(event.helpedBy ? { helpedBy: event.helpedBy } : {}),
        escalations: kase.escalations.map((one) =>
          isOpenFunctional(one) ? { ...one, state: { status: 'closed', at, how: 'resolved' } } : one
        )
      }
    }
    case 'case.closed':
      return { ...kase, state: { status: 'closed', at, by } }
    case 'case.reopened':
      return { ...kase, state: { status: 'open' }, clocks: event.clocks, reopenCount: kase.reopenCount + 1 }
    case 'case.granted':
      return {
        ...kase,
        grants: [
          ...kase.grants,
          { action: event.action, amountMinor: event.amountMinor, currency: event.currency, by, at }
        ]
      }
    case 'grant.carriedOut':
      return carriedOut(kase, event, at)
    case 'case.escalated': {
      const { type: _type, escalationId: id, clocks, message: _message, automatic, ...rest } = event
      const escalation: Escalation = {
        ...rest,
        id,
        kind: 'functional',
        by,
        at,
        state: { status: 'requested' }
      }
      return {
        ...moved(
          { ...fired(kase, automatic, at), escalations: [...kase.escalations, escalation] },
          { queue: event.to, at, by, how: 'escalated', escalationId: id, ...(automatic ? { automatic } : {}) }
        ),
        clocks
      }
    }
    case 'escalation.accepted':
      return owned(kase, by, at, event.clocks)
    case 'escalation.returned':
      return returned(kase, event, at, by)
    case 'escalation.withdrawn':
      return withdrawn(kase, event, at, by)
    case 'approval.requested':
    case 'approval.amended':
    case 'approval.approved':
    case 'approval.declined':
    case 'approval.handedOn':
    case 'approval.reminded':
    case 'approval.expired':
      return applyApproval(kase, event, by, at)
    default:
      return unreachable(event)
  }
}

function returned(
  kase: Case,
  event: Extract<CaseEvent, { type: 'escalation.returned' }>,
  at: number,
  by: Hop['by']
): Case {
  const { escalationId, to, note, reason, owner, clocks } = event
  const hop = { queue: to, at, by, how: 'returned' as const, escalationId, ...(note ? { note } : {}) }
  const back = {
    ...moved(kase, hop),
    escalations: functional(kase, escalationId, (one) => ({
      ...one,
      state: { status: 'closed', at, how: 'returned', note, ...(reason ? { reason } : {}) }
    })),
    clocks
  }
  return owner ? owned(back, owner, at, clocks) : back
}

function withdrawn(
  kase: Case,
  event: Extract<CaseEvent, { type: 'escalation.withdrawn' }>,
  at: number,
  by: Hop['by']
): Case {
  const one = kase.escalations.find((each) => each.id === event.escalationId)
  if (one?.kind !== 'functional') {
    return { ...withdrawnRequest(kase, event.escalationId, at), clocks: event.clocks }
  }
  const back = moved(kase, { queue: one.from, at, by, how: 'withdrawn', escalationId: one.id })
  return {
    ...back,
    owner: by,
    escalations: functional(kase, one.id, (each) => ({ ...each, state: { status: 'withdrawn', at } })),
    clocks: event.clocks
  }
}

/** Notes that an automatic row has acted, so that it does not again before the case is reopened. */
function fired(kase: Case, automatic: { readonly rowId: string } | undefined, at: number): Case {
  if (!automatic) return kase
  const one = { rowId: automatic.rowId, reopenCount: kase.reopenCount, at }
  return { ...kase, fired: [...(kase.fired ?? []), one] }
}

/** A person who is told by name may see the case from then on; a role sees its queues anyway. */
function told(kase: Case, whom: Approver): Case {
  if (!('person' in whom) || kase.told?.includes(whom.person)) return kase
  return { ...kase, told: [...(kase.told ?? []), whom.person] }
}
