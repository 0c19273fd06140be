import type { Approver, Delegate, Matrix } from '../escalation/matrix.ts'
import type { PersonId } from '../lib/ids.ts'
import { isAway, type Person, supervises } from '../people/person.ts'
import type { Queue } from '../people/queue.ts'
import { type AskedStep, delegatesNow, type HierarchicalEscalation } from './case.ts'

/** What it takes to say who may decide: the people, and the time (for who is away). */
export type Deciders = {
  readonly at: number
  readonly findPerson: (id: PersonId) => Person | undefined
}

/**
 * Whether this person is one a request waits for now, and in whose place: a delegate stands in always, or while the other is
 * away (`at` null: as if everybody were). The requester never decides, nor somebody in the requester's place; nobody decides two steps (ES13, ES28).
 */
export function decidesAs(
  person: Person,
  one: HierarchicalEscalation,
  known: { readonly at: number | null; readonly findPerson: Deciders['findPerson'] }
): { readonly inPlaceOf?: PersonId } | undefined {
  if (one.state.status !== 'requested' || isDone(one, person.id)) return undefined
  const step = one.chain[one.state.step]
  if (!step) return undefined
  const asked = one.state.also ? [step.approver, one.state.also] : [step.approver]
  if (asked.some((approver) => isApprover(person, approver, one.from))) return {}
  const stead = delegatesNow(one).find(({ of, to, when }) => {
    const other = to === person.id && !isDone(one, of) ? known.findPerson(of) : undefined
    if (!other || (when === 'away' && known.at !== null && !isAway(other, known.at))) return false
    return asked.some((approver) => isApprover(other, approver, one.from))
  })
  return stead && { inPlaceOf: stead.of }
}

/**
 * Whether a request waits for this person: always, or `whileAway` somebody is, in whose place they then decide. Undefined:
 * not for them.
 */
export function waitsFor(
  person: Person,
  one: HierarchicalEscalation,
  findPerson: Deciders['findPerson']
): { readonly whileAway?: PersonId } | undefined {
  // As if nobody were away, then as if everybody were.
  if (decidesAs(person, one, { at: NOBODY_AWAY, findPerson })) return {}
  const stead = decidesAs(person, one, { at: null, findPerson })
  return stead?.inPlaceOf && { whileAway: stead.inPlaceOf }
}

const NOBODY_AWAY = Number.NEGATIVE_INFINITY

export function mayDecide(person: Person, one: HierarchicalEscalation, known: Deciders): boolean {
  return decidesAs(person, one, known) !== undefined
}

/** Asked for it, or has had a say in it already, themself or through whoever stood in. */
function isDone(one: HierarchicalEscalation, id: PersonId): boolean {
  return one.by === id || one.decisions.some(({ by, inPlaceOf }) => by === id || inPlaceOf === id)
}

function isApprover(person: Person, approver: Approver, from: Queue): boolean {
  if ('person' in approver) return approver.person === person.id
  return approver.role === 'escalation_manager'
    ? person.role === 'escalation_manager'
    : supervises(person, from)
}

/** Whether a step may be handed on to this person: a supervisor or an escalation manager who has had no say in it. */
export function canBeHanded(person: Person, one: HierarchicalEscalation): boolean {
  return (person.role === 'supervisor' || person.role === 'escalation_manager') && !isDone(one, person.id)
}

/** The delegates who could stand in for whoever may decide this step, kept with the request: a later matrix changes nothing about it. */
export function delegatesFor(
  approver: Approver,
  matrix: Matrix,
  from: Queue,
  findPerson: Deciders['findPerson']
): Delegate[] {
  return matrix.delegates.filter(({ of }) => {
    const person = findPerson(of)
    return person !== undefined && isApprover(person, approver, from)
  })
}

/** A row's chain as it is asked: with its delegates, and for more than `twoPeopleOverMinor` its last step twice, since nobody decides two steps (ES29). */
export function askedChain(
  row: {
    readonly chain: readonly {
      approver: Approver
      minutes: number
      onTimeout: NonNullable<AskedStep['onTimeout']>
    }[]
    readonly twoPeopleOverMinor?: number | undefined
  },
  amountMinor: number,
  from: Queue,
  known: Deciders & { readonly matrix: Matrix }
): AskedStep[] {
  const steps = row.chain.map(({ approver, minutes, onTimeout }): AskedStep => {
    const delegates = delegatesFor(approver, known.matrix, from, known.findPerson)
    const alsoDelegates =
      onTimeout.do === 'notify' ? delegatesFor(onTimeout.whom, known.matrix, from, known.findPerson) : []
    return {
      approver,
      minutes,
      onTimeout,
      ...(delegates.length > 0 && { delegates }),
      ...(alsoDelegates.length > 0 && { alsoDelegates })
    }
  })
  const last = steps.at(-1)
  const takesTwo = row.twoPeopleOverMinor !== undefined && amountMinor > row.twoPeopleOverMinor
  return takesTwo && last ? [...steps, last] : steps
}
