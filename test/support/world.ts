import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Desk, openDesk } from '../../src/engine/desk.ts'
import { MIGRATIONS } from '../../src/engine/store/migrations/all.ts'
import type { Dial } from '../../src/engine/sync/wire.ts'
import { type Core, createCore, nameStore } from '../../src/server/core.ts'
import type { Home } from '../../src/server/home/home.ts'
import { putStoreId } from '../../src/server/log/meta.ts'
import { CaseId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { type Db, type Hooks, openDb, type Reader } from '../../src/sqlite/db.ts'
import { NINE, matrix as testMatrix } from './cases.ts'
import { makePlace } from './places.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { tempFolder, testSnapshots, testStaging } from './snapshots.ts'

/** Thrown where a process dies: before or after a commit. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** How the net behaves; all in ms and shares, asked anew for every message. */
export type Net = { delay(): number; isLost(): boolean }

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
  readonly epoch: number
}

export type World = {
  readonly clock: Scheduler
  readonly server: Host
  console(person: Person, name?: string): Console
  /** The console whose file this is. */
  consoleAt(person: Person, file: string): Console
  /** Runs until nothing is due within the next second, so reconnects and frames have happened. */
  settle(): Promise<void>
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

type Host = { readonly db: Reader; core: Core; isUp: boolean; dieAt: 'before' | 'after' | null }

type Line = {
  readonly client: Console
  isOpen: boolean
  dropClient(why: 'lost' | 'refused'): void
  dropServer(): void
}

const NEVER_LOST: Net = { delay: () => 5, isLost: () => false }
const ANSWER_MS = 20_000

/** Several consoles and one server in one process: the real engine, the real server, real SQLite, a wire and a clock of ours. */
export async function createWorld(options: {
  people: readonly Person[]
  net?: Net
  random?: () => number
  matrix?: unknown
  courier?: Parameters<typeof createCore>[0]['courier']
  limits?: Parameters<typeof openDesk>[0]['limits']
  /** A server's file of before, with its people and its matrix. */
  file?: string
  /** How often the server's timers come by; asked anew each time, in ms. */
  tickMs?: () => number
}): Promise<World> {
  /** What the server is doing while our clock stands still. */
  let underway = 0
  const clock = createScheduler(NINE, () => underway > 0)
  const net = options.net ?? NEVER_LOST
  const random = options.random ?? (() => 0.5)
  const tickMs = options.tickMs ?? (() => 1_000)
  let ids = 0
  const newId = (): string => `id-${String(++ids).padStart(8, '0')}`
  const lines = new Set<Line>()

  const cleanUp: (() => unknown)[] = []
  let place = makePlace({
    afterwards: (work) => void cleanUp.push(work),
    soon: queueMicrotask,
    ...(options.file !== undefined && { file: options.file })
  })
  let home: Home | undefined
  const server: Host = {
    get db() {
      return must(home, 'home').db
    },
    core: undefined as unknown as Core,
    isUp: true,
    dieAt: null
  }
  function dieServer(when: 'before' | 'after'): void {
    if (server.dieAt !== when) return
    server.dieAt = null
    stopServer()
    throw new Killed(`server, ${when} a commit`)
  }
  const counted = <T>(work: Promise<T>): Promise<T> => {
    underway += 1
    return work.finally(() => {
      underway -= 1
    })
  }
  async function startCore(): Promise<void> {
    await home?.close()
    let isDead = false
    const opened = await place.open({
      beforeCommit() {
        // What a dead process had not begun to write it does not write any more.
        isDead ||= !server.isUp
        if (isDead) throw new Killed('server, which is dead')
        dieServer('before')
      },
      afterCommit: () => dieServer('after')
    })
    server.isUp = true
    const counting: Home = {
      ...opened,
      write: (work) => counted(opened.write(work)),
      catchUp: () => counted(opened.catchUp())
    }
    home = counting
    await nameStore(counting, newId)
    server.core = createCore({
      home: counting,
      now: clock.now,
      newId,
      snapshots: testSnapshots(server.db, clock.now),
      ...(options.courier ? { courier: options.courier } : {})
    })
    server.isUp = true
    const core = server.core
    let planned = false
    core.onDirty(() => {
      if (planned) return
      planned = true
      clock.at(30, () => {
        planned = false
        if (server.core === core && server.isUp) core.flush()
      })
    })
    const tick = (): void => {
      if (server.core !== core || !server.isUp) return
      void outlive(core.tick())
      clock.at(tickMs(), tick)
    }
    clock.at(tickMs(), tick)
  }
  function stopServer(): void {
    server.isUp = false
    for (const line of [...lines]) line.dropServer()
  }

  function dialOf(one: Console): Dial {
    const { epoch } = one
    return (events) => {
      const isMine = (): boolean => one.epoch === epoch && !one.isDead
      let toServer = 0
      let toClient = 0
      const waiting = new Set<(error: Error) => void>()
      let session: ReturnType<Core['connect']> | undefined
      const line: Line = {
        client: one,
        isOpen: true,
        dropClient(why) {
          if (!line.isOpen) return
          line.isOpen = false
          lines.delete(line)
          session?.close()
          for (const reject of waiting) reject(new Error('connection lost'))
          if (isMine()) events.onClose(why)
        },
        dropServer() {
          clock.at(net.delay(), () => line.dropClient('lost'))
        }
      }
      lines.add(line)
      /** Messages of one direction never overtake each other; a cut loses what is on its way. */
      const send = (direction: 'up' | 'down', work: () => void): void => {
        const last = direction === 'up' ? toServer : toClient
        const due = Math.max(clock.now() + net.delay(), last)
        if (direction === 'up') toServer = due
        else toClient = due
        clock.at(due - clock.now(), () => {
          if (line.isOpen && one.online) work()
        })
      }
      clock.at(net.delay(), () => {
        if (!line.isOpen || !isMine()) return
        if (!one.online || !server.isUp) return line.dropClient('lost')
        session = server.core.connect(
          { personId: one.person.id, tokenId: `token-${one.name}` },
          (name, payload) => {
            const copy = structuredClone(payload)
            send('down', () => isMine() && survive(() => events.onEvent(name, copy)))
          }
        )
        events.onOpen()
      })
      return {
        request: (name, payload) =>
          new Promise((resolve, reject) => {
            const copy = structuredClone(payload)
            waiting.add(reject)
            clock.at(ANSWER_MS, () => reject(new Error('no answer in time')))
            send('up', () => {
              if (!session || !server.isUp) return
              if (net.isLost()) return line.dropServer()
              const upSession = session
              const { core } = server
              void upSession.receive(name, copy).then((given) => {
                // An answer of a server that died meanwhile was never sent.
                if (server.core !== core || !server.isUp) return
                const answer = structuredClone(given)
                // The answer is lost, though the work is done: the classic.
                if (net.isLost()) return line.dropServer()
                send('down', () => {
                  waiting.delete(reject)
                  if (isMine()) resolve(answer)
                })
              })
            })
          }),
        tell: (name, payload) => send('up', () => void session?.receive(name, structuredClone(payload))),
        close: () => {
          if (!line.isOpen) return
          line.isOpen = false
          lines.delete(line)
          session?.close()
          for (const reject of waiting) reject(new Error('connection closed'))
        }
      }
    }
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
        now: clock.now,
        random,
        dial: dialOf(one),
        ...(options.limits ? { limits: options.limits } : {}),
        schedule: (ms, work) => clock.at(ms, () => one.epoch === epoch && !one.isDead && survive(work)),
        onChange: () => {}
      })
    )
    if (!desk) return
    one.desk = desk
    desk.sync.start()
  }
  function kill(one: Console): void {
    one.isDead = true
    for (const line of [...lines]) if (line.client === one) line.dropClient('lost')
  }

  /** The same rows in another database. */
  function copied(db: Db, migrations: typeof MIGRATIONS, hooks: Hooks): Db {
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-copy-'))
    const file = path.join(folder, 'copy.db')
    db.prepare('VACUUM INTO ?').run(file)
    folders.push(folder)
    return openDb(file, migrations, hooks)
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
      epoch: 0
    }
    const die = (when: 'before' | 'after') => (): void => {
      if (one.isDead) throw new Killed(`${name} is dead`)
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
  await startCore()
  if (options.file === undefined) await setUp()

  return {
    clock,
    server,
    console(person, name = person.id) {
      const one = consoleOf(person, name, (hooks) => openDb(':memory:', MIGRATIONS, hooks))
      open(one)
      return one
    },
    consoleAt(person, file) {
      const one = consoleOf(person, person.id, (hooks) => openDb(file, MIGRATIONS, hooks))
      open(one)
      return one
    },
    clone: (one, name) => consoleOf(one.person, name, (hooks) => copied(one.db, MIGRATIONS, hooks)),
    async backup() {
      const kept = await place.backup()
      return async () => {
        stopServer()
        place = kept
        const opened = await place.open()
        const storeId = newId()
        await opened.write((tx) => putStoreId(tx, storeId))
        await opened.close()
        await startCore()
      }
    },
    async settle() {
      await clock.settled()
      for (let quiet = 0; quiet < 3; quiet += 1) await clock.forward(40_000)
    },
    cut(one) {
      one.online = false
      for (const line of [...lines]) if (line.client === one) line.dropClient('lost')
    },
    mend(one) {
      one.online = true
    },
    stopServer,
    restartServer: startCore,
    kill,
    revive: open,
    async close() {
      for (const one of consoles) {
        one.isDead = false
        one.desk.sync.stop()
        one.db.close()
      }
      await home?.close()
      for (const work of cleanUp.reverse()) await work()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The same, for what takes its time. */
export async function outlive<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Killed) return undefined
    throw error
  }
}

/** A process that dies takes nothing else with it. */
export function survive<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Killed) return undefined
    throw error
  }
}

export function caseId(id: string): CaseId {
  return CaseId.parse(id)
}
