import type { Person } from '../../people/person.ts'
import { queueKey } from '../../people/queue.ts'
import type { Finding } from '../finding.ts'
import type { HierarchicalRow } from '../matrix.ts'
import { groupsOf, stuckAt } from './chain-match.ts'
import { checkTold } from './check-told.ts'
import { type Document, error, rowAt, warning } from './document.ts'
import { askedFor, type Staff, staffOf, stepsOf } from './staff.ts'

/**
 * Every chain can be answered to its end wherever somebody can ask, by different people at each step and never by the one who
 * asks (MX10), and whoever is told of it is somebody (MX17). People who do not exist are a finding of their own.
 */
export function checkChains(document: Document): Finding[] {
  const { people } = document.around
  if (!people) return []
  const staff = staffOf(document, people)
  const chains = document.matrix.hierarchical.map((row, i) => checkChain(document, staff, row, i))
  const isAnswered = (i: number) => chains[i]?.every(({ level }) => level !== 'error') ?? true
  return [...chains.flat(), ...checkTold(document, staff, isAnswered)]
}

function checkChain(document: Document, staff: Staff, row: HierarchicalRow, index: number): Finding[] {
  const isNamed = row.chain.every(
    ({ approver }) => !('person' in approver) || staff.people.some((one) => one.id === approver.person)
  )
  if (!isNamed) return []
  const at = rowAt('hierarchical', row.id, index, 'chain')
  const number = (step: number): number => Math.min(step, row.chain.length - 1) + 1
  let own: Finding | undefined
  for (const queue of document.queues) {
    const askers = staff.askers(row, queue)
    if (askers.length === 0) continue
    const steps = stepsOf(staff, row, queue)
    const { groups, of } = groupsOf(steps)
    const stuck = stuckAt(groups, steps.length)
    if (stuck !== undefined) {
      const values = { step: number(stuck), queue: queueKey(queue) }
      return [error('no_approver', at, values, askedFor(document, row, queue))]
    }
    const mine = ownApproval(askers, (asker) => stuckAt(groups, steps.length, of.get(asker.id)))
    if (!mine || (own && !mine.isEverybody)) continue
    const values = { person: mine.asker.name, step: number(mine.step), queue: queueKey(queue) }
    const level = mine.isEverybody ? error : warning
    own = level('own_approval', at, values, askedFor(document, row, queue))
    if (mine.isEverybody) break
  }
  return own ? [own] : []
}

/**
 * The first who asks and leaves a step without anybody, and whether everybody who can ask there does. Who can decide nothing of
 * it takes nobody away.
 */
function ownApproval(
  askers: readonly Person[],
  stuckFor: (asker: Person) => number | undefined
): { readonly asker: Person; readonly step: number; readonly isEverybody: boolean } | undefined {
  for (const asker of askers) {
    const step = stuckFor(asker)
    if (step === undefined) continue
    return { asker, step, isEverybody: askers.every((one) => stuckFor(one) !== undefined) }
  }
  return undefined
}
