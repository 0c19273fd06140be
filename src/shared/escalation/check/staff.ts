import type { PersonId } from '../../lib/ids.ts'
import { type Person, supervises } from '../../people/person.ts'
import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import type { ExampleCase } from '../finding.ts'
import type { Approver, HierarchicalRow } from '../matrix.ts'
import type { Document } from './document.ts'
import { boxOf, exampleIn } from './kinds.ts'

/** Who does what in each queue, looked up once. */
export type Staff = {
  /** Those who can ask along this row for cases of this queue. */
  askers(row: HierarchicalRow, queue: Queue): readonly Person[]
  /** Those a step, or a reminder, asks for a decision on cases of this queue. Not who left. */
  asked(approver: Approver, queue: Queue): ReadonlySet<PersonId>
  /** Those who always stand in for somebody. */
  standIns(id: PersonId): ReadonlySet<PersonId>
  readonly people: readonly Person[]
}

export function staffOf({ matrix, queues }: Document, people: readonly Person[]): Staff {
  const workers = new Map(
    queues.map((queue) => [queueKey(queue), people.filter((one) => asksIn(one, queue))] as const)
  )
  const known = new Map<string, ReadonlySet<PersonId>>()
  return {
    people,
    askers: ({ tiers }, queue) =>
      (workers.get(queueKey(queue)) ?? []).filter((person) => tiers.includes(person.tier)),
    asked(approver, queue) {
      const key = 'person' in approver ? approver.person : `${approver.role} ${queueKey(queue)}`
      const before = known.get(key)
      if (before) return before
      const found = new Set(
        people.filter((one) => isHere(one) && isAsked(one, approver, queue)).map(({ id }) => id)
      )
      known.set(key, found)
      return found
    },
    standIns(id) {
      const to = matrix.delegates.flatMap((one) => (one.of === id && one.when === 'always' ? [one.to] : []))
      return new Set(people.filter((one) => isHere(one) && to.includes(one.id)).map((one) => one.id))
    }
  }
}

/** Whoever left stays in the list of people, as an agent of no queue, for the histories that name them. */
function isHere({ role, queues }: Person): boolean {
  return role !== 'agent' || queues.length > 0
}

/**
 * Who can decide each step; over `twoPeopleOverMinor` the last one counts twice. Delegates are left out where the one they
 * stand in for is there: they use up both their says, so wherever they could decide the other could as well, and one more
 * person would be left. In the place of somebody who left there is one say, at the first step that asks for it.
 */
export function stepsOf(
  staff: Staff,
  row: Pick<HierarchicalRow, 'chain'> & { readonly twoPeopleOverMinor?: number | undefined },
  queue: Queue
): readonly ReadonlySet<PersonId>[] {
  const chain = row.chain.map(({ approver }) => approver)
  const last = chain.at(-1)
  const spent = new Set<PersonId>()
  return (row.twoPeopleOverMinor !== undefined && last ? [...chain, last] : chain).map((approver) => {
    const asked = staff.asked(approver, queue)
    if (asked.size > 0 || !('person' in approver)) return asked
    const { person } = approver
    const isSpent = spent.has(person)
    spent.add(person)
    return isSpent ? asked : staff.standIns(person)
  })
}

/** Works cases of this queue day by day. Who manages every escalation may, but does not ask themself. */
function asksIn(person: Person, queue: Queue): boolean {
  const { role, queues } = person
  return (role === 'agent' || role === 'supervisor') && queues.some((one) => isSameQueue(one, queue))
}

function isAsked(person: Person, approver: Approver, queue: Queue): boolean {
  if ('person' in approver) return approver.person === person.id
  return approver.role === 'escalation_manager'
    ? person.role === 'escalation_manager'
    : supervises(person, queue)
}

/** A case of the row in a queue, asking for as much as the row is for. */
export function askedFor({ space }: Document, row: HierarchicalRow, queue: Queue): ExampleCase | null {
  const amountMinor = row.action === 'move' || row.action === 'exception' ? undefined : row.upToMinor
  return exampleIn(space, boxOf(space, row.when), queue, amountMinor)
}
