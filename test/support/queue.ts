import { generateKeyPairSync } from 'node:crypto'
import { type ActDeps, act } from '../../src/engine/commands/act.ts'
import { type Place, toPlace } from '../../src/engine/place.ts'
import { getCase } from '../../src/engine/queries/case-get.ts'
import { listCases } from '../../src/engine/queries/case-list.ts'
import { putMeta } from '../../src/engine/store/meta.ts'
import { MIGRATIONS } from '../../src/engine/store/migrations/all.ts'
import { type Taken, takeFrame } from '../../src/engine/sync/take-frame.ts'
import type { Accepted } from '../../src/engine/sync/take-welcome.ts'
import { openSigner } from '../../src/server/auth/signer.ts'
import { putSigningKey } from '../../src/server/log/meta.ts'
import { MIGRATIONS as LOG_MIGRATIONS } from '../../src/server/log/migrations/all.ts'
import { grantFor } from '../../src/server/session/offline-grant.ts'
import { apply } from '../../src/shared/case/apply.ts'
import type { Case } from '../../src/shared/case/case.ts'
import { decide } from '../../src/shared/case/decide.ts'
import type { CaseEvent, Fact } from '../../src/shared/case/event.ts'
import { personScopes } from '../../src/shared/case/rights.ts'
import { CaseId, OpId, PersonId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Person } from '../../src/shared/people/person.ts'
import type { Acted } from '../../src/shared/protocol/bridge.ts'
import type { OfflineGrant } from '../../src/shared/protocol/offline-grant.ts'
import type { Frame, OpResult, WireChange, WireFact } from '../../src/shared/protocol/sync.ts'
import type { CaseRow, CaseView, View } from '../../src/shared/protocol/views.ts'
import { type Db, type Hooks, openDb } from '../../src/sqlite/db.ts'
import { ana, type Bare, known, MINUTE, matrix, NINE, opened, people, queue as queueOf } from './cases.ts'

export const STORE = 'store-1'

/** The queue of one person, in step with a server that is only written down here: nothing connects. */
export type TestQueue = {
  readonly db: Db
  readonly place: Place
  readonly deps: ActDeps
  readonly clock: { now: number }
  act(command: unknown, opId?: string): Acted
  /** Takes these changes as one frame right after the cursor; `over` bends the frame. */
  take(changes: readonly WireChange[], over?: Partial<Frame>): Taken
  list(view: View): CaseRow[]
  /** The case as its screen shows it; throws when it is not here. */
  view(id: string): Extract<CaseView, { kind: 'case' }>
}

export function openQueue(given: { person?: Person; file?: string; hooks?: Hooks; db?: Db } = {}): TestQueue {
  const db = given.db ?? openDb(given.file ?? ':memory:', MIGRATIONS, given.hooks)
  const place = toPlace(given.person ?? ana, matrix(), people)
  const clock = { now: NINE }
  db.write((tx) => {
    putMeta(tx, 'deviceId', 'device-1')
    putMeta(tx, 'instance', 'run-1')
    putMeta(tx, 'storeId', STORE)
    putMeta(tx, 'scopeVer', 1)
    putMeta(tx, 'scopes', personScopes(place.person))
    putMeta(tx, 'sums', Object.fromEntries(personScopes(place.person).map((scope) => [scope, 0])))
    putMeta(tx, 'person', place.person)
    putMeta(tx, 'matrix', place.matrix)
    putMeta(tx, 'people', { ver: 1, list: [...people] })
  })
  let ids = 0
  let cursor = 0
  const newId = (): string => `my-op-${++ids}`
  const deps: ActDeps = {
    db,
    place: () => place,
    now: () => clock.now,
    newId,
    isOnline: () => false,
    isLapsed: () => false,
    seen: { keep: () => undefined },
    bootId: 'boot-1',
    mono: () => 7
  }
  return {
    db,
    place,
    deps,
    clock,
    act: (command, opId) => act(deps, command, opId === undefined ? undefined : OpId.parse(opId)),
    take(changes, over = {}) {
      const to = Math.max(cursor + 1, ...changes.map(seqOf))
      const frame: Frame = {
        storeId: STORE,
        scopeVer: 1,
        from: cursor,
        to,
        changes: [...changes],
        results: [],
        bytes: 0,
        sums: null,
        ...over
      }
      const taken = takeFrame(db, place, frame, clock.now)
      if (taken.kind === 'taken') cursor = frame.to
      return taken
    },
    list: (view) => listCases(db, place, { view, after: null, limit: 200 }, clock.now).rows,
    view(id) {
      const view = getCase(db, place, CaseId.parse(id), clock.now)
      if (view?.kind !== 'case') throw new Error(`${id} is not here`)
      return view
    }
  }
}

export function seqOf(change: WireChange): number {
  return change.kind === 'fact' ? change.fact.seq : change.seq
}

