import { type Core, type CoreGiven, createCore, nameStore } from '../../src/server/core.ts'
import type { Home } from '../../src/server/home/home.ts'
import type { NewCase } from '../../src/server/intake.ts'
import type { Command } from '../../src/shared/case/command.ts'
import { CaseId, OpId, PersonId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { type Op, opHash } from '../../src/shared/protocol/op.ts'
import {
  type Frame,
  type Hello,
  LIMITS,
  type Manifest,
  type OpResult,
  type Parted,
  type Pulled,
  type Pushed,
  type Snapped,
  type Welcome,
  type WireFact
} from '../../src/shared/protocol/sync.ts'
import { type Hooks, openReadOnly, type Reader } from '../../src/sqlite/db.ts'
import { matrix, NINE, people, queue } from './cases.ts'
import { helloOf } from './hello.ts'
import { testHome } from './homes.ts'
import { testSnapshots, testStaging } from './snapshots.ts'

/** A whole server in memory, on a clock that stands still until it is moved. */
export type TestServer = {
  readonly home: Home
  readonly db: Reader
  readonly core: Core
  readonly snapshots: ReturnType<typeof testSnapshots>
  readonly clock: { now: number }
  /** What the server thought worth a line. */
  readonly reports: string[]
  /** A case in a queue, opened by a customer. */
  open(over?: Partial<NewCase>): Promise<CaseId>
  console(personId: string, deviceId?: string): TestConsole
  /** Before its test ends: for a test that makes very many. */
  close(): Promise<void>
}

/** One console with a wire that never fails by itself. `heard`: what the server said unasked. */
export type TestConsole = {
  readonly deviceId: string
  readonly heard: { name: string; payload: unknown }[]
  readonly welcome: Extract<Welcome, { ok: true }>
  /** Says hello as a new machine, or as told; it must be let in. */
  hello(over?: Partial<Hello>): Promise<Extract<Welcome, { ok: true }>>
  ask(name: string, payload: unknown): Promise<unknown>
  /** The next op of this device, chained to the one before. */
  op(command: Command, over?: Partial<Op>): Op
  push(ops: readonly unknown[], over?: Record<string, unknown>): Promise<Pushed>
  /** Makes an op, pushes it, gives what became of it. */
  act(command: Command, over?: Partial<Op>): Promise<OpResult>
  pull(cursor: number, max?: number): Promise<Frame>
  /** Fetches what it was told to, as a console would: the cases of all files, by id. */
  fetch(): Promise<Fetched>
  /** One of these files. */
  fetchScope(scope: string): Promise<WireFact[]>
  frames(): Frame[]
  close(): void
}

/** `joins`: a node of a workspace that has its people and matrix already. `devices`: how its installations are called. */
type Given = Partial<CoreGiven> & {
  joins?: boolean
  devices?: string
  hooks?: Hooks
  staff?: readonly Person[]
}

export async function server(given: Given = {}): Promise<TestServer> {
  const clock = { now: NINE }
  const reports: string[] = []
  const home = given.home ?? (await testHome(given.hooks))
  const { db } = home
  let ids = 0
  const newId = given.newId ?? (() => `id-${++ids}`)
  await nameStore(home, newId)
  const snapshots = testSnapshots(
    db,
    () => clock.now,
    (event) => void reports.push(event)
  )
  const core = createCore({
    now: () => clock.now,
    report: (event) => void reports.push(event),
    snapshots,
    ...given,
    home,
    newId
  })
  if (!given.joins) await setUp(core, given.staff ?? people)
  let devices = 0
  return {
    home,
    db,
    core,
    snapshots,
    clock,
    reports,
    async open(over = {}) {
      const opened = await core.intake.open({ ...NEW_CASE, ...over })
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value.caseId
    },
    console: (personId, deviceId) =>
      testConsole(core, personId, deviceId ?? `${given.devices ?? 'device'}-${++devices}`),
    close: () => home.close()
  }
}

async function setUp(core: Core, staff: readonly Person[]): Promise<void> {
  await Promise.all(staff.map((person) => core.putPerson(person)))
  const published = await core.publishMatrix(matrix(), 'ada')
  if (!published.ok) throw new Error(JSON.stringify(published.error))
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
    async hello(over = {}) {
      const asked = { ...helloOf(deviceId), ...over }
      const welcome = (await session.receive('sync:hello', asked)) as Welcome
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
    async push(ops, over = {}) {
      const [first] = ops
      const firstOpNo = (first as Op | undefined)?.opNo ?? 1
      const asked = { storeId: at().storeId, deviceId, firstOpNo, ops, ...over }
      return (await session.receive('sync:push', asked)) as Pushed
    },
    async act(command, over) {
      const pushed = await this.push([this.op(command, over)])
      if (pushed.stop) throw new Error(`stopped: ${pushed.stop} ${pushed.message}`)
      return must(pushed.results[0], 'result')
    },
    async pull(cursor, max = LIMITS.pull) {
      const asked = { cursor, scopeVer: at().scopeVer, max }
      const pulled = (await session.receive('sync:pull', asked)) as Pulled
      if (!pulled.ok) throw new Error(`no pull: ${pulled.why} ${pulled.message}`)
      return pulled.frame
    },
    async fetch() {
      const { asOf, scopes } = must(at().fetch, 'something to fetch')
      const cases = new Map<CaseId, WireFact[]>()
      for (const scope of scopes) {
        for (const fact of await this.fetchScope(scope)) {
          const known = cases.get(fact.caseId) ?? []
          if (!known.some(({ seq }) => seq === fact.seq)) cases.set(fact.caseId, [...known, fact])
        }
      }
      const byId = [...cases].sort(([a], [b]) => (a < b ? -1 : 1))
      return { asOf, cases: byId.map(([caseId, facts]) => ({ caseId, facts })) }
    },
    async fetchScope(scope) {
      const { fetch, scopeVer } = at()
      const asked = { scope, asOf: must(fetch, 'something to fetch').asOf, scopeVer }
      const snapped = (await session.receive('sync:snap', {
        ...asked,
        packings: ['zstd', 'gzip']
      })) as Snapped
      if (!snapped.ok) throw new Error(`no file: ${snapped.why} ${snapped.message}`)
      return factsIn(await download(session, asked, snapped.manifest))
    },
    frames: () => heard.filter(({ name }) => name === 'sync:frame').map(({ payload }) => payload as Frame),
    close: () => session.close()
  }
}

/** A console that has said hello and fetched everything. */
export async function online(host: TestServer, personId: string, deviceId?: string): Promise<TestConsole> {
  const console = host.console(personId, deviceId)
  await console.hello()
  const { asOf } = await console.fetch()
  await console.pull(asOf)
  return console
}

/** A server with one case in L1/billing, and ana and ben who see it. */
export async function atOneCase() {
  const host = await server()
  const id = await host.open()
  return { host, id, ana: await online(host, 'ana'), ben: await online(host, 'ben') }
}

/** What a fetch brought. */
export type Fetched = {
  readonly asOf: number
  readonly cases: readonly { readonly caseId: CaseId; readonly facts: readonly WireFact[] }[]
}

async function download(
  session: ReturnType<Core['connect']>,
  asked: { readonly scope: string; readonly asOf: number; readonly scopeVer: number },
  manifest: Manifest
): Promise<string> {
  const staging = testStaging()
  for (const of of staging.open([manifest])) {
    const parted = (await session.receive('sync:part', {
      ...asked,
      etag: manifest.etag,
      part: of.part
    })) as Parted
    if (!parted.ok || !(await staging.put(of, parted.data))) throw new Error(`no part ${of.part}`)
  }
  return staging.merge([manifest])
}

function factsIn(file: string): WireFact[] {
  const db = openReadOnly(file)
  try {
    const rows = db.prepare('SELECT body FROM facts ORDER BY case_id, ver').all() as { body: string }[]
    return rows.map(({ body }) => JSON.parse(body) as WireFact)
  } finally {
    db.close()
  }
}

/** The facts of the whole log, in order. */
export function facts(
  db: Reader
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
