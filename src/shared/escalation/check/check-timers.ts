import type { Tier } from '../../people/tier.ts'
import { targetFor } from '../../sla/clocks.ts'
import type { Finding } from '../finding.ts'
import { Priority, type When } from '../matrix.ts'
import { type At, type Document, error, placeAt, queuesAt, rowAt, warning } from './document.ts'
import { boxOf, exampleIn } from './kinds.ts'

type Timed = { readonly acceptMinutes: number; readonly resolveMinutes: number }

/** Times that can be kept: accepted before resolved, and a stage or a chain within what the case itself has (MX12). */
export function checkTimers(document: Document): Finding[] {
  return [...targets(document), ...stages(document), ...chains(document)]
}

function targets({ matrix }: Document): Finding[] {
  const missing = Priority.options.filter(
    (priority) => !matrix.sla.some((line) => line.priority === priority)
  )
  return [
    ...missing.map((priority) => error('no_target', placeAt('sla'), { priority })),
    ...matrix.sla.flatMap(({ ownMinutes, firstResponseMinutes, resolveMinutes }, i) =>
      Math.max(ownMinutes, firstResponseMinutes) > resolveMinutes
        ? [
            error('accept_after_resolve', placeAt(`sla.${i}`), {
              accept: Math.max(ownMinutes, firstResponseMinutes),
              resolve: resolveMinutes
            })
          ]
        : []
    )
  ]
}

function stages(document: Document): Finding[] {
  const { matrix } = document
  const check = (at: At, when: When, from: readonly Tier[], to: Tier, times: Timed) =>
    stage(document, at, when, from, to, times)
  return [
    ...matrix.special.flatMap((row, i) =>
      check(rowAt('special', row.id, i), row.when, row.tiers, row.to.tier, row)
    ),
    ...matrix.functional.flatMap((row, i) =>
      check(rowAt('functional', row.id, i), row.when, [row.from.tier], row.to.tier, row)
    ),
    ...matrix.hierarchical.flatMap((row, i) =>
      row.action === 'move'
        ? check(rowAt('hierarchical', row.id, i), row.when, row.tiers, row.to.tier, row)
        : []
    ),
    ...matrix.automatic.flatMap(({ id, when, tiers, act }, i) =>
      act.do === 'escalate' ? check(rowAt('automatic', id, i, 'act'), when, tiers, act.to.tier, act) : []
    )
  ]
}

function stage(
  document: Document,
  at: At,
  when: When,
  from: readonly Tier[],
  to: Tier,
  { acceptMinutes, resolveMinutes }: Timed
): Finding[] {
  const below = (name: string): At => ({ ...at, path: `${at.path}.${name}` })
  if (acceptMinutes >= resolveMinutes) {
    const values = { accept: acceptMinutes, resolve: resolveMinutes }
    return [error('accept_after_resolve', below('acceptMinutes'), values)]
  }
  const late = beyond(document, when, [to], resolveMinutes)
  if (!late) return []
  const example = exampleFor(document, { ...when, priority: [late.priority] }, from)
  return [
    warning(
      'resolve_after_target',
      below('resolveMinutes'),
      { resolve: resolveMinutes, target: late.minutes, tier: to, priority: late.priority },
      example
    )
  ]
}

/** Every step may use its whole time, a reminded one twice. */
function chains(document: Document): Finding[] {
  return document.matrix.hierarchical.flatMap((row, i) => {
    const minutes = row.chain.reduce(
      (sum, step) => sum + step.minutes * (step.onTimeout.do === 'notify' ? 2 : 1),
      0
    )
    const late = beyond(document, row.when, row.tiers, minutes)
    if (!late) return []
    const values = { chain: minutes, target: late.minutes, tier: late.tier, priority: late.priority }
    const example = exampleFor(document, { ...row.when, priority: [late.priority] }, [late.tier])
    return [warning('chain_too_slow', rowAt('hierarchical', row.id, i, 'chain'), values, example)]
  })
}

/**
 * A target that so many minutes cannot be kept within. A row that names priorities is for them, so each counts; one for all of
 * them is not meant to be as fast as the most urgent, so it fails only when no priority leaves it the time.
 */
function beyond({ matrix }: Document, when: When, tiers: readonly Tier[], minutes: number) {
  for (const tier of tiers) {
    const lines = (when.priority ?? Priority.options).map((priority) => ({
      tier,
      priority,
      minutes: targetFor(matrix, tier, priority).resolveMinutes
    }))
    const late = lines.filter((line) => line.minutes < minutes)
    if (when.priority ? late.length > 0 : late.length === lines.length) return late[0]
  }
  return undefined
}

function exampleFor({ space, queues }: Document, when: When, tiers: readonly Tier[]) {
  const [queue] = queuesAt(queues, tiers)
  return queue ? exampleIn(space, boxOf(space, when), queue) : null
}
