import { CaseWalk } from './case-walk.ts'
import type { Mapping } from './mapping.ts'
import type { PastCase } from './past-case.ts'
import type { Row } from './row.ts'

/**
 * The rows of one case, in any order, to its life. Rows say how things stood; what happened is read from the
 * differences: another group is a move, another name an assignment, another state a step.
 */
export function normalise(rows: readonly Row[], defaults: Mapping['defaults']): PastCase {
  const ordered = rows.toSorted((a, b) => a.at - b.at || a.revision - b.revision || a.line - b.line)
  const first = ordered[0]
  if (!first) throw new Error('impossible: a case without rows')
  const known = <K extends keyof Row>(key: K) => ordered.find((row) => row[key] !== undefined)?.[key]
  const latest = <K extends keyof Row>(key: K) => ordered.findLast((row) => row[key] !== undefined)?.[key]

  const start = {
    queue: first.queue ?? defaults.queue,
    priority: first.priority ?? defaults.priority,
    category: first.category ?? defaults.category,
    // An update from before the opening date: the date was typed in later, and the case began with the update.
    openedAt: Math.min(known('openedAt') ?? first.at, first.at)
  }
  const walk = new CaseWalk(start, defaults)
  for (const row of ordered) walk.take(row)
  const customerId = known('customerId') ?? first.externalId
  const slaMet = latest('slaMet')
  return {
    ...start,
    externalId: first.externalId,
    subject: known('subject') ?? first.externalId,
    body: known('body') ?? '',
    customer: { id: customerId, name: known('customerName') ?? customerId },
    channel: known('channel') ?? defaults.channel,
    segment: known('segment') ?? defaults.segment,
    language: known('language') ?? defaults.language,
    steps: walk.steps,
    final: walk.final,
    ...(slaMet === undefined ? {} : { slaMet }),
    attributes: {
      ...Object.assign({}, ...ordered.map((row) => row.attributes)),
      ...reopens(latest('reopenCount'))
    }
  }
}

/** As the file counts them, which is not always what its rows show. */
function reopens(count: number | undefined): Record<string, string> {
  return count === undefined ? {} : { recordedReopens: String(count) }
}
