import pg from 'pg'
import { LogAway } from '../shared-log.ts'

/** One connection to the database, made when it is needed and made anew when it broke. */
export type Line = {
  /**
   * Does something on the connection, after what was asked before. Where that fails, the connection is not used again.
   * Throws LogAway when it cannot be made in time, or broke, or was busy.
   */
  use<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  /** It may not be used any more: what was under way on it ends with it. */
  drop(): void
  close(): Promise<void>
}

export type LineGiven = {
  readonly url: string
  readonly name: string
  /** Called with each new connection before it is used. */
  readonly onMade?: (client: pg.Client) => Promise<void>
}

/** ms. Somebody who holds the lock and stands still is cut off by the database, so that the others go on. */
const CONNECT_MS = 3_000
const LOCK_MS = 3_000
const STATEMENT_MS = 8_000
const QUERY_MS = 10_000
const STANDSTILL_MS = 5_000

export function openLine({ url, name, onMade }: LineGiven): Line {
  let current: Promise<pg.Client> | undefined
  let live: pg.Client | undefined
  let isClosed = false

  async function made(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      lock_timeout: LOCK_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: QUERY_MS,
      idle_in_transaction_session_timeout: STANDSTILL_MS
    })
    client.on('error', () => forget(client))
    client.on('end', () => forget(client))
    try {
      await client.connect()
      await onMade?.(client)
    } catch (error) {
      destroy(client)
      throw error
    }
    live = client
    return client
  }
  function forget(client: pg.Client): void {
    if (live !== client) return
    live = undefined
    current = undefined
  }
  async function get(): Promise<pg.Client> {
    if (isClosed) throw new LogAway('the connection is closed')
    current ??= made().catch((error: unknown) => {
      current = undefined
      throw awayOf(error)
    })
    return current
  }
  function drop(): void {
    const client = live
    live = undefined
    current = undefined
    if (client) destroy(client)
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    use(work) {
      const next = last.then(async () => {
        const client = await get()
        try {
          return await work(client)
        } catch (error) {
          drop()
          throw awayOf(error)
        }
      })
      last = next.catch(() => undefined)
      return next
    },
    drop,
    async close() {
      await last
      isClosed = true
      const client = await current?.catch(() => undefined)
      live = undefined
      current = undefined
      await client?.end().catch(() => undefined)
    }
  }
}

/** Without a word to the other side, which may be gone. */
function destroy(client: pg.Client): void {
  client.on('error', () => undefined)
  const { connection } = client as unknown as { connection?: { stream?: { destroy(): void } } }
  connection?.stream?.destroy()
  client.end().catch(() => undefined)
}

/** Where the database said no by itself, its word for it: five letters and digits. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/**
 * What passes by itself: no connection (08, 57P), too many (53), a lock that took too long (55P03), two that got in each
 * other's way (40), a timeout (57014), one that stood still (25P03), a server that only reads for now (25006).
 */
const PASSES = /^(08|53|57|40)|^55P03$|^25P03$|^25006$/

/** An error as its callers understand it: LogAway where waiting helps, else as it is. */
export function awayOf(error: unknown): unknown {
  if (error instanceof LogAway) return error
  const state = sqlState(error)
  if (state !== undefined && !PASSES.test(state)) return error
  return new LogAway(error instanceof Error ? error.message : String(error), { cause: error })
}
