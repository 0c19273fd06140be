import type { Finding } from '../finding.ts'
import type { AutomaticRow } from '../matrix.ts'
import { type Document, error, queuesAt, rowAt } from './document.ts'
import { add, boxOf, exampleOf, isNone, meet, minus, noKinds } from './kinds.ts'

/** Automatic rows do something, and do not undo each other (MX13). */
export function checkAutomatic(document: Document): Finding[] {
  return document.matrix.automatic.flatMap((row, i) => [...idle(row, i), ...loops(document, row, i)])
}

/** To the priority every case it is for has already. */
function idle({ id, when, act }: AutomaticRow, i: number): Finding[] {
  return act.do === 'priority' && when.priority?.every((one) => one === act.priority)
    ? [error('automatic_idle', rowAt('automatic', id, i, 'act'), { priority: act.priority })]
    : []
}

/** A priority that a row sets and rows after it bring back: each acts once, and in the end nothing has changed. */
function loops(document: Document, row: AutomaticRow, index: number): Finding[] {
  const { matrix, space, queues } = document
  if (row.act.do !== 'priority') return []
  const { priority } = row.act
  const undone = matrix.automatic.slice(0, index).find((one) => {
    if (one.act.do !== 'priority' || one.act.priority === priority) return false
    const comesFrom = !one.when.priority || one.when.priority.includes(priority)
    const goesOn = !row.when.priority || row.when.priority.includes(one.act.priority)
    const shares = one.tiers.some((tier) => row.tiers.includes(tier))
    return comesFrom && goesOn && shares && meet(anyPriority(document, one), anyPriority(document, row))
  })
  if (!undone) return []
  const kinds = noKinds(space)
  const both = { ...row.when, priority: [priority] }
  add(kinds, boxOf(space, both))
  const [queue] = queuesAt(
    queues,
    row.tiers.filter((tier) => undone.tiers.includes(tier))
  )
  const apart = minus(kinds, minus(kinds, kindsOf(document, undone, priority)))
  const example = queue && !isNone(apart) ? exampleOf(space, apart, queue) : null
  return [error('automatic_loop', rowAt('automatic', row.id, index), { by: undone.id }, example)]
}

function anyPriority({ space }: Document, { when }: AutomaticRow) {
  const { priority: _any, ...rest } = when
  return boxOf(space, rest)
}

function kindsOf(
  { space }: Document,
  { when }: AutomaticRow,
  priority: 'urgent' | 'high' | 'normal' | 'low'
) {
  const kinds = noKinds(space)
  add(kinds, boxOf(space, { ...when, priority: [priority] }))
  return kinds
}
