import { type Core, type CoreGiven, createCore, nameStore } from '../../src/server/core.ts'
import type { Home } from '../../src/server/home/home.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Hooks, Reader, Writer } from '../../src/sqlite/db.ts'
import { toFault } from '../../src/sqlite/fault.ts'
import { fullDisk, Killed, outlive } from './killed.ts'
import type { Scheduler } from './scheduler.ts'
import { testSnapshots } from './snapshots.ts'

/** A server's process, and what befalls it. */
export type Host = {
  readonly name: string
  /** What it reads. */
  readonly db: Reader
  core: Core
  /** Its process runs. */
  isAlive: boolean
  /** It takes people in. */
  isUp: boolean
  /** Dies at the next commit, before it (work lost) or after it. */
  dieAt: 'before' | 'after' | null
  /** No more fits on its disk. */
  isFull: boolean
  /** It cannot reach the order it shares with others. */
  isAway: boolean
  /** Why its home can be used no more: a host of a story never comes to that. */
  ended: string | undefined
  /** Begins again, with what is on its disk. Where nothing answers it stays down. */
  start(): Promise<void>
  stop(): void
  close(): Promise<void>
}

export type HostGiven = {
  readonly name: string
  readonly clock: Scheduler
  readonly newId: () => string
  readonly courier: CoreGiven['courier'] | undefined
  /** How often its timers come by; asked anew each time, in ms. */
  readonly tickMs: () => number
  /** An op in which one of its facts has this word breaks the server's own code, as a fault of ours would. */
  readonly poison: string | undefined
  /** Undefined when the home cannot be opened now. `hooks`: around each commit. */
  open(host: Host, hooks: Hooks): Promise<Home | undefined>
  /** Its connections end. */
  onStop(host: Host): void
}

/** A host that has not begun yet. */
export function makeHost(given: HostGiven): Host {
  const { clock, newId, courier } = given
  let home: Home | undefined
  const host: Host = {
    name: given.name,
    get db() {
      return must(home, 'home').db
    },
    core: undefined as unknown as Core,
    isAlive: false,
    isUp: false,
    dieAt: null,
    isFull: false,
    isAway: false,
    ended: undefined,
    async start() {
      await home?.close()
      host.isAlive = true
      const opened = await given.open(host, hooksOf(host))
      if (!opened || !host.isAlive) {
        host.isAlive = false
        return
      }
      const { poison } = given
      home = poison === undefined ? opened : poisoned(opened, poison)
      home.onEnd((why) => {
        host.ended = why
      })
      const isNamed = await outlive(nameStore(home, newId).then(() => true))
      if (!isNamed || !host.isAlive) {
        host.isAlive = false
        return
      }
      run(home)
    },
    stop() {
      host.isAlive = false
      host.isUp = false
      given.onStop(host)
    },
    async close() {
      await home?.close()
    }
  }

  function run(home: Home): void {
    host.core = createCore({
      home,
      now: clock.now,
      newId,
      snapshots: testSnapshots(home.db, clock.now),
      ...(courier ? { courier } : {})
    })
    const { core } = host
    host.isUp = true
    const isRunning = (): boolean => host.core === core && host.isUp
    let planned = false
    core.onDirty(() => {
      if (planned) return
      planned = true
      clock.at(30, () => {
        planned = false
        if (isRunning()) core.flush()
      })
    })
    const tick = (): void => {
      if (!isRunning()) return
      void outlive(core.tick())
      clock.at(given.tickMs(), tick)
    }
    clock.at(given.tickMs(), tick)
  }
  return host
}

/** Each start has its own: what a dead process had not begun to write it does not write any more. */
function hooksOf(host: Host): Hooks {
  let isDead = false
  const die = (when: 'before' | 'after'): void => {
    if (host.dieAt !== when) return
    host.dieAt = null
    isDead = true
    host.stop()
    throw new Killed(`${host.name}, ${when} a commit`)
  }
  return {
    beforeCommit() {
      isDead ||= !host.isAlive
      if (isDead) throw new Killed(`${host.name}, which is dead`)
      if (host.isFull) throw toFault(fullDisk(), host.name)
      die('before')
    },
    afterCommit: () => die('after')
  }
}

function poisoned(home: Home, word: string): Home {
  return { ...home, write: (work) => home.write((tx) => work(poisonedWriter(tx, word))) }
}

function poisonedWriter(tx: Writer, word: string): Writer {
  const prepare: Writer['prepare'] = (sql) => {
    const statement = tx.prepare(sql)
    if (!/^\s*INSERT INTO facts\b/.test(sql)) return statement
    return Object.assign(Object.create(statement) as typeof statement, {
      run(...values: unknown[]) {
        if (JSON.stringify(values).includes(word)) throw new Error('this op breaks the code')
        return statement.run(...values)
      }
    })
  }
  return { prepare } as Writer
}