/** What the server knows: cases on which people act, told as a console hears of it. */
export type Truth = {
  readonly seq: number
  now: number
  /** A customer opens a case; it comes into sight. */
  open(id: string, over?: Parameters<typeof opened>[0]): WireChange
  /** Somebody does something; `opId` when it is an op this console made. */
  act(id: string, by: Person, command: Bare, opId?: string): WireChange
  /** Something happens that no command made. */
  happen(id: string, event: CaseEvent | { readonly type: string }): WireChange
  /** Things this console may not see. */
  skip(facts: number): void
  facts(id: string): WireFact[]
  enter(id: string): WireChange
  kase(id: string): Case
}

export function truth(): Truth {
  let seq = 0
  const cases = new Map<string, { kase: Case | undefined; facts: WireFact[] }>()
  const at = (id: string) => must(cases.get(id), `case ${id}`)
  const put = (
    id: string,
    by: string,
    opId: string | null,
    event: { readonly type: string },
    now: number
  ): WireFact => {
    seq += 1
    const one = at(id)
    const caseId = CaseId.parse(id)
    const fact: WireFact = {
      seq,
      caseId,
      ver: one.facts.length + 1,
      at: now,
      by: PersonId.parse(by),
      opId: opId === null ? null : OpId.parse(opId),
      event
    }
    one.facts.push(fact)
    return fact
  }
  return {
    get seq() {
      return seq
    },
    now: NINE,
    open(id, over = {}) {
      cases.set(id, { kase: undefined, facts: [] })
      const fact = put(id, 'customer', null, opened({ ref: id.toUpperCase(), ...over }), this.now)
      at(id).kase = apply(undefined, fact.caseId, fact as unknown as Fact)
      return this.enter(id)
    },
    act(id, by, command, opId = `op-of-${by.id}-${seq}`) {
      this.now += MINUTE
      const one = at(id)
      const decided = decide(
        one.kase,
        { ...command, caseId: CaseId.parse(id) } as Parameters<typeof decide>[1],
        by,
        known({ at: this.now, opId })
      )
      if (!decided.ok || decided.value.outcome === 'noop')
        throw new Error(`refused: ${JSON.stringify(decided)}`)
      const fact = put(id, by.id, opId, decided.value.event, this.now)
      one.kase = apply(one.kase, fact.caseId, fact as unknown as Fact)
      return { kind: 'fact', fact }
    },
    happen(id, event) {
      return { kind: 'fact', fact: put(id, 'system', null, event, this.now) }
    },
    skip(facts) {
      seq += facts
    },
    facts: (id) => at(id).facts,
    enter: (id) => ({ kind: 'enter', seq, caseId: CaseId.parse(id), facts: [...at(id).facts] }),
    kase: (id) => must(at(id).kase, id)
  }
}

/** What somebody types in while a customer is on the phone: a new case in L1/billing. */
export function callOf(caseId: string): Extract<Bare, { type: 'case.open' }> & { readonly caseId: string } {
  return {
    type: 'case.open',
    caseId,
    subject: 'Call',
    body: 'She called',
    customer: { id: 'x', name: 'X', language: 'en', segment: 'B2C' },
    channel: 'phone',
    category: 'billing',
    priority: 'low',
    queue: queueOf('L1/billing')
  }
}

/** The server's leave to work without it, genuinely signed with a key of the tests' own. */
export function grantOf(person: Person, at: number = NINE, deviceId = 'device-1'): OfflineGrant {
  return grantFor(SIGNER, person, deviceId, matrix().version, at)
}
const SIGNER = openSigner(withKey())
function withKey(): Db {
  const db = openDb(':memory:', LOG_MIGRATIONS)
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  db.write((tx) => putSigningKey(tx, key))
  return db
}

/** What a server says at the door when it knows this console well. */
export function welcome(over: Partial<Accepted> = {}): Accepted {
  const person = over.person ?? ana
  return {
    ok: true,
    storeId: STORE,
    serverTime: NINE,
    seq: 0,
    headOpNo: 0,
    headOpId: null,
    headHash: '',
    scopeVer: 1,
    scopes: personScopes(person),
    kept: personScopes(person),
    fetch: null,
    sums: {},
    results: [],
    matrix: matrix(),
    people: { ver: 1, list: [...people] },
    person,
    grant: grantOf(person),
    ...over
  }
}

/** The server's answer to an op: done, as the fact with this seq; or with more, something else. */
export function answer(
  op: { readonly opId: string; readonly opNo: number },
  seq: number,
  over: Partial<OpResult> = {}
): OpResult {
  return {
    opId: OpId.parse(op.opId),
    opNo: op.opNo,
    outcome: 'applied',
    refusal: null,
    told: null,
    seq,
    asked: '',
    ...over
  }
}

/** How many rows each table of the queue has. */
export function rowCounts(db: Db, ...tables: string[]): Record<string, number> {
  return Object.fromEntries(
    tables.map((table) => [
      table,
      (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
    ])
  )
}
