import type { Report } from '../../desk.ts'
import { openLine } from './line.ts'
import type { Sql } from './tables.ts'

/** Whether this node leads: it holds a lock that ends with its connection. */
export type Lead = { isHeld(): boolean; close(): Promise<void> }

const LOOK_MS = 2_000
/** Who has not heard from the database for so long does not count on the lock any more. */
const TRUST_MS = 7_000

type LeadGiven = { readonly url: string; readonly node: string; readonly sql: Sql; readonly report: Report }

export function takeLead({ url, node, sql, report }: LeadGiven): Lead {
  let isHeld = false
  let heardAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined
  const line = openLine({
    url,
    name: `tierline ${node} leads`,
    onMade: async () => become(false)
  })
  function become(next: boolean): void {
    if (next !== isHeld) report(next ? 'lead.taken' : 'lead.lost', { node })
    isHeld = next
  }
  async function look(): Promise<void> {
    try {
      // Held already, this is only a sign of life: a lock taken twice would have to be let go twice.
      const { rows } = await line.use((client) =>
        client.query<{ mine: boolean }>(isHeld ? 'SELECT true AS mine' : sql.takeLead)
      )
      heardAt = performance.now()
      become(rows[0]?.mine === true)
    } catch {
      become(false)
    }
  }
  const lookOnce = (): void => {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }
  lookOnce()
  const timer = setInterval(lookOnce, LOOK_MS).unref()
  return {
    isHeld: () => isHeld && performance.now() - heardAt < TRUST_MS,
    async close() {
      clearInterval(timer)
      await looking
      await line.close()
      isHeld = false
    }
  }
}
