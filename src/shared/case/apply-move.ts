import type { Case, Escalation, FunctionalEscalation, Hop } from './case.ts'

/** A new owner, who by that also accepts an escalation that waited for somebody (ES5). */
export function owned(kase: Case, owner: Case['owner'] & string, at: number, clocks: Case['clocks']): Case {
  const waiting = openFunctional(kase)
  const escalations =
    waiting?.state.status === 'requested'
      ? functional(kase, waiting.id, (one) => ({ ...one, state: { status: 'accepted', by: owner, at } }))
      : kase.escalations
  const state: Case['state'] = kase.state.status === 'new' ? { status: 'open' } : kase.state
  return { ...inConversation(kase, owner), owner, state, escalations, clocks }
}

/** Into another queue: nobody owns it there, and it is work again. A case nobody has touched stays new. */
export function moved(kase: Case, hop: Hop): Case {
  return { ...backToWork(kase), queue: hop.queue, owner: null, hops: [...kase.hops, hop] }
}

export function backToWork(kase: Case): Case {
  const resting =
    kase.state.status === 'pending' || kase.state.status === 'on_hold' || kase.state.status === 'resolved'
  return resting ? { ...kase, state: { status: 'open' } } : kase
}

export function inConversation(kase: Case, person: Case['conversation'][number]): Case {
  return kase.conversation.includes(person) ? kase : { ...kase, conversation: [...kase.conversation, person] }
}

export function isOpenFunctional(one: Escalation): one is FunctionalEscalation {
  return one.kind === 'functional' && (one.state.status === 'requested' || one.state.status === 'accepted')
}

/** The escalation the case is up here for: the latest functional one that has not ended. */
export function openFunctional(kase: Case): FunctionalEscalation | undefined {
  return kase.escalations.filter(isOpenFunctional).at(-1)
}

export function functional(
  kase: Case,
  id: string,
  how: (one: FunctionalEscalation) => FunctionalEscalation
): Case['escalations'] {
  return kase.escalations.map((one) => (one.kind === 'functional' && one.id === id ? how(one) : one))
}
