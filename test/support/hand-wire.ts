import { createSeenTime } from '../../src/engine/store/seen-time.ts'
import { createSync, type Sync, type SyncDeps } from '../../src/engine/sync/sync.ts'
import type { WireEvents } from '../../src/engine/sync/wire.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Hello, Welcome } from '../../src/shared/protocol/sync.ts'
import { NINE } from './cases.ts'
import { type TestQueue, welcome } from './queue.ts'
import { createScheduler, type Scheduler, settled } from './scheduler.ts'
import { testStaging } from './snapshots.ts'

/** What the console asked and nobody has answered yet. */
export type Asked = {
  readonly name: string
  readonly payload: unknown
  answer(value: unknown): Promise<void>
  fail(error: Error): Promise<void>
}

export type HandWire = {
  readonly sync: Sync
  readonly clock: Scheduler
  readonly asked: Asked[]
  readonly told: unknown[]
  /** When it dialled, by our clock; each with whether it hung up. */
  readonly dials: { readonly at: number; isClosed: boolean }[]
  /** The newest connection. */
  events(): WireEvents
  /** The oldest open question; it must be this one. */
  next(name: string): Asked
  /** Opens the connection and says welcome; gives the hello. */
  greet(over?: Partial<Extract<Welcome, { ok: true }>>): Promise<Hello>
}

/** A sync on a wire that does nothing by itself: every answer, event and cut is written by the test. */
export function handWire(queue: TestQueue, over: Partial<SyncDeps> = {}): HandWire {
  const clock = createScheduler(NINE)
  const asked: Asked[] = []
  const told: unknown[] = []
  const dials: { at: number; isClosed: boolean; events: WireEvents }[] = []
  let { place } = queue
  const sync = createSync({
    db: queue.db,
    app: 'test',
    instance: 'run-1',
    newId: () => `name-${dials.length}-anew`,
    token: () => 'token-1',
    grantKey: null,
    seen: createSeenTime({ db: queue.db, now: () => clock.now(), mono: () => 0 }),
    dial(events) {
      const dial = { at: clock.now(), isClosed: false, events }
      dials.push(dial)
      return {
        request: (name, payload) =>
          new Promise((resolve, reject) => {
            const one: Asked = {
              name,
              payload: structuredClone(payload),
              async answer(value) {
                asked.splice(asked.indexOf(one), 1)
                resolve(structuredClone(value))
                await settled()
              },
              async fail(error) {
                asked.splice(asked.indexOf(one), 1)
                reject(error)
                await settled()
              }
            }
            asked.push(one)
          }),
        tell: (_name, payload) => void told.push(payload),
        close: () => {
          dial.isClosed = true
        }
      }
    },
    schedule: (ms, work) => clock.at(ms, work),
    now: clock.now,
    random: () => 0.5,
    staging: testStaging(),
    place: () => place,
    setPlace: (next) => {
      place = next
    },
    onCases: () => {},
    onStatus: () => {},
    ...over
  })
  const events = (): WireEvents => must(dials.at(-1), 'dial').events
  return {
    sync,
    clock,
    asked,
    told,
    dials,
    events,
    next(name) {
      const [first] = asked
      if (first?.name !== name) throw new Error(`asked ${first?.name}, not ${name}`)
      return first
    },
    async greet(given = {}) {
      if (dials.length === 0) sync.start()
      events().onOpen()
      await settled()
      const hello = this.next('sync:hello')
      await hello.answer(welcome({ matrix: null, people: null, ...given }))
      return hello.payload as Hello
    }
  }
}
