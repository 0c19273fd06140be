import { type Person, supervises } from '../../people/person.ts'
import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import type { Finding } from '../finding.ts'
import type { Approver, HierarchicalRow } from '../matrix.ts'
import { type Document, error, queuesAt, rowAt, warning } from './document.ts'
import { boxOf, exampleIn } from './kinds.ts'

/**
 * Every chain can be answered to its end wherever somebody can ask, by different people at each step and never by the one who
 * asks (MX10). People who do not exist are a finding of their own.
 */
export function checkChains(document: Document): Finding[] {
  const { people } = document.around
  if (!people) return []
  return [
    ...document.matrix.hierarchical.flatMap((row, i) => checkChain(document, people, row, i)),
    ...told(document, people)
  ]
}

function checkChain(
  document: Document,
  people: readonly Person[],
  row: HierarchicalRow,
  index: number
): Finding[] {
  const isNamed = row.chain.every(
    ({ approver }) => !('person' in approver) || people.some((one) => one.id === approver.person)
  )
  if (!isNamed) return []
  const amountMinor = row.action === 'move' || row.action === 'exception' ? undefined : row.upToMinor
  const example = (queue: Queue) =>
    exampleIn(document.space, boxOf(document.space, row.when), queue, amountMinor)
  let own: Finding[] = []
  for (const queue of document.queues) {
    const askers = people.filter((person) => canAsk(person, row, queue))
    if (askers.length === 0) continue
    const steps = stepsOf(document, people, row, queue)
    const stuck = stuckAt(steps, undefined)
    if (stuck !== undefined) {
      const values = { step: Math.min(stuck, row.chain.length - 1) + 1, queue: queueKey(queue) }
      return [error('no_approver', rowAt('hierarchical', row.id, index, 'chain'), values, example(queue))]
    }
    if (own.length > 0 || isAmple(steps)) continue
    own = askers.flatMap((person) => {
      const step = stuckAt(steps, person)
      if (step === undefined) return []
      const values = {
        person: person.name,
        step: Math.min(step, row.chain.length - 1) + 1,
        queue: queueKey(queue)
      }
      return [warning('own_approval', rowAt('hierarchical', row.id, index, 'chain'), values, example(queue))]
    })
  }
  return own.slice(0, 1)
}

/** Works cases of this queue day by day. Who manages every escalation may, but does not ask themself. */
function canAsk(person: Person, row: HierarchicalRow, queue: Queue): boolean {
  return (
    (person.role === 'agent' || person.role === 'supervisor') &&
    row.tiers.includes(person.tier) &&
    person.queues.some((one) => isSameQueue(one, queue))
  )
}

/** Who can decide each step; over `twoPeopleOverMinor` the last one counts twice. */
function stepsOf(document: Document, people: readonly Person[], row: HierarchicalRow, queue: Queue) {
  const steps = row.chain.map(({ approver }) => deciders(document, people, approver, queue))
  const last = steps.at(-1)
  const takesTwo = 'twoPeopleOverMinor' in row && row.twoPeopleOverMinor !== undefined
  return takesTwo && last ? [...steps, last] : steps
}

/** Those asked themselves, and the delegates who always stand in for them. Somebody in another's place has that person's say. */
function deciders(
  { matrix }: Document,
  people: readonly Person[],
  approver: Approver,
  queue: Queue
): readonly Decider[] {
  const asked = people.filter((person) => isAsked(person, approver, queue))
  const stead = matrix.delegates.flatMap(({ of, to, when }) => {
    const other = asked.find((one) => one.id === of)
    const person = people.find((one) => one.id === to)
    return other && person && when === 'always' ? [{ person, inPlaceOf: other }] : []
  })
  return [...asked.map((person) => ({ person })), ...stead].filter(({ person }) => isHere(person))
}

/** Whoever left stays in the list of people, as an agent of no queue, for the histories that name them. */
function isHere({ role, queues }: Person): boolean {
  return role !== 'agent' || queues.length > 0
}

type Decider = { readonly person: Person; readonly inPlaceOf?: Person }

function isAsked(person: Person, approver: Approver, queue: Queue): boolean {
  if ('person' in approver) return approver.person === person.id
  return approver.role === 'escalation_manager'
    ? person.role === 'escalation_manager'
    : supervises(person, queue)
}

/** So many can decide each step that nobody's absence matters. */
function isAmple(steps: readonly (readonly Decider[])[]): boolean {
  return steps.every((one) => new Set(one.map(({ person }) => person.id)).size > steps.length * 2)
}

/** The first step that nobody can decide when everybody before has decided as well as possible; undefined when none. */
function stuckAt(steps: readonly (readonly Decider[])[], asker: Person | undefined): number | undefined {
  let furthest = 0
  const go = (step: number, done: ReadonlySet<string>): boolean => {
    furthest = Math.max(furthest, step)
    const deciding = steps[step]
    if (!deciding) return true
    return deciding.some(({ person, inPlaceOf }) => {
      if (done.has(person.id) || (inPlaceOf && done.has(inPlaceOf.id))) return false
      return go(step + 1, new Set([...done, person.id, ...(inPlaceOf ? [inPlaceOf.id] : [])]))
    })
  }
  return go(0, new Set(asker ? [asker.id] : [])) ? undefined : furthest
}

/** Who is told when time is up, or by an automatic row, must be somebody. */
function told(document: Document, people: readonly Person[]): Finding[] {
  const { matrix, queues } = document
  const nobody = (whom: Approver, queue: Queue) =>
    !('person' in whom) && !people.some((person) => isAsked(person, whom, queue))
  return matrix.automatic.flatMap(({ id, tiers, act, when }, i) => {
    if (act.do !== 'notify') return []
    const queue = queuesAt(queues, tiers).find((one) => nobody(act.whom, one))
    if (!queue) return []
    const example = exampleIn(document.space, boxOf(document.space, when), queue)
    return [
      error(
        'no_approver',
        rowAt('automatic', id, i, 'act.whom'),
        { step: 1, queue: queueKey(queue) },
        example
      )
    ]
  })
}
