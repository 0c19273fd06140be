import type { PersonId } from '../lib/ids.ts'
import type { Person } from '../people/person.ts'
import { answered } from './apply-approval.ts'
import { delegatesNow, type HierarchicalEscalation } from './case.ts'
import type { Happening } from './event.ts'
import { type Deciders, decidesAs } from './who-decides.ts'

/** What was done to one request, oldest first. */
export type RequestStory = readonly Pick<Happening, 'at' | 'by' | 'event'>[]

/** That somebody was asked to decide a request. */
export type CallToDecide = {
  /** Which happening of the story asked them. */
  readonly calledBy: number
  /** When (ms): later than that happening for who stands in for somebody that went away after it. */
  readonly at: number
  /** In whose place they are asked. */
  readonly inPlaceOf: PersonId | null
  /** The request as it was then. */
  readonly asked: HierarchicalEscalation
  readonly step: number
  /** The happening after which they were not asked for this any more; null: there was none. */
  readonly endedBy: number | null
  /** Whether the request waits for them now. */
  readonly waits: boolean
}

/**
 * Every time a request came to wait for this person: when it was made or changed, when its chain stepped on to them, was
 * handed on to them, told them as well, or somebody went away in whose place they decide. Never for what they asked for
 * themself (ES13, ES28). `one` is the request as it is now; who was away before, and is not any more, nobody knows.
 */
export function callsToDecide(
  person: Person,
  one: HierarchicalEscalation,
  story: RequestStory,
  known: Deciders
): CallToDecide[] {
  const calls: CallToDecide[] = []
  let state: HierarchicalEscalation | undefined
  let open: CallToDecide | undefined
  const end = (endedBy: number | null, waits: boolean): void => {
    if (open) calls.push({ ...open, endedBy, waits })
    open = undefined
  }
  for (const [index, happening] of story.entries()) {
    const next = after(state, one, happening)
    if (!next) continue
    state = next
    const { event, at } = happening
    const isForThem = event.type === 'approval.handedOn' && event.to === person.id
    if (open && (isForThem || !isSameCall(open, next, person, { ...known, at }))) end(index, false)
    if (open) continue
    open = callIn(person, next, { calledBy: index, from: at, until: story[index + 1]?.at ?? known.at }, known)
  }
  end(null, state !== undefined && decidesAs(person, state, known) !== undefined)
  return calls
}

/** The request after this happening; undefined before it was made. */
function after(
  state: HierarchicalEscalation | undefined,
  one: HierarchicalEscalation,
  { event, by, at }: RequestStory[number]
): HierarchicalEscalation | undefined {
  switch (event.type) {
    case 'approval.requested': {
      const { ask, subjectHash, chain, dueAt } = event
      return {
        ...one,
        ask,
        subjectHash,
        chain,
        decisions: [],
        state: { status: 'requested', step: 0, dueAt }
      }
    }
    case 'approval.amended':
    case 'approval.approved':
    case 'approval.declined':
    case 'approval.handedOn':
    case 'approval.reminded':
    case 'approval.expired':
      return state && answered(state, event, by, at)
    case 'escalation.withdrawn':
      return state && { ...state, state: { status: 'withdrawn', at } }
    default:
      return state
  }
}

/** Still the same step of the same ask, and still theirs to decide. */
function isSameCall(
  call: CallToDecide,
  next: HierarchicalEscalation,
  person: Person,
  known: Deciders
): boolean {
  return (
    next.state.status === 'requested' &&
    next.state.step === call.step &&
    next.subjectHash === call.asked.subjectHash &&
    decidesAs(person, next, known) !== undefined
  )
}

/** Whether they are asked between two times: at once, or as somebody goes away whom they stand in for. */
function callIn(
  person: Person,
  asked: HierarchicalEscalation,
  { calledBy, from, until }: { readonly calledBy: number; readonly from: number; readonly until: number },
  { findPerson }: Deciders
): CallToDecide | undefined {
  if (asked.state.status !== 'requested') return undefined
  const { step } = asked.state
  const goes = delegatesNow(asked)
    .flatMap(({ of, to }) => (to === person.id ? [findPerson(of)?.away?.from] : []))
    .filter((at) => at !== undefined && at > from && at <= until)
    .toSorted((a = 0, b = 0) => a - b)
  for (const at of [from, ...goes]) {
    const stead = at === undefined ? undefined : decidesAs(person, asked, { at, findPerson })
    if (at === undefined || !stead) continue
    const inPlaceOf = stead.inPlaceOf ?? null
    return { calledBy, at, inPlaceOf, asked, step, endedBy: null, waits: false }
  }
  return undefined
}
