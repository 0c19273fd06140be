import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { v7 } from 'uuid'
import { lockFolder } from '../../sqlite/lock-folder.ts'
import type { Migration } from '../../sqlite/migrate.ts'
import type { Report } from '../desk.ts'
import { findStoreId } from '../log/meta.ts'
import { MIGRATIONS } from '../log/migrations/all.ts'
import { alignedReplica, hearEverything, makeCheckpoint, migrateLog } from './bring-up.ts'
import type { Home } from './home.ts'
import { openPgLog, type PgLogGiven } from './pg/pg-log.ts'
import { sharedHome } from './shared-home.ts'
import type { Checkpoint, SharedLog } from './shared-log.ts'

export type SharedHomeSettings = {
  /** Closed with the home, and when it cannot be opened. */
  readonly log: SharedLog
  /** A folder for this node's copy and nothing else. It may be emptied whenever the node stands still. */
  readonly cache: string
  /** Its name among the nodes, the one `log` knows. */
  readonly node: string
  readonly report: Report
  /** What this build knows; a test may know less. */
  readonly migrations?: readonly Migration[]
  /** How often the lead makes a checkpoint; a test has no time for thousands of changes. */
  readonly checkpoints?: typeof CHECKPOINTS
}

/** A shared home, and what only who opened it needs. */
export type OpenedHome = Home & {
  /** Lays a copy of all tables into the log, for nodes to begin from. */
  checkpoint(): Promise<Checkpoint>
}

/** A checkpoint for so many changes; the next node begins from it and hears the rest. */
const CHECKPOINTS = { changes: 5_000, lookMs: 60_000 }

/** The home of a workspace in PostgreSQL, on this node. Resolves when its copy has everything. */
export async function openPgHome(
  given: Omit<PgLogGiven, 'node'> & Pick<SharedHomeSettings, 'cache'>
): Promise<OpenedHome> {
  const node = v7()
  const { cache, report } = given
  return openSharedHome({ log: await openPgLog({ ...given, node }), cache, node, report })
}

export async function openSharedHome(settings: SharedHomeSettings): Promise<OpenedHome> {
  const { log, cache } = settings
  let letGo: (() => void) | undefined
  try {
    mkdirSync(cache, { recursive: true })
    letGo = lockFolder(cache)
    if (!letGo)
      throw new CacheInUse(`${cache} is in use by another server: every node needs a folder of its own`)
    return await opened(settings, letGo)
  } catch (error) {
    await log.close()
    letGo?.()
    throw error
  }
}

/** Two processes on one copy would undo each other's work. */
export class CacheInUse extends Error {
  override readonly name = 'CacheInUse'
}

async function opened(settings: SharedHomeSettings, letGo: () => void): Promise<OpenedHome> {
  const { log, cache, node, report, migrations = MIGRATIONS, checkpoints = CHECKPOINTS } = settings
  const { replica, foreign } = await alignedReplica(log, cache, migrations, report)
  try {
    await hearEverything(log, replica)
    const newest = migrations.at(-1)?.version ?? 0
    await migrateLog({ log, replica, node, newest, newCommitId: v7, wait })
  } catch (error) {
    replica.close()
    throw error
  }
  // The database forgot what this node knew, and nobody said so: consoles take it for the history they know.
  if (foreign && foreign === findStoreId(replica.reader))
    report('database.setBack', {
      error: new Error('the database was laid back and lacks what it had: say `restored` once'),
      head: replica.head().n
    })
  const now = (): number => performance.now()
  const home = sharedHome({ log, replica, node, now, wait, random: Math.random, newCommitId: v7, report })
  let making: Promise<Checkpoint> | undefined
  const checkpoint = (): Promise<Checkpoint> => {
    making ??= makeCheckpoint(log, replica).finally(() => {
      making = undefined
    })
    return making
  }
  async function checkpointIfDue(): Promise<void> {
    const last = await log.newestCheckpoint()
    if (replica.head().n - (last?.n ?? 0) >= checkpoints.changes) await checkpoint()
  }
  const timer = setInterval(() => {
    if (home.isLead()) checkpointIfDue().catch((error: unknown) => report('checkpoint.failed', { error }))
  }, checkpoints.lookMs).unref()
  return {
    ...home,
    checkpoint,
    async close() {
      clearInterval(timer)
      await making?.catch(() => undefined)
      await home.close()
      letGo()
    }
  }
}
