import type { CaseId } from '../lib/ids.ts'
import { unreachable } from '../lib/must.ts'
import type { Case, Escalation, FunctionalEscalation, HierarchicalEscalation, Hop, Stamp } from './case.ts'
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
      return { ...moved(kase, { queue: event.to, at, by, how: 'transferred' }), clocks: event.clocks }
    case 'case.replied':
      return { ...inConversation(kase, by), clocks: event.clocks }
    case 'case.noted':
      return kase
    case 'case.prioritySet':
      return { ...kase, priority: event.to, clocks: event.clocks }
    case 'case.categorySet':
      return { ...kase, category: event.to }
    case 'case.pended':
      return { ...kase, state: { status: 'pending', since: at }, clocks: event.clocks }
    case 'case.held':
      return { ...kase, state: { status: 'on_hold', since: at, reason: event.reason }, clocks: event.clocks }
    case 'case.resumed':
      return { ...kase, state: { status: 'open' }, clocks: event.clocks }
    case 'case.resolved':
      return {
        ...kase,
        state: { status: 'resolved', at, by, resolution: event.resolution },
        clocks: event.clocks,
        escalations: kase.escalations.map((one) =>
          isOpenFunctional(one) ? { ...one, state: { status: 'closed', at, how: 'resolved' } } : one
        )
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
    case 'case.escalated': {
      const { type: _type, escalationId: id, clocks, ...rest } = event
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
          { ...kase, escalations: [...kase.escalations, escalation] },
          { queue: event.to, at, by, how: 'escalated' }
        ),
        clocks
      }
    }
    case 'escalation.accepted':
      return owned(kase, by, at, event.clocks)
    case 'escalation.returned':
      return {
        ...moved(kase, { queue: event.to, at, by, how: 'returned' }),
        escalations: functional(kase, event.escalationId, (one) => ({
          ...one,
          state: { status: 'closed', at, how: 'returned', note: event.note }
        })),
        clocks: event.clocks
      }
    case 'escalation.withdrawn':
      return withdrawn(kase, event, at, by)
    case 'approval.requested': {
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
    case 'approval.amended':
      return hierarchical(kase, event.escalationId, (one) => ({
        ...one,
        ask: event.ask,
        subjectHash: event.subjectHash,
        decisions: [],
        state: { status: 'requested', step: 0, dueAt: event.dueAt }
      }))
    case 'approval.approved':
      return approved(kase, event, at, by)
    case 'approval.declined':
      return hierarchical(kase, event.escalationId, (one) => ({
        ...one,
        decisions: [...one.decisions, { step: event.step, by, at, answer: 'declined', note: event.reason }],
        state: { status: 'declined', at }
      }))
    case 'approval.expired':
      return hierarchical(kase, event.escalationId, (one) => ({
        ...one,
        decisions: [...one.decisions, { step: event.step, by, at, answer: 'timed_out' }],
        state:
          event.nextDueAt === null
            ? { status: 'expired', at }
            : { status: 'requested', step: event.step + 1, dueAt: event.nextDueAt }
      }))
    default:
      return unreachable(event)
  }
}

/** A new owner, who by that also accepts an escalation that waited for somebody (ES5). */
function owned(kase: Case, owner: Case['owner'] & string, at: number, clocks: Case['clocks']): Case {
  const waiting = openFunctional(kase)
  const escalations =
    waiting?.state.status === 'requested'
      ? functional(kase, waiting.id, (one) => ({ ...one, state: { status: 'accepted', by: owner, at } }))
      : kase.escalations
  const state: Case['state'] = kase.state.status === 'new' ? { status: 'open' } : kase.state
  return { ...inConversation(kase, owner), owner, state, escalations, clocks }
}

/** Into another queue: nobody owns it there, and it is work again. A case nobody has touched stays new. */
function moved(kase: Case, hop: Hop): Case {
  return { ...backToWork(kase), queue: hop.queue, owner: null, hops: [...kase.hops, hop] }
}

function backToWork(kase: Case): Case {
  const resting =
    kase.state.status === 'pending' || kase.state.status === 'on_hold' || kase.state.status === 'resolved'
  return resting ? { ...kase, state: { status: 'open' } } : kase
}

function inConversation(kase: Case, person: Case['conversation'][number]): Case {
  return kase.conversation.includes(person) ? kase : { ...kase, conversation: [...kase.conversation, person] }
}

function withdrawn(
  kase: Case,
  event: Extract<CaseEvent, { type: 'escalation.withdrawn' }>,
  at: number,
  by: Hop['by']
): Case {
  const one = kase.escalations.find((each) => each.id === event.escalationId)
  if (one?.kind !== 'functional') {
    return {
      ...hierarchical(kase, event.escalationId, (each) => ({ ...each, state: { status: 'withdrawn', at } })),
      clocks: event.clocks
    }
  }
  const back = moved(kase, { queue: one.from, at, by, how: 'withdrawn' })
  return {
    ...back,
    owner: by,
    escalations: functional(kase, one.id, (each) => ({ ...each, state: { status: 'withdrawn', at } })),
    clocks: event.clocks
  }
}

function approved(
  kase: Case,
  event: Extract<CaseEvent, { type: 'approval.approved' }>,
  at: number,
  by: Hop['by']
): Case {
  const next = hierarchical(kase, event.escalationId, (one) => ({
    ...one,
    decisions: [
      ...one.decisions,
      { step: event.step, by, at, answer: 'approved', ...(event.note ? { note: event.note } : {}) }
    ],
    state:
      event.nextDueAt === null
        ? { status: 'approved', at }
        : { status: 'requested', step: event.step + 1, dueAt: event.nextDueAt }
  }))
  const one = kase.escalations.find((each) => each.id === event.escalationId)
  if (event.nextDueAt !== null || one?.kind !== 'hierarchical') return next
  const { action, amountMinor, currency } = one.ask
  return {
    ...next,
    grants: [...kase.grants, { action, amountMinor, currency, by: one.by, approvedBy: by, at }]
  }
}

function isOpenFunctional(one: Escalation): one is FunctionalEscalation {
  return one.kind === 'functional' && (one.state.status === 'requested' || one.state.status === 'accepted')
}

/** The escalation the case is up here for: the latest functional one that has not ended. */
export function openFunctional(kase: Case): FunctionalEscalation | undefined {
  return kase.escalations.filter(isOpenFunctional).at(-1)
}

function functional(
  kase: Case,
  id: string,
  how: (one: FunctionalEscalation) => FunctionalEscalation
): Case['escalations'] {
  return kase.escalations.map((one) => (one.kind === 'functional' && one.id === id ? how(one) : one))
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
