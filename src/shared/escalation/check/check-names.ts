import type { PersonId } from '../../lib/ids.ts'
import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import type { Tier } from '../../people/tier.ts'
import type { Finding } from '../finding.ts'
import type { Approver, HierarchicalRow, Matrix } from '../matrix.ts'
import { type At, type Document, error, everyRow, placeAt, rowAt, warning } from './document.ts'

/** Whatever the document points to is there, once; and what is in work keeps its place (MX5). */
export function checkNames(document: Document): Finding[] {
  const { matrix } = document
  return [
    ...duplicates(matrix),
    ...everyRow(matrix).flatMap(({ row, at }) =>
      (row.when.category ?? [])
        .filter((id) => !matrix.categories.some((one) => one.id === id))
        .map((id) => error('unknown_category', { ...at, path: `${at.path}.when.category` }, { category: id }))
    ),
    ...unknownQueues(document),
    ...unknownTiers(matrix),
    ...unknownPeople(document),
    ...unknownExceptions(matrix),
    ...unusedExceptions(matrix),
    ...falseShares(matrix),
    ...lost(document)
  ]
}

function duplicates(matrix: Matrix): Finding[] {
  const rows = everyRow(matrix)
  return [
    ...rows.flatMap(({ row, at }, i) =>
      rows.findIndex((one) => one.row.id === row.id) < i ? [error('duplicate_id', at, { id: row.id })] : []
    ),
    ...twice(
      'tiers',
      matrix.tiers.map(({ id }) => id)
    ),
    ...matrix.tiers.flatMap(({ teams }, i) =>
      twice(
        `tiers.${i}.teams`,
        teams.map(({ id }) => id)
      )
    ),
    ...twice(
      'categories',
      matrix.categories.map(({ id }) => id)
    ),
    ...twice(
      'exceptions',
      matrix.exceptions.map(({ id }) => id)
    ),
    ...twice(
      'limits',
      matrix.limits.map(({ action, tier }) => `${action} ${tier}`)
    ),
    ...twice(
      'sla',
      matrix.sla.map(({ tier, priority }) => `${tier} ${priority}`)
    ),
    ...twice(
      'delegates',
      matrix.delegates.map(({ of, to }) => `${of} > ${to}`)
    )
  ]
}

function twice(path: string, ids: readonly string[]): Finding[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [error('duplicate_id', placeAt(`${path}.${i}`), { id })] : []
  )
}

function unknownQueues({ matrix, queues }: Document): Finding[] {
  const missing = (at: At, below: string, queue: Queue): Finding[] =>
    queues.some((one) => isSameQueue(one, queue))
      ? []
      : [error('unknown_team', { ...at, path: `${at.path}.${below}` }, { queue: queueKey(queue) })]
  return [
    ...matrix.special.flatMap(({ id, to }, i) => missing(rowAt('special', id, i), 'to', to)),
    ...matrix.functional.flatMap(({ id, from: { tier, team }, to }, i) => {
      const at = rowAt('functional', id, i)
      const isTier = matrix.tiers.some((one) => one.id === tier)
      return [...(team && isTier ? missing(at, 'from', { tier, team }) : []), ...missing(at, 'to', to)]
    }),
    ...matrix.hierarchical.flatMap((row, i) =>
      row.action === 'move' ? missing(rowAt('hierarchical', row.id, i), 'to', row.to) : []
    ),
    ...matrix.automatic.flatMap(({ id, act }, i) =>
      act.do === 'escalate' ? missing(rowAt('automatic', id, i), 'act.to', act.to) : []
    )
  ]
}

function unknownTiers(matrix: Matrix): Finding[] {
  const missing = (at: At, below: string, tiers: readonly Tier[]): Finding[] =>
    tiers
      .filter((tier) => !matrix.tiers.some(({ id }) => id === tier))
      .map((tier) => error('unknown_tier', { ...at, path: `${at.path}.${below}` }, { tier }))
  return [
    ...matrix.special.flatMap(({ id, tiers }, i) => missing(rowAt('special', id, i), 'tiers', tiers)),
    ...matrix.functional.flatMap(({ id, from }, i) =>
      missing(rowAt('functional', id, i), 'from', [from.tier])
    ),
    ...matrix.hierarchical.flatMap(({ id, tiers }, i) =>
      missing(rowAt('hierarchical', id, i), 'tiers', tiers)
    ),
    ...matrix.automatic.flatMap(({ id, tiers }, i) => missing(rowAt('automatic', id, i), 'tiers', tiers)),
    ...matrix.limits.flatMap(({ tier }, i) => missing(placeAt(`limits.${i}`), 'tier', [tier])),
    ...matrix.sla.flatMap(({ tier }, i) => missing(placeAt(`sla.${i}`), 'tier', [tier]))
  ]
}

