import type pg from 'pg'
import type { Report } from '../../desk.ts'
import {
  type Change,
  CommitUnknown,
  type Head,
  LogAway,
  LogRefused,
  type SharedLog,
  type Turn
} from '../shared-log.ts'
import { pgCheckpoints } from './checkpoints.ts'
import { takeLead } from './lead.ts'
import { awayOf, type Line, openLine, sqlState } from './line.ts'
import { LAYOUT, type Sql, sqlFor } from './tables.ts'

export type PgLogGiven = {
  /** Of a database; with `?workspace=` for another one than `tierline` in it. */
  readonly url: string
  readonly node: string
  readonly report: Report
  /** Only looks and asks: never does what time brings. */
  readonly isGuest?: boolean
}

const POLL_MS = 1_000
const POKE_MS = 10

/** The order of a workspace in a PostgreSQL database, made there when it is not. */
export async function openPgLog(given: PgLogGiven): Promise<SharedLog> {
  const { node, report, isGuest = false } = given
  const { url, workspace } = workspaceIn(given.url)
  const sql = sqlFor(workspace)
  const listeners = new Set<() => void>()
  const heard = (): void => {
    for (const listener of listeners) listener()
  }
  const writing = openLine({ url, name: `tierline ${node}` })
  const reading = openLine({
    url,
    name: `tierline ${node} listens`,
    async onMade(client) {
      client.on('notification', ({ payload }) => {
        if (payload !== node) heard()
      })
      await client.query(`LISTEN ${sql.channel}`)
    }
  })
  await makeTables(writing, sql).catch(async (error: unknown) => {
    await Promise.all([writing.close(), reading.close()])
    throw sqlState(error) === undefined ? error : new LogRefused((error as Error).message, { cause: error })
  })
  const lead = isGuest ? undefined : takeLead({ url, node, sql, report })
  // Whoever listens may miss a word: everybody looks now and then.
  const polling = setInterval(heard, POLL_MS).unref()
  let poking: NodeJS.Timeout | undefined

  return {
    begin: (after) => beginTurn(writing, sql, after),
    read: (after) =>
      reading.use(async (client) => {
        // In this order: a head that is read before may be older than the changes.
        const [changes, head] = await several(client, [sql.changes(after), sql.head])
        return { head: headOf(head), changes: changesOf(changes) }
      }),
    hashAt: (n) =>
      reading.use(async (client) => {
        const { rows } = await client.query<{ hash: string }>(sql.hashAt, [n])
        return rows[0]?.hash
      }),
    poke() {
      poking ??= setTimeout(() => {
        poking = undefined
        // Lost, it costs the others a second at most.
        reading
          .use((client) => client.query('SELECT pg_notify($1, $2)', [sql.channel, node]))
          .catch(() => undefined)
      }, POKE_MS)
    },
    onPoke: (listener) => void listeners.add(listener),
    isLead: () => lead?.isHeld() ?? false,
    nodes: () =>
      reading.use(async (client) => {
        const { rows } = await client.query<{ name: string }>(sql.nodes)
        return new Set(rows.map(({ name }) => name))
      }),
    ...pgCheckpoints(sql, (work) => reading.use(work)),
    async close() {
      clearInterval(polling)
      clearTimeout(poking)
      listeners.clear()
      await Promise.all([writing.close(), reading.close(), lead?.close()])
    }
  }
}

/** A workspace is named by a plain word, since it becomes the name of a schema. */
function workspaceIn(address: string): { readonly url: string; readonly workspace: string } {
  if (!URL.canParse(address))
    throw new LogRefused('this is no address of a database (postgres://user@host/name)')
  const url = new URL(address)
  const workspace = url.searchParams.get('workspace') ?? 'tierline'
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(workspace))
    throw new LogRefused('a workspace is named in small letters, digits and _')
  url.searchParams.delete('workspace')
  return { url: url.href, workspace }
}

async function beginTurn(line: Line, sql: Sql, after: number): Promise<Turn> {
  // The connection of this transaction, and no other one.
  const { client, answers } = await line.use(async (client) => ({
    client,
    answers: await several(client, ['BEGIN', sql.lock, sql.head, sql.changes(after)])
  }))
  const [_begun, _locked, head, changes] = answers
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      line.drop()
      throw awayOf(error)
    }
  }
  return {
    head: headOf(head),
    changes: changesOf(changes),
    more: (from) => step(async () => changesOf(await client.query(sql.changes(from)))),
    append: (change, facts) =>
      step(async () => {
        const { n, commitId, node, schema, firstSeq, lastSeq, before, hash, rows } = change
        const values = [
          n,
          commitId,
          node,
          schema,
          firstSeq,
          lastSeq,
          before,
          hash,
          rows,
          JSON.stringify(facts)
        ]
        const { rowCount } = await client.query(sql.append, values)
        if (rowCount !== 1) throw new LogAway('the head of the log moved under its lock')
      }),
    commit: () => commit(line, client),
    abort: async () => {
      await step(() => client.query('ROLLBACK')).catch(() => undefined) // it ends with its connection then
    }
  }
}

/** Only the database's own no is a no: without its answer nobody knows. */
async function commit(line: Line, client: pg.Client): Promise<void> {
  let done: string
  try {
    done = (await client.query('COMMIT')).command
  } catch (error) {
    line.drop()
    const state = sqlState(error)
    const isNo = state !== undefined && !/^(08|57)/.test(state)
    throw isNo ? awayOf(error) : new CommitUnknown('the answer to a commit got lost', { cause: error })
  }
  if (done !== 'COMMIT') throw new LogAway('the transaction had failed')
}

async function makeTables(line: Line, sql: Sql): Promise<void> {
  await line.use(async (client) => {
    await client.query('BEGIN')
    await client.query(sql.lock)
    const { rows } = await client.query<{ known: boolean }>(sql.isMade)
    if (!rows[0]?.known) await client.query(sql.make)
    await client.query('COMMIT')
    const { rows: heads } = await client.query<{ layout: number }>(sql.layout)
    const layout = heads[0]?.layout ?? 0
    if (layout !== LAYOUT)
      throw new LogRefused(`the database has layout ${layout}, this build knows ${LAYOUT}`)
  })
}

/** Several statements without values in one go. */
async function several(client: pg.Client, statements: readonly string[]): Promise<pg.QueryResult[]> {
  return (await client.query(statements.join(';'))) as unknown as pg.QueryResult[]
}

type HeadRow = { readonly n: string; readonly hash: string; readonly schema: number }
type ChangeRow = HeadRow & {
  readonly commit_id: string
  readonly node: string
  readonly first_seq: string
  readonly last_seq: string
  readonly before: string
  readonly rows: Buffer
}

function headOf(result: pg.QueryResult | undefined): Head {
  const [row] = (result?.rows ?? []) as HeadRow[]
  if (!row) throw new Error('the workspace has no head: its tables were changed by hand')
  return { n: Number(row.n), hash: row.hash, schema: row.schema }
}

function changesOf(result: pg.QueryResult | undefined): Change[] {
  return ((result?.rows ?? []) as ChangeRow[]).map((row) => ({
    n: Number(row.n),
    commitId: row.commit_id,
    node: row.node,
    schema: row.schema,
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    before: row.before,
    hash: row.hash,
    rows: row.rows
  }))
}
