import { hash } from 'node:crypto'
import type { Matrix } from '../shared/escalation/matrix.ts'
import { hashWith } from '../shared/lib/hash.ts'
import type { PersonId } from '../shared/lib/ids.ts'
import type { Result } from '../shared/lib/result.ts'
import type { Absence, Person } from '../shared/people/person.ts'
import type { HeldRow } from '../shared/protocol/looked-after.ts'
import { LIMITS } from '../shared/protocol/sync.ts'
import { setAway } from './absence.ts'
import { announce } from './announce.ts'
import { appendImported, importLog } from './append-imported.ts'
import { makeSigningKey } from './auth/signer.ts'
import { broadcast } from './broadcast.ts'
import { dismiss, type Emit, makeDesk, type Report, send, type Who } from './desk.ts'
import { decideHeld, listHeldFor } from './held-work.ts'
import type { Home } from './home/home.ts'
import type { ImportedCase, ImportLog, ImportMark, KeptMark } from './import/import-log.ts'
import { type Intake, makeIntake } from './intake.ts'
import { findStoreId, putStoreId } from './log/meta.ts'
import { countScopeSums, hasScopeSums } from './log/scope-sums.ts'
import { cancelPlan, type Planning, planMatrix, publishDuePlans } from './matrix-plans.ts'
import { changePerson, type Publishing, type PublishRefusal, publishMatrix, rollBack } from './publish.ts'
import { dismissReplaced } from './session/claim-device.ts'
import { noteHere } from './session/note-hello.ts'
import { openSession, type ServerSession } from './session/session.ts'
import { type Asked, takeCommand } from './session/take-command.ts'
import { NO_SNAPSHOTS, type Snapshots } from './snapshots/snapshots.ts'
import { actAutomatically } from './timers/act-automatically.ts'
import { type Courier, effectDelivery } from './timers/deliver-effects.ts'
import { expireApprovals } from './timers/expire-approvals.ts'

hashWith((text) => hash('sha256', text))

/** What the server needs of the world. The home is one that has a name (`nameStore`). */
export type CoreGiven = {
  readonly home: Home
  readonly now: () => number
  readonly newId: () => string
  readonly courier?: Courier
  readonly report?: Report
  readonly maxFrameChanges?: number
  /** Where whole scopes are fetched from; none for a core nobody connects to. */
  readonly snapshots?: Snapshots
}

/** The server without its wires and clocks: it does nothing by itself, so that a test may drive it second by second. */
export type Core = {
  connect(who: Who, emit: Emit): ServerSession
  /** Facts were committed: call `flush` soon. Listeners are called synchronously and must not throw. */
  onDirty(listener: () => void): () => void
  /** Tells every live console what it has not been told yet. */
  flush(): void
  /** What happens because time passed, where this node is the one to do it: plans are published, steps of approval end, automatic rows act, effects are carried out. */
  tick(): Promise<void>
  readonly intake: Intake
  /** A command that comes without a console, in the name of the person whose program it is. */
  command(person: Person, asked: Asked): ReturnType<typeof takeCommand>
  publishMatrix(
    candidate: unknown,
    author: string,
    how?: Omit<Publishing, 'author'>
  ): Promise<Result<Matrix, PublishRefusal>>
  rollBackMatrix(version: number, by: Parameters<typeof rollBack>[2]): ReturnType<typeof rollBack>
  planMatrix(planning: Planning): ReturnType<typeof planMatrix>
  cancelPlan(id: string): ReturnType<typeof cancelPlan>
  putPerson(person: Person): Promise<void>
  /** `by` undefined: who holds the machine. */
  setAway(by: Person | undefined, id: PersonId, away: Absence | null): ReturnType<typeof setAway>
  appendImported(batch: readonly ImportedCase[], mark: ImportMark): Promise<KeptMark>
  /** The same, as the importer asks for it. */
  readonly importLog: ImportLog
  /** What waits for somebody who answers for a queue, as far as this person may decide it. */
  heldWork(person: Person): HeldRow[]
  decideHeld(person: Person, opId: string, decision: 'let' | 'drop'): ReturnType<typeof decideHeld>
  /** The sign-in of these consoles ends in so long: they are asked to show their token once more. */
  expiring(tokenId: string, inMs: number): void
  /** Ends the connections of a token that is not good any more. */
  signOut(tokenId: string): void
  /** Sends every console away for a while: this server is about to end. */
  drain(retryAfterMs: () => number): void
  /** The consoles that have said hello, and how far each was told. */
  consoles(): readonly ConsoleNow[]
  /** The tokens consoles are connected with. */
  tokensInUse(): ReadonlySet<string>
}

