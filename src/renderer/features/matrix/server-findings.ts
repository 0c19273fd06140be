import type { Finding, FindingCode } from '../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { queueKey } from '../../../shared/people/queue.ts'

/** What depends on the cases in work, which are all on the server only. */
const SERVER_ONLY: ReadonlySet<FindingCode> = new Set([
  'lost_queue',
  'awaited_queue',
  'lost_category',
  'currency_changed'
])

/** Of what the server found, that which nobody can find here: the rest is found here as well. */
export function onlyServerKnows(found: readonly Finding[]): readonly Finding[] {
  return found.filter(({ code }) => SERVER_ONLY.has(code))
}

/** The same for two documents that keep the same queues and categories, and what amounts are in and how long they count. */
export function keyOfPlaces({ tiers, categories, currency, limits }: Matrix): string {
  const queues = tiers.flatMap(({ id, teams }) => teams.map((team) => queueKey({ tier: id, team: team.id })))
  const days = Math.max(0, ...limits.map(({ perCustomer }) => perCustomer?.days ?? 0))
  return JSON.stringify([queues.toSorted(), categories.map(({ id }) => id).toSorted(), currency, days])
}

/** The document without its rows: what the server is asked about is quick to check, however many there are. */
export function bareOf(doc: Matrix): Matrix {
  const { message: _, ...rest } = doc
  const none = { special: [], privacy: [], functional: [], hierarchical: [], automatic: [] }
  return { ...rest, ...none, delegates: [], exceptions: [] }
}
