import { type Core, type CoreGiven, createCore } from '../../src/server/core.ts'
import type { NewCase } from '../../src/server/intake.ts'
import { MIGRATIONS } from '../../src/server/log/migrations/all.ts'
import type { Command } from '../../src/shared/case/command.ts'
import { CaseId, OpId, PersonId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { type Op, opHash } from '../../src/shared/protocol/op.ts'
import {
  type Booted,
  type Frame,
  type Hello,
  LIMITS,
  type OpResult,
  PROTOCOL,
  type Pulled,
  type Pushed,
  type Welcome
} from '../../src/shared/protocol/sync.ts'
import { type Db, type Hooks, openDb } from '../../src/sqlite/db.ts'
import { matrix, NINE, people, queue } from './cases.ts'

/** A whole server in memory, on a clock that stands still until it is moved. */
export type TestServer = {
  readonly db: Db
  readonly core: Core
  readonly clock: { now: number }
  /** What the server thought worth a line. */
  readonly reports: string[]
  /** A case in a queue, opened by a customer. */
  open(over?: Partial<NewCase>): CaseId
  console(personId: string, deviceId?: string): TestConsole
}

/** One console with a wire that never fails by itself. `heard`: what the server said unasked. */
export type TestConsole = {
  readonly deviceId: string
  readonly heard: { name: string; payload: unknown }[]
  readonly welcome: Extract<Welcome, { ok: true }>
  /** Says hello as a new machine, or as told; it must be let in. */
  hello(over?: Partial<Hello>): Extract<Welcome, { ok: true }>
  ask(name: string, payload: unknown): unknown
  /** The next op of this device, chained to the one before. */
  op(command: Command, over?: Partial<Op>): Op
  push(ops: readonly unknown[], over?: Record<string, unknown>): Pushed
  /** Makes an op, pushes it, gives what became of it. */
  act(command: Command, over?: Partial<Op>): OpResult
  pull(cursor: number, max?: number): Frame
  boot(over?: { asOf?: number | null; after?: CaseId | null; max?: number }): Extract<Booted, { ok: true }>
  frames(): Frame[]
  close(): void
}

type Given = Partial<Omit<CoreGiven, 'db'>> & { db?: Db; hooks?: Hooks; staff?: readonly Person[] }

export function server(given: Given = {}): TestServer {
  const clock = { now: NINE }
  const reports: string[] = []
  const db = given.db ?? openDb(':memory:', MIGRATIONS, given.hooks)
  let ids = 0
  const core = createCore({
    now: () => clock.now,
    newId: () => `id-${++ids}`,
    report: (event) => void reports.push(event),
    ...given,
    db
  })
  for (const person of given.staff ?? people) core.putPerson(person)
  const published = core.publishMatrix(matrix(), 'ada')
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  let devices = 0
  return {
    db,
    core,
    clock,
    reports,
    open(over = {}) {
      const opened = core.intake.open({ ...NEW_CASE, ...over })
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value.caseId
    },
    console: (personId, deviceId) => testConsole(core, personId, deviceId ?? `device-${++devices}`)
  }
}

const NEW_CASE: NewCase = {
  subject: 'Charged twice',
  body: 'I was charged twice in May.',
  customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C', email: 'rosa@example.com' },
  channel: 'email',
  category: 'billing',
  queue: queue('L1/billing')
}

let opIds = 0

/** A console of its own, without an engine: what it says is written by hand. */
export function testConsole(core: Core, personId: string, deviceId: string): TestConsole {
  const heard: { name: string; payload: unknown }[] = []
  const actor = PersonId.parse(personId)
  const session = core.connect({ personId: actor, tokenId: `token-${deviceId}` }, (name, payload) =>
    heard.push({ name, payload })
  )
  let last: Extract<Welcome, { ok: true }> | undefined
  let previous = ''
  let opNo = 0
  const at = (): Extract<Welcome, { ok: true }> => must(last, 'hello')
  return {
    deviceId,
    heard,
    get welcome() {
      return at()
    },
    ask: (name, payload) => session.receive(name, payload),
    hello(over = {}) {
      const welcome = session.receive('sync:hello', { ...helloOf(deviceId), ...over }) as Welcome
      if (!welcome.ok) throw new Error(`turned away: ${welcome.why} ${welcome.message}`)
      last = welcome
      previous = welcome.headHash
      opNo = welcome.headOpNo
      return welcome
    },
    op(command, over = {}) {
      opNo += 1
      const op: Omit<Op, 'hash'> = {
        ev: 1,
        tv: 1,
        opId: OpId.parse(`op-${++opIds}`),
        opNo,
        deviceId,
        actorId: actor,
        storeId: last?.storeId ?? '',
        caseId: command.caseId,
        base: { caseVer: 0, cursor: 0, matrixVer: 1 },
        deps: [],
        madeAt: NINE,
        mono: 0,
        bootId: 'boot',
        offline: false,
        grantId: null,
        command,
        ...over
      }
      previous = opHash(op, previous)
      return { ...op, hash: previous }
    },
    push(ops, over = {}) {
      const [first] = ops
      const firstOpNo = (first as Op | undefined)?.opNo ?? 1
      return session.receive('sync:push', {
        storeId: at().storeId,
        deviceId,
        firstOpNo,
        ops,
        ...over
      }) as Pushed
    },
    act(command, over) {
      const pushed = this.push([this.op(command, over)])
      if (pushed.stop) throw new Error(`stopped: ${pushed.stop} ${pushed.message}`)
      return must(pushed.results[0], 'result')
    },
    pull(cursor, max = LIMITS.pull) {
      const pulled = session.receive('sync:pull', { cursor, scopeVer: at().scopeVer, max }) as Pulled
      if (!pulled.ok) throw new Error(`no pull: ${pulled.why} ${pulled.message}`)
      return pulled.frame
    },
    boot({ asOf = null, after = null, max = LIMITS.boot } = {}) {
      const booted = session.receive('sync:boot', { asOf, after, scopeVer: at().scopeVer, max }) as Booted
      if (!booted.ok) throw new Error(`no boot: ${booted.why} ${booted.message}`)
      return booted
    },
    frames: () => heard.filter(({ name }) => name === 'sync:frame').map(({ payload }) => payload as Frame),
    close: () => session.close()
  }
}

export function helloOf(deviceId: string): Hello {
  return {
    proto: PROTOCOL,
    app: 'test',
    deviceId,
    storeId: '',
    cursor: 0,
    scopeVer: 0,
    matrixVer: 0,
    peopleVer: 0,
    nextOpNo: 1,
    open: [],
    resultsFrom: 1
  }
}

/** A console that has said hello and fetched everything. */
export function online(host: TestServer, personId: string, deviceId?: string): TestConsole {
  const console = host.console(personId, deviceId)
  console.hello()
  console.boot()
  return console
}

/** The facts of the whole log, in order. */
export function facts(
  db: Db
): { seq: number; caseId: string; by: string; opId: string | null; type: string }[] {
  const rows = db.prepare('SELECT seq, case_id, by, op_id, event FROM facts ORDER BY seq').all() as {
    seq: number
    case_id: string
    by: string
    op_id: string | null
    event: string
  }[]
  return rows.map((row) => ({
    seq: row.seq,
    caseId: row.case_id,
    by: row.by,
    opId: row.op_id,
    type: JSON.parse(row.event).type
  }))
}

export function caseId(id: string): CaseId {
  return CaseId.parse(id)
}