/** A connected console: up to date, or still fetching. */
export type ConsoleNow = { readonly deviceId: string; readonly isLive: boolean; readonly toldTo: number }

export function createCore({
  home,
  now,
  newId,
  courier,
  report,
  maxFrameChanges,
  snapshots
}: CoreGiven): Core {
  const listeners = new Set<() => void>()
  const desk = makeDesk({
    home,
    now,
    newId,
    snapshots: snapshots ?? NO_SNAPSHOTS,
    report: report ?? (() => undefined),
    maxFrameChanges: maxFrameChanges ?? LIMITS.pull,
    dirty: () => {
      for (const listener of listeners) listener()
    }
  })
  // What other nodes wrote is told by this one to its own consoles.
  home.onNews(() => {
    announce(desk)
    dismissReplaced(desk)
    desk.dirty()
  })
  const deliver = courier ? effectDelivery(desk, courier) : async () => undefined
  return {
    connect: (who, emit) => openSession(desk, who, emit),
    onDirty(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flush: () => broadcast(desk),
    async tick() {
      announce(desk)
      await noteHere(desk)
      if (!home.isLead()) return
      await publishDuePlans(desk)
      await expireApprovals(desk)
      await actAutomatically(desk)
      await deliver()
    },
    intake: makeIntake(desk),
    command: (person, asked) => takeCommand(desk, person, asked),
    publishMatrix: (candidate, author, how = {}) => publishMatrix(desk, candidate, { ...how, author }),
    rollBackMatrix: (version, by) => rollBack(desk, version, by),
    planMatrix: (planning) => planMatrix(desk, planning),
    cancelPlan: (id) => cancelPlan(desk, id),
    setAway: (by, id, away) => setAway(desk, by, id, away),
    putPerson: (person) => changePerson(desk, person),
    appendImported: (batch, mark) => appendImported(desk, batch, mark),
    importLog: importLog(desk),
    heldWork: (person) => listHeldFor(home.db, person),
    decideHeld: (person, opId, decision) => decideHeld(desk, person, opId, decision),
    expiring(tokenId, inMs) {
      for (const seat of desk.seats)
        if (seat.who.tokenId === tokenId && (seat.greeted?.proto ?? 0) >= 3)
          send(seat, 'auth:expiring', { inMs })
    },
    signOut(tokenId) {
      for (const seat of desk.seats) if (seat.who.tokenId === tokenId) dismiss(desk, seat, 'signedOut')
    },
    drain(retryAfterMs) {
      for (const seat of desk.seats) dismiss(desk, seat, 'drain', retryAfterMs())
    },
    consoles: () =>
      [...desk.seats].flatMap(({ greeted }) =>
        greeted ? [{ deviceId: greeted.deviceId, isLive: greeted.isLive, toldTo: greeted.sentTo }] : []
      ),
    tokensInUse: () => new Set([...desk.seats].map((seat) => seat.who.tokenId))
  }
}

/** Before anything is asked of a log: a new history gets its name, the server its key, and a log of an older build its sums. */
export async function nameStore(home: Home, newId: () => string): Promise<void> {
  await makeSigningKey(home)
  if (!hasScopeSums(home.db)) await home.write(countScopeSums)
  if (findStoreId(home.db) !== '') return
  const storeId = newId()
  await home.write((tx) => {
    if (findStoreId(tx) === '') putStoreId(tx, storeId)
  })
}