function unknownPeople({ matrix, around: { people } }: Document): Finding[] {
  if (!people) return []
  const missing = (at: At, below: string, id: PersonId): Finding[] =>
    people.some((one) => one.id === id)
      ? []
      : [error('unknown_person', { ...at, path: `${at.path}.${below}` }, { person: id })]
  const asked = (at: At, below: string, approver: Approver): Finding[] =>
    'person' in approver ? missing(at, below, approver.person) : []
  const chain = ({ chain: steps }: HierarchicalRow, at: At): Finding[] =>
    steps.flatMap(({ approver, onTimeout }, step) => [
      ...asked(at, `chain.${step}.approver`, approver),
      ...(onTimeout.do === 'notify' ? asked(at, `chain.${step}.onTimeout.whom`, onTimeout.whom) : [])
    ])
  return [
    ...matrix.hierarchical.flatMap((row, i) => chain(row, rowAt('hierarchical', row.id, i))),
    ...matrix.automatic.flatMap(({ id, act }, i) =>
      act.do === 'notify' ? asked(rowAt('automatic', id, i), 'act.whom', act.whom) : []
    ),
    ...matrix.delegates.flatMap(({ of, to }, i) => [
      ...missing(placeAt(`delegates.${i}`), 'of', of),
      ...missing(placeAt(`delegates.${i}`), 'to', to)
    ])
  ]
}

function unknownExceptions(matrix: Matrix): Finding[] {
  return matrix.hierarchical.flatMap((row, i) =>
    row.action === 'exception' && !matrix.exceptions.some(({ id }) => id === row.exception)
      ? [
          error('unknown_exception', rowAt('hierarchical', row.id, i, 'exception'), {
            exception: row.exception
          })
        ]
      : []
  )
}

/** Somebody can ask for each exception, in some tier: else it is only a name. */
function unusedExceptions({ exceptions, hierarchical }: Matrix): Finding[] {
  const asked = new Set(hierarchical.flatMap((row) => (row.action === 'exception' ? [row.exception] : [])))
  return exceptions.flatMap(({ id }, i) =>
    asked.has(id) ? [] : [warning('exception_unused', placeAt(`exceptions.${i}`), { exception: id })]
  )
}

function falseShares({ tiers }: Matrix): Finding[] {
  return tiers.flatMap(({ id, targetShare }, i) => {
    const [from, to] = targetShare ?? [0, 0]
    return from > to ? [error('share_falls', placeAt(`tiers.${i}.targetShare`), { tier: id, from, to })] : []
  })
}

/** Cases in work must keep a queue, and do not get to one that is gone (ES23); of a category that is gone they keep the name, which no longer has a label or rows. */
function lost({ matrix, queues, around: { openCases } }: Document): Finding[] {
  const keys = new Set(queues.map(queueKey))
  const ids = new Set<string>(matrix.categories.map(({ id }) => id))
  const gone = (counts: Readonly<Record<string, number>>, kept: ReadonlySet<string>) =>
    Object.entries(counts).filter(([name, open]) => open > 0 && !kept.has(name))
  const lostQueues = gone(openCases.queues, keys)
  const stillStand = new Set(lostQueues.map(([queue]) => queue))
  return [
    ...lostQueues.map(([queue, open]) => error('lost_queue', placeAt('tiers'), { queue, open })),
    ...gone(openCases.awaited, keys)
      .filter(([queue]) => !stillStand.has(queue))
      .map(([queue, open]) => warning('awaited_queue', placeAt('tiers'), { queue, open })),
    ...gone(openCases.categories, ids).map(([category, open]) =>
      warning('lost_category', placeAt('categories'), { category, open })
    )
  ]
}
