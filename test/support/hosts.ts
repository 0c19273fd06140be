import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrateLog } from '../../src/server/home/bring-up.ts'
import type { Home } from '../../src/server/home/home.ts'
import { openReplica } from '../../src/server/home/replica.ts'
import type { Change } from '../../src/server/home/shared-log.ts'
import { putStoreId } from '../../src/server/log/meta.ts'
import { MIGRATIONS } from '../../src/server/log/migrations/all.ts'
import type { Reader } from '../../src/sqlite/db.ts'
import { type Host, type HostGiven, makeHost } from './host.ts'
import { type LogLine, type MemoryLog, memoryLog } from './memory-log.ts'
import { type MemoryNode, type NodeGiven, openMemoryNode } from './memory-node.ts'
import { makePlace } from './places.ts'
import { createScheduler } from './scheduler.ts'
import { tempFolder } from './snapshots.ts'

/** What befalls the lines between hosts and the order they share. */
export type Between = NodeGiven['line'] & {
  /** A host that starts may have lost its copy. */
  isDiskNew(): boolean
}

/** The hosts of a world. */
export type Hosts = {
  readonly hosts: readonly Host[]
  /** What is durable. */
  truth(): Reader
  backup(): Promise<() => Promise<void>>
  /** What the order holds, where several share one. */
  readonly log?: MemoryLog
  close(): Promise<void>
}

type Given = Omit<HostGiven, 'name' | 'open' | 'onStop'> & { readonly onStop: (host: Host) => void }

/** One host on a home of its own. `counted`: work our clock has to wait for. */
export function singleHost(
  given: Given,
  file: string | undefined,
  counted: <T>(work: Promise<T>) => Promise<T>
): Hosts {
  const cleanUp: (() => unknown)[] = []
  let place = makePlace({
    afterwards: (work) => void cleanUp.push(work),
    soon: queueMicrotask,
    ...(file !== undefined && { file })
  })
  const host = makeHost({
    ...given,
    name: 'server',
    async open(_host, hooks): Promise<Home> {
      const opened = await place.open(hooks)
      return {
        ...opened,
        write: (work) => counted(opened.write(work)),
        catchUp: () => counted(opened.catchUp())
      }
    }
  })
  return {
    hosts: [host],
    truth: () => host.db,
    async backup() {
      const kept = await place.backup()
      return async () => {
        host.stop()
        place = kept
        const opened = await place.open()
        const storeId = given.newId()
        await opened.write((tx) => putStoreId(tx, storeId))
        await opened.close()
        await host.start()
      }
    },
    async close() {
      await host.close()
      for (const work of cleanUp.reverse()) await work()
    }
  }
}

const NAMES = ['one', 'other']

/** An order in which there is nothing but its tables, and a copy of it: made once for all stories of a process. */
let begun: { readonly file: string; readonly changes: readonly Change[] } | undefined

async function begunOrder(): Promise<NonNullable<typeof begun>> {
  if (begun) return begun
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'tierline-begun-')), 'replica.db')
  process.once('exit', () => rmSync(path.dirname(file), { recursive: true, force: true }))
  const clock = createScheduler(0)
  const log = memoryLog(clock)
  const line: LogLine = {
    isAlive: () => true,
    isAway: () => false,
    isPokeLost: () => true,
    delay: () => 1,
    fate: () => 'done',
    beforeCommit: () => undefined,
    afterCommit: () => undefined
  }
  const handle = log.open(line, () => 1_000)
  const replica = openReplica(file, MIGRATIONS)
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  const wait = async (): Promise<void> => undefined
  let isDone = false
  const migrating = migrateLog({
    log: handle,
    replica,
    node: 'first',
    newest,
    newCommitId: () => 'first',
    wait
  })
  void migrating.then(() => {
    isDone = true
  })
  while (!isDone) await clock.step()
  await handle.close()
  replica.close()
  begun = { file, changes: log.changes }
  return begun
}

/** Two hosts that share one order, each with a copy. */
export async function sharedHosts(given: Given, random: () => number, between: Between): Promise<Hosts> {
  const { clock, newId, tickMs } = given
  const base = tempFolder()
  const { file, changes } = await begunOrder()
  for (const folder of ['truth', ...NAMES]) {
    mkdirSync(path.join(base, folder), { recursive: true })
    copyFileSync(file, path.join(base, folder, 'replica.db'))
  }
  const truth = openReplica(path.join(base, 'truth', 'replica.db'), MIGRATIONS)
  const log = memoryLog(clock, (change) => truth.apply([change]), changes)
  const drops = new Map<Host, () => void>()
  const all: MemoryNode[] = []
  const hosts = NAMES.map((name) =>
    makeHost({
      ...given,
      name,
      async open(host) {
        const folder = path.join(base, name)
        if (between.isDiskNew()) rmSync(folder, { recursive: true, force: true })
        const opened = await openMemoryNode({
          log,
          host,
          folder,
          clock,
          newId,
          random,
          tickMs,
          onDrop: (drop) => drops.set(host, drop),
          line: between
        })
        if (!opened) return undefined
        all.push(opened)
        // A process that ends does so in the middle of whatever it does.
        return { ...opened.home, close: async () => undefined }
      },
      onStop(host) {
        drops.get(host)?.()
        given.onStop(host)
      }
    })
  )
  return {
    hosts,
    truth: () => truth.reader,
    log,
    backup: () => Promise.reject(new Error('only what has a place of its own is laid back')),
    async close() {
      for (const drop of drops.values()) drop()
      for (const { close } of all) close()
      truth.close()
      rmSync(base, { recursive: true, force: true })
    }
  }
}
