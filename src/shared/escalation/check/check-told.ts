import { canonical } from '../../lib/hash.ts'
import type { PersonId } from '../../lib/ids.ts'
import type { Person } from '../../people/person.ts'
import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import type { Finding } from '../finding.ts'
import type { Approver, HierarchicalRow } from '../matrix.ts'
import { type At, type Document, error, queuesAt, rowAt, warning } from './document.ts'
import { boxOf, exampleIn } from './kinds.ts'
import { askedFor, type Staff } from './staff.ts'

/**
 * Who is told by an automatic row, or when a step was not answered in time, is somebody, and somebody else than those who
 * have been asked already and the one who asks (MX17). `isAnswered`: of the rows whose own chain has nobody nothing more is said.
 */
export function checkTold(
  document: Document,
  staff: Staff,
  isAnswered: (index: number) => boolean
): Finding[] {
  return [
    ...document.matrix.hierarchical.flatMap((row, i) =>
      isAnswered(i) ? reminders(document, staff, row, i) : []
    ),
    ...byRows(document, staff)
  ]
}

function byRows(document: Document, staff: Staff): Finding[] {
  return document.matrix.automatic.flatMap(({ id, tiers, act, when }, i) => {
    if (act.do !== 'notify' || isUnknown(staff, act.whom)) return []
    const { whom } = act
    const queue = queuesAt(document.queues, tiers).find((one) => staff.asked(whom, one).size === 0)
    if (!queue) return []
    const example = exampleIn(document.space, boxOf(document.space, when), queue)
    return [error('nobody_told', rowAt('automatic', id, i, 'act.whom'), { queue: queueKey(queue) }, example)]
  })
}

function reminders(document: Document, staff: Staff, row: HierarchicalRow, index: number): Finding[] {
  const queues = document.queues.filter((queue) => staff.askers(row, queue).length > 0)
  return row.chain.flatMap(({ approver, onTimeout }, step) => {
    if (onTimeout.do !== 'notify') return []
    const { whom } = onTimeout
    const at = rowAt('hierarchical', row.id, index, `chain.${step}.onTimeout.whom`)
    const found = reminder(document, staff, { row, step, approver, whom, at }, queues)
    return found ? [found] : []
  })
}

type Reminder = {
  readonly row: HierarchicalRow
  readonly step: number
  readonly approver: Approver
  readonly whom: Approver
  readonly at: At
}

function reminder(
  document: Document,
  staff: Staff,
  { row, step, approver, whom, at }: Reminder,
  queues: readonly Queue[]
): Finding | undefined {
  if (isUnknown(staff, approver) || isUnknown(staff, whom) || queues.length === 0) return undefined
  const example = (queue: Queue) => askedFor(document, row, queue)
  const empty = queues.find((queue) => staff.asked(whom, queue).size === 0)
  if (empty) return error('nobody_told', at, { queue: queueKey(empty) }, example(empty))
  const isSame = canonical(whom) === canonical(approver)
  const isAlready = (queue: Queue) =>
    isSame || isWithin(staff.asked(whom, queue), firstAsked(staff, approver, queue))
  const [first] = queues
  if (first && queues.every(isAlready)) return warning('told_already', at, { step: step + 1 }, example(first))
  for (const queue of queues) {
    const told = staff.asked(whom, queue)
    const asker = staff.askers(row, queue).find(({ id }) => told.size === 1 && told.has(id))
    if (asker) {
      const values = { person: asker.name, step: step + 1, queue: queueKey(queue) }
      return warning('told_asker', at, values, example(queue))
    }
  }
  return undefined
}

/** Somebody who is not there is a finding of its own; somebody who left is there and hears nothing. */
function isUnknown({ people }: Staff, whom: Approver): boolean {
  return 'person' in whom && !people.some(({ id }) => id === whom.person)
}

/**
 * Those who know of a step from the start: of those with a role the ones who have just that. Who manages escalations may
 * decide in a supervisor's place, and a reminder is what brings it to them.
 */
function firstAsked(staff: Staff, approver: Approver, queue: Queue): ReadonlySet<PersonId> {
  const asked = staff.asked(approver, queue)
  if ('person' in approver || approver.role !== 'supervisor') return asked
  const proper = staff.people.filter((one) => asked.has(one.id) && isTheirs(one, queue))
  return proper.length > 0 ? new Set(proper.map(({ id }) => id)) : asked
}

function isTheirs({ role, queues }: Person, queue: Queue): boolean {
  return role === 'supervisor' && queues.some((one) => isSameQueue(one, queue))
}

function isWithin(inner: ReadonlySet<PersonId>, outer: ReadonlySet<PersonId>): boolean {
  return [...inner].every((id) => outer.has(id))
}
