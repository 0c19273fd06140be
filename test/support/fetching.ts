import { takeFetched } from '../../src/engine/sync/take-fetched.ts'
import { type Accepted, takeWelcome } from '../../src/engine/sync/take-welcome.ts'
import { personScopes } from '../../src/shared/case/rights.ts'
import type { CaseId } from '../../src/shared/lib/ids.ts'
import { ana, NINE } from './cases.ts'
import { openQueue, type TestQueue, type Truth, truth, welcome } from './queue.ts'
import { snapshotFile } from './snapshot-file.ts'

/** ana's queue, a server that tells it to fetch, and the files of that. */
export type Fetching = {
  readonly log: Truth
  readonly queue: TestQueue
  /** The server says hello: everything but `kept` is to be fetched. */
  greet(kept: readonly string[], over?: Partial<Accepted>): ReturnType<typeof takeWelcome>
  /** The file of a scope comes, with these cases in it. */
  bring(ids: readonly string[], scope?: string, riskShare?: number): readonly CaseId[]
  /** The cases of the queue. */
  ids(): string[]
}

export function fetching(given: Parameters<typeof openQueue>[0] = {}): Fetching {
  const log = truth()
  const queue = openQueue(given)
  return {
    log,
    queue,
    greet(kept, over = {}) {
      const scopes = over.scopes ?? personScopes(ana)
      const missing = scopes.filter((scope) => !kept.includes(scope))
      const fetch = { asOf: over.seq ?? log.seq, scopes: missing }
      return takeWelcome(queue.db, welcome({ seq: log.seq, kept: [...kept], fetch, ...over }), NINE)
    },
    bring(ids, scope = 'L1/billing', riskShare) {
      const cases = ids.map((one) => ({ kase: log.kase(one), facts: log.facts(one) }))
      const { file, manifest } = snapshotFile(cases, {
        scope,
        asOf: log.seq,
        ...(riskShare && { riskShare })
      })
      return takeFetched(queue.db, queue.place, file, [manifest], NINE)
    },
    ids() {
      const rows = queue.db.prepare('SELECT id FROM cases ORDER BY id').all() as { id: string }[]
      return rows.map((row) => row.id)
    }
  }
}
