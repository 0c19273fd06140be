import { mkdirSync } from 'node:fs'
import { alignedReplica, hearEverything, migrateLog } from '../../src/server/home/bring-up.ts'
import type { Home } from '../../src/server/home/home.ts'
import type { Replica } from '../../src/server/home/replica.ts'
import { sharedHome } from '../../src/server/home/shared-home.ts'
import { LogAway } from '../../src/server/home/shared-log.ts'
import { MIGRATIONS } from '../../src/server/log/migrations/all.ts'
import { DiskFault } from '../../src/sqlite/fault.ts'
import type { Host } from './host.ts'
import type { LogLine, MemoryLog } from './memory-log.ts'
import type { Scheduler } from './scheduler.ts'

export type NodeGiven = {
  readonly log: MemoryLog
  readonly host: Host
  /** Its copy; outlives the process. */
  readonly folder: string
  readonly clock: Scheduler
  readonly newId: () => string
  readonly random: () => number
  readonly tickMs: () => number
  /** Is given what the end of this process does, before anything else. */
  readonly onDrop: (drop: () => void) => void
  readonly line: Omit<LogLine, 'isAlive' | 'beforeCommit' | 'afterCommit' | 'isAway'>
}

/** A node, and how to close the files its process has open, dead or alive. */
export type MemoryNode = { readonly home: Home; readonly close: () => void }

/** The product's shared home on a log in memory. Undefined where the log cannot be reached. */
export async function openMemoryNode(given: NodeGiven): Promise<MemoryNode | undefined> {
  const { log, host, folder, clock, newId, random, tickMs } = given
  let isDropped = false
  const die = (when: 'before' | 'after') => (): void => {
    if (host.dieAt !== when) return
    host.dieAt = null
    host.stop()
  }
  const handle = log.open(
    {
      ...given.line,
      isAlive: () => host.isAlive && !isDropped,
      isAway: () => host.isAway,
      beforeCommit: die('before'),
      afterCommit: die('after')
    },
    tickMs
  )
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.at(Math.round(ms), () => host.isAlive && !isDropped && resolve())
    })
  const node = newId()
  const report = (): void => undefined
  let replica: Replica | undefined
  const drop = (): void => {
    isDropped = true
    handle.drop()
    replica?.drop()
  }
  given.onDrop(drop)
  try {
    mkdirSync(folder, { recursive: true })
    const aligned = await alignedReplica(handle, folder, MIGRATIONS, report)
    replica = onFullDisk(aligned.replica, host)
    await hearEverything(handle, replica)
    const newest = MIGRATIONS.at(-1)?.version ?? 0
    await migrateLog({ log: handle, replica, node, newest, newCommitId: newId, wait })
  } catch (error) {
    drop()
    replica?.close()
    if (error instanceof LogAway || error instanceof DiskFault) return undefined
    throw error
  }
  const kept = replica
  const home = sharedHome({
    log: handle,
    replica,
    node,
    now: clock.now,
    wait,
    random,
    newCommitId: newId,
    report,
    soon: queueMicrotask
  })
  return { home, close: () => kept.close() }
}

/** The disk of a copy may be full as well; what is durable is so all the same. */
function onFullDisk(replica: Replica, host: Host): Replica {
  const room = (): void => {
    if (host.isFull) throw new DiskFault('DiskFull', 'the disk of this node is full')
  }
  return {
    ...replica,
    apply(changes) {
      if (changes.length > 0) room()
      replica.apply(changes)
    },
    keep(change) {
      room()
      replica.keep(change)
    }
  }
}
