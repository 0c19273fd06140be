import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Desk, openDesk } from '../../src/engine/desk.ts'
import { MIGRATIONS } from '../../src/engine/store/migrations/all.ts'
import type { createCore } from '../../src/server/core.ts'
import { CaseId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { type Db, type Hooks, openDb, type Reader } from '../../src/sqlite/db.ts'
import { NINE, matrix as testMatrix } from './cases.ts'
import type { Host } from './host.ts'
import { type Between, sharedHosts, singleHost } from './hosts.ts'
import { fullDisk, Killed, survive } from './killed.ts'
import type { MemoryLog } from './memory-log.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { tempFolder, testStaging } from './snapshots.ts'
import { squashed } from './squashed.ts'
import { makeWire, type Net } from './wire.ts'

export type Console = {
  readonly name: string
  readonly person: Person
  readonly db: Db
  /** Where what it fetches is gathered; outlives its process, like its disk. */
  readonly folder: string
  desk: Desk
  /** Its network is there. */
  online: boolean
  /** Dies at the next commit, before it (work lost) or after it. */
  dieAt: 'before' | 'after' | null
  isDead: boolean
  /** No more fits on its disk: nothing is committed. */
  isFull: boolean
  /** The server hears it, and it does not hear the server. */
  isDeaf: boolean
  /** It hears what the server says by itself, and no answers. */
  isUnanswered: boolean
  /** What its clock is off by, in ms. */
  skewMs: number
  readonly epoch: number
}

export type World = {
  readonly clock: Scheduler
  /** The first host; most worlds have no other. */
  readonly server: Host
  readonly hosts: readonly Host[]
  /** What is durable, whichever hosts are up. */
  readonly truth: Reader
  /** What the order holds, where several hosts share one. */
  readonly log: MemoryLog | undefined
  console(person: Person, name?: string): Console
  /** The console whose file this is. */
  consoleAt(person: Person, file: string): Console
  /** Runs until nothing is due within the next second, so reconnects and frames have happened. */
  settle(): Promise<void>
  /** Lets time pass until this is done; undefined for what is not within a minute. */
  drive<T>(work: Promise<T>): Promise<T | undefined>
  cut(one: Console): void
  mend(one: Console): void
  restartServer(): Promise<void>
  /** A second copy of a console's disk as it is now, in the hands of the same person; it is not running yet. */
  clone(one: Console, name: string): Console
  /** Keeps the server's database as it is now; gives how to lay it back, as `tierline-server restored` does. */
  backup(): Promise<() => Promise<void>>
  stopServer(): void
  kill(one: Console): void
  revive(one: Console): void
  close(): Promise<void>
}

export type WorldGiven = {
  readonly people: readonly Person[]
  readonly net?: Net
  readonly random?: () => number
  readonly matrix?: unknown
  readonly courier?: Parameters<typeof createCore>[0]['courier']
  readonly limits?: Parameters<typeof openDesk>[0]['limits']
  /** A server's file of before, with its people and its matrix. */
  readonly file?: string
  /** How often the server's timers come by; asked anew each time, in ms. */
  readonly tickMs?: () => number
  /** An op with this word in one of its facts breaks the server's own code. */
  readonly poison?: string
  /** A console has committed something, or its line has changed. What is thrown here the console takes for its own trouble. */
  readonly onChange?: (one: Console) => void
  /** Two hosts that share one order, and what befalls their lines to it. */
  readonly between?: Between
}

const NEVER_LOST: Net = { delay: () => 5, isLost: () => false }
const PATIENCE_MS = 60_000

/** Several consoles and a server in one process: the real engine, the real server, real SQLite, a wire and a clock of ours. */
export async function createWorld(options: WorldGiven): Promise<World> {
  /** What the server is doing while our clock stands still. */
  let underway = 0
  const clock = createScheduler(NINE, () => underway > 0)
  const random = options.random ?? (() => 0.5)
  let ids = 0
  const newId = (): string => `id-${String(++ids).padStart(8, '0')}`
  const wire = makeWire(clock, options.net ?? NEVER_LOST)
  const given = {
    clock,
    newId,
    courier: options.courier,
    tickMs: options.tickMs ?? (() => 1_000),
    poison: options.poison,
    onStop: wire.hangUp
  }
  const place = options.between
    ? await sharedHosts(given, random, options.between)
    : singleHost(given, options.file, <T>(work: Promise<T>): Promise<T> => {
        underway += 1
        return work.finally(() => {
          underway -= 1
        })
      })
  const { hosts } = place
  const server = must(hosts[0], 'host')

  async function drive<T>(work: Promise<T>): Promise<T | undefined> {
    // Only an order that is shared waits for our clock.
    if (!options.between) return work
    let done: { value?: T; error?: unknown } | undefined
    work.then(
      (value) => {
        done = { value }
      },
      (error: unknown) => {
        done = { error }
      }
    )
    await clock.settled()
    const until = clock.now() + PATIENCE_MS
    while (!done && clock.now() < until && (await clock.step()));
    if (done && 'error' in done) throw done.error
    return done?.value
  }

  /** Whom a console comes to: the host it was with while that one is up, now and then the other. */
  const last = new Map<Console, Host>()
  const pickFor = (one: Console) => (): Host => {
    if (hosts.length === 1) return server
    const up = hosts.filter(({ isUp }) => isUp)
    const kept = last.get(one)
    const host = kept?.isUp && random() < 0.8 ? kept : (up[Math.floor(random() * up.length)] ?? server)
    last.set(one, host)
    return host
  }

  function open(one: Console): void {
    const mutable = one as { epoch: number }
    mutable.epoch += 1
    one.isDead = false
    const { epoch } = one
    // A machine may die while it starts.
    const desk = survive(() =>
      openDesk({
        file: ':memory:',
        db: one.db,
        staging: testStaging(one.folder),
        deviceId: `device-${one.name}`,
        newId,
        bootId: `boot-${one.name}-${epoch}`,
        mono: () => clock.now() - NINE,
        token: () => `token-${one.name}`,
        grantKey: null,
        now: () => clock.now() + one.skewMs,
        random,
        dial: wire.dialOf(one, pickFor(one)),
        ...(options.limits ? { limits: options.limits } : {}),
        schedule: (ms, work) => clock.at(ms, () => one.epoch === epoch && !one.isDead && survive(work)),
        onChange: () => options.onChange?.(one)
      })
    )
    if (!desk) return
    one.desk = desk
    desk.sync.start()
  }
  function kill(one: Console): void {
    one.isDead = true
    wire.cut(one)
  }

  /** The same rows in another database. */
  function copied(db: Db, hooks: Hooks): Db {
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-copy-'))
    const file = path.join(folder, 'copy.db')
    db.prepare('VACUUM INTO ?').run(file)
    folders.push(folder)
    return openDb(file, MIGRATIONS, hooks)
  }
  function consoleOf(person: Person, name: string, openFile: (hooks: Hooks) => Db): Console {
    const one: Console = {
      name,
      person,
      db: undefined as unknown as Db,
      folder: tempFolder(),
      desk: undefined as unknown as Desk,
      online: true,
      dieAt: null,
      isDead: false,
      isFull: false,
      isDeaf: false,
      isUnanswered: false,
      skewMs: 0,
      epoch: 0
    }
    const die = (when: 'before' | 'after') => (): void => {
      if (one.isDead) throw new Killed(`${name} is dead`)
      if (when === 'before' && one.isFull) throw fullDisk()
      if (one.dieAt !== when) return
      one.dieAt = null
      kill(one)
      throw new Killed(`${name}, ${when} a commit`)
    }
    ;(one as { db: Db }).db = openFile({ beforeCommit: die('before'), afterCommit: die('after') })
    consoles.push(one)
    return one
  }

  async function setUp(): Promise<void> {
    await Promise.all(options.people.map((person) => server.core.putPerson(person)))
    const published = await server.core.publishMatrix(options.matrix ?? testMatrix(), 'test')
    if (!published.ok) throw new Error(JSON.stringify(published.error))
  }

  const folders: string[] = []
  const consoles: Console[] = []
  for (const host of hosts) await drive(host.start())
  if (options.file === undefined) await drive(setUp())

  return {
    clock,
    server,
    hosts,
    get truth() {
      return place.truth()
    },
    log: place.log,
    drive,
    console(person, name = person.id) {
      const one = consoleOf(person, name, (hooks) => openDb(':memory:', squashed(MIGRATIONS), hooks))
      open(one)
      return one
    },
    consoleAt(person, file) {
      const one = consoleOf(person, person.id, (hooks) => openDb(file, MIGRATIONS, hooks))
      open(one)
      return one
    },
    clone: (one, name) => consoleOf(one.person, name, (hooks) => copied(one.db, hooks)),
    backup: () => place.backup(),
    async settle() {
      await clock.settled()
      for (let quiet = 0; quiet < 3; quiet += 1) await clock.forward(40_000)
    },
    cut(one) {
      one.online = false
      wire.cut(one)
    },
    mend(one) {
      one.online = true
    },
    stopServer: () => server.stop(),
    restartServer: () => server.start(),
    kill,
    revive: open,
    async close() {
      for (const one of consoles) {
        one.isDead = false
        one.desk.sync.stop()
        one.db.close()
      }
      await place.close()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    }
  }
}

export function caseId(id: string): CaseId {
  return CaseId.parse(id)
}
