import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { v7 } from 'uuid'
import type { Home, Soon } from '../../src/server/home/home.ts'
import { moveIn } from '../../src/server/home/move-in.ts'
import { type OpenedHome, openSharedHome } from '../../src/server/home/open-shared-home.ts'
import { openPgLog } from '../../src/server/home/pg/pg-log.ts'
import type { SharedLog } from '../../src/server/home/shared-log.ts'
import { sqliteHome } from '../../src/server/home/sqlite-home.ts'
import { MIGRATIONS } from '../../src/server/log/migrations/all.ts'
import { type Hooks, openDb } from '../../src/sqlite/db.ts'
import { squashed } from './squashed.ts'

/** Is told how to clean up what was made; whoever made it decides when. */
export type Afterwards = (work: () => unknown) => void

/** Whether the homes of this run are in PostgreSQL. */
export const isOnPostgres = process.env['TIERLINE_TEST_HOME'] === 'postgres'

/** A workspace of its own, which may be opened again and again. */
export type TestPlace = {
  open(hooks?: Hooks): Promise<Home>
  /** Another one, with what stands in this one now. */
  backup(): Promise<TestPlace>
}

type PlaceGiven = {
  readonly afterwards: Afterwards
  readonly soon?: Soon
  /** A server's database of before, to begin with. */
  readonly file?: string
}

/** On whatever this run is on. */
export function makePlace({ afterwards, soon, file }: PlaceGiven): TestPlace {
  return isOnPostgres
    ? pgPlace(afterwards, newWorkspace(), file)
    : sqlitePlace(afterwards, file ?? ':memory:', soon)
}

function sqlitePlace(afterwards: Afterwards, file: string, soon: Soon | undefined): TestPlace {
  let hooks: Hooks | undefined
  const db = openDb(file, file === ':memory:' ? squashed(MIGRATIONS) : MIGRATIONS, {
    beforeCommit: () => hooks?.beforeCommit?.(),
    afterCommit: () => hooks?.afterCommit?.()
  })
  afterwards(() => db.close())
  return {
    async open(next) {
      hooks = next
      // The file outlives the processes that open it.
      return { ...sqliteHome(db, soon), close: async () => undefined }
    },
    async backup() {
      const copy = path.join(tempFolder(afterwards), 'backup.db')
      db.prepare('VACUUM INTO ?').run(copy)
      return sqlitePlace(afterwards, copy, soon)
    }
  }
}

let workspaces = 0

/** The address of a new workspace in the PostgreSQL of this run. */
export function newWorkspace(): string {
  const url = new URL(process.env['TIERLINE_TEST_POSTGRES'] ?? '')
  workspaces += 1
  url.searchParams.set('workspace', `w_${process.pid}_${workspaces}`)
  return url.href
}

function pgPlace(afterwards: Afterwards, url: string, file: string | undefined): TestPlace {
  let isBegun = file === undefined
  return {
    async open(hooks) {
      if (!isBegun && file !== undefined) await begin(url, file)
      isBegun = true
      return openNode(afterwards, url, hooks && { wrap: (log) => hooked(log, hooks) })
    },
    async backup() {
      const copy = newWorkspace()
      await copyWorkspace(url, copy)
      return pgPlace(afterwards, copy, undefined)
    }
  }
}

async function begin(url: string, file: string): Promise<void> {
  const from = openDb(file, MIGRATIONS)
  const log = await openPgLog({ url, node: 'before', report: () => undefined, isGuest: true })
  const schema = MIGRATIONS.at(-1)?.version ?? 0
  await moveIn({ log, from, schema, node: 'before', newCommitId: v7 })
  await log.close()
  from.close()
}

/** As a dump that is read into another place. */
async function copyWorkspace(from: string, to: string): Promise<void> {
  const [source, target] = [from, to].map((one) => new URL(one).searchParams.get('workspace'))
  const url = new URL(from)
  url.searchParams.delete('workspace')
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const tables = ['head', 'changes', 'facts', 'checkpoints'].map(
    (name) => `CREATE TABLE ${target}.${name} (LIKE ${source}.${name} INCLUDING ALL);
      INSERT INTO ${target}.${name} SELECT * FROM ${source}.${name};`
  )
  await client.query(
    `BEGIN ISOLATION LEVEL REPEATABLE READ; CREATE SCHEMA ${target}; ${tables.join(' ')} COMMIT`
  )
  await client.end()
}

/**
 * A node of a workspace, with a copy in a folder of its own. It leads without asking, unless it takes
 * part in asking (`leads`).
 */
export async function openNode(
  afterwards: Afterwards,
  url: string,
  {
    wrap = (log: SharedLog) => log,
    leads = false,
    cache = tempFolder(afterwards),
    report = () => undefined,
    ...more
  }: NodeGiven = {}
): Promise<OpenedHome> {
  const node = v7()
  const log = await openPgLog({ url, node, report, isGuest: !leads })
  const leading = leads ? log : { ...log, isLead: () => true }
  const home = await openSharedHome({ log: wrap(leading), cache, node, report, ...more })
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= home.close()
    return closing
  }
  afterwards(close)
  return { ...home, close }
}

export type NodeGiven = {
  readonly wrap?: (log: SharedLog) => SharedLog
  readonly leads?: boolean
  readonly cache?: string
} & Partial<Pick<Parameters<typeof openSharedHome>[0], 'report' | 'migrations' | 'checkpoints'>>

/** A test may make the world fail at each commit, as on SQLite. */
function hooked(log: SharedLog, hooks: Hooks): SharedLog {
  return {
    ...log,
    async begin(after) {
      const turn = await log.begin(after)
      return {
        ...turn,
        async commit() {
          try {
            hooks.beforeCommit?.()
          } catch (error) {
            await turn.abort()
            throw error
          }
          await turn.commit()
          hooks.afterCommit?.()
        }
      }
    }
  }
}

/** A folder of its own. */
export function tempFolder(afterwards: Afterwards): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-home-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
