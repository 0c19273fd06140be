import { z } from 'zod'
import type { CaseId } from '../../shared/lib/ids.ts'
import {
  Booted,
  Down,
  type Hello,
  LIMITS,
  PROTOCOL,
  Pulled,
  Pushed,
  type Up,
  type UpName,
  Welcome
} from '../../shared/protocol/sync.ts'
import type { Connection } from '../../shared/protocol/views.ts'
import type { Db } from '../../sqlite/db.ts'
import { DiskFault, toFault } from '../../sqlite/fault.ts'
import type { Place } from '../place.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { listUnanswered, markSent } from '../store/outbox.ts'
import { takeResults } from './answer.ts'
import { batchOf } from './batch.ts'
import { rebaseStored } from './rebase.ts'
import { takePage } from './take-boot.ts'
import { takeFrame } from './take-frame.ts'
import { takeWelcome } from './take-welcome.ts'
import type { Dial, Schedule, Wire } from './wire.ts'

export type SyncDeps = {
  readonly db: Db
  readonly deviceId: string
  readonly app: string
  readonly dial: Dial
  readonly schedule: Schedule
  readonly now: () => number
  /** How much goes into one message; smaller in tests, so that a story of minutes has many pages. */
  readonly limits?: { readonly ops: number; readonly pull: number; readonly boot: number }
  /** 0 to 1, for spreading reconnects. */
  readonly random: () => number
  readonly place: () => Place | undefined
  readonly setPlace: (place: Place) => void
  /** After a commit: these cases look different now. */
  readonly onCases: (caseIds: readonly CaseId[]) => void
  /** The connection changed: online or not, problem, progress, or what waits. */
  readonly onStatus: () => void
}

type Problem = Connection['problem']
export type SyncStatus = { readonly state: Connection['state']; readonly problem: Problem }
export type Sync = { start(): void; stop(): void; kick(): void; now(): void; status(): SyncStatus }

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000

/**
 * Keeps this machine and the server in step. Everything it knows is in the database; what is in here can be lost at any
 * moment. One push in flight, one pull in flight, and a new `line` for every connection, so that an answer to an old
 * one is never taken for an answer to the new one.
 */
export function createSync(deps: SyncDeps): Sync {
  const limits = deps.limits ?? LIMITS
  let wire: Wire | undefined
  let line = 0
  let state: SyncStatus['state'] = 'offline'
  let problem: Problem = null
  let attempts = 0
  let retry: (() => void) | undefined
  let pushing = false
  let pulling = false
  /** Asked for while a pull was in flight, which may have been answered before what it is asked for. */
  let pullAgain = false
  let kicked = false
  let stopped = true

  function set(next: SyncStatus['state'], why: Problem = problem): void {
    if (state === next && problem === why) return
    state = next
    problem = why
    deps.onStatus()
  }

  function connect(): void {
    retry?.()
    retry = undefined
    line += 1
    const mine = line
    pushing = false
    pulling = false
    set('connecting')
    wire = deps.dial({
      onOpen: () => mine === line && run(mine, greet),
      onClose: (why) => mine === line && lost(why),
      onEvent: (name, payload) => mine === line && hear(mine, name, payload)
    })
  }

  function lost(why: 'lost' | 'refused'): void {
    line += 1
    wire = undefined
    pushing = false
    pulling = false
    if (why === 'refused')
      return set('refused', { name: 'SignInAgain', message: 'the server no longer knows this sign-in' })
    set('offline')
    retryLater()
  }

  function retryLater(least = 0): void {
    if (stopped) return
    const longest = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts)
    attempts = Math.min(attempts + 1, 10)
    retry?.()
    retry = deps.schedule(Math.max(least, Math.round(longest * deps.random()), 50), () => connect())
  }

  /** The connection is of no use as it is: end it and try again after a while. */
  function hangUp(least = 0): void {
    line += 1
    wire?.close()
    wire = undefined
    pushing = false
    pulling = false
    set('offline')
    retryLater(least)
  }

  function giveUp(why: NonNullable<Problem>): void {
    line += 1
    wire?.close()
    wire = undefined
    set('refused', why)
  }

  /** One of the three places where faults end (house rules): the disk's get a name on the screen, the rest mean "try again". */
  function run(mine: number, work: (mine: number) => Promise<void>): void {
    work(mine).catch((error: unknown) => {
      if (mine !== line) return
      const fault = toFault(error, deps.db.file)
      if (fault instanceof DiskFault) {
        problem = { name: fault.name === 'DiskFull' ? 'DiskFull' : 'DiskBroken', message: fault.message }
      } else if (error instanceof z.ZodError) {
        problem = {
          name: 'UpdateNeeded',
          message: `the server sent something this console does not understand: ${z.prettifyError(error)}`
        }
      }
      hangUp(problem ? LAST_RETRY_MS / 2 : 0)
    })
  }

  async function ask<N extends UpName>(
    mine: number,
    name: N,
    payload: z.input<(typeof Up)[N]['takes']>
  ): Promise<unknown> {
    if (!wire) throw new Error('no connection')
    const answer = await wire.request(name, payload)
    if (mine !== line) throw new Error('an answer to a connection that ended')
    return answer
  }

  async function greet(mine: number): Promise<void> {
    const hello = helloOf(deps)
    const welcome = Welcome.parse(await ask(mine, 'sync:hello', hello))
    if (!welcome.ok) {
      if (welcome.why === 'BUSY') return hangUp(welcome.retryAfterMs)
      const name =
        welcome.why === 'AUTH' || welcome.why === 'DEVICE'
          ? 'SignInAgain'
          : welcome.why === 'UPGRADE'
            ? 'UpdateNeeded'
            : 'ServerRefused'
      return giveUp({ name, message: welcome.message })
    }
    const { place, caseIds } = takeWelcome(deps.db, welcome, deps.now())
    deps.setPlace(place)
    deps.onCases(caseIds)
    set('online', null)
    deps.onStatus()
    kickPush(mine)
    // The server starts to send frames once it knows that this console stands at the head: from the hello, or from a pull.
    // A frame that crossed the hello may have brought the cursor there meanwhile, and the server cannot know.
    if (hello.cursor !== welcome.seq || welcome.mode === 'boot') kickPull(mine)
    else attempts = 0
  }

  function kickPush(mine: number): void {
    if (pushing || state !== 'online') return
    pushing = true
    run(mine, async (same) => {
      try {
        await pushAll(same)
      } finally {
        if (same === line) pushing = false
      }
    })
  }

  async function pushAll(mine: number): Promise<void> {
    for (;;) {
      const ops = batchOf(listUnanswered(deps.db, limits.ops))
      const [first] = ops
      const last = ops.at(-1)
      if (!first || !last) return
      deps.db.write((tx) => markSent(tx, last.opNo))
      const storeId = findMeta(deps.db, 'storeId') ?? ''
      const pushed = Pushed.parse(
        await ask(mine, 'sync:push', {
          storeId,
          deviceId: deps.deviceId,
          firstOpNo: first.opNo,
          ops: [...ops]
        })
      )
      takeAnswers(pushed.results)
      if (pushed.stop) return halt(pushed)
      if (pushed.results.length === 0) throw new Error('the server took ops and answered none')
    }
  }

  function takeAnswers(results: Pushed['results']): void {
    const place = deps.place()
    if (!place) return
    const touched = deps.db.write((tx) => {
      const cases = takeResults(tx, results, getNumber(tx, 'cursor'), serverNow())
      for (const caseId of new Set(cases)) rebaseStored(tx, place, caseId)
      return cases
    })
    deps.onCases(touched)
    deps.onStatus()
  }

  function halt(pushed: Pushed): void {
    switch (pushed.stop) {
      case 'BUSY':
        return hangUp(pushed.retryAfterMs ?? FIRST_RETRY_MS)
      case 'AUTH':
        return giveUp({ name: 'SignInAgain', message: pushed.message ?? 'sign in again' })
      case 'UPGRADE':
        return giveUp({
          name: 'UpdateNeeded',
          message: pushed.message ?? 'this console is too old for the server'
        })
      case 'BAD':
        return giveUp({
          name: 'ServerRefused',
          message: pushed.message ?? 'the server did not understand this console'
        })
      // What the server remembers of this device is not what this device remembers: saying hello again sorts it out.
      case 'GAP':
      case 'FORKED':
      case 'STORE':
      case 'HELLO':
      case null:
        return hangUp()
    }
  }

  function kickPull(mine: number): void {
    if (state !== 'online') return
    pullAgain = true
    if (pulling) return
    pulling = true
    run(mine, async (same) => {
      try {
        while (pullAgain && same === line) {
          pullAgain = false
          await pullAll(same)
        }
        // Only now: a server whose news this machine cannot take would otherwise be asked again and again at once.
        if (same === line) attempts = 0
      } finally {
        if (same === line) pulling = false
      }
    })
  }

  async function pullAll(mine: number): Promise<void> {
    for (;;) {
      const boot = findMeta(deps.db, 'boot')
      const scopeVer = getNumber(deps.db, 'scopeVer')
      if (boot) {
        const booted = Booted.parse(
          await ask(mine, 'sync:boot', {
            asOf: boot.asOf,
            after: boot.after as CaseId | null,
            scopeVer,
            max: limits.boot
          })
        )
        if (!booted.ok) return hangUp(booted.why === 'BUSY' ? FIRST_RETRY_MS : 0)
        deps.onCases(takePage(deps.db, mustPlace(), booted, serverNow()).caseIds)
        deps.onStatus()
        continue
      }
      const cursor = getNumber(deps.db, 'cursor')
      const pulled = Pulled.parse(await ask(mine, 'sync:pull', { cursor, scopeVer, max: limits.pull }))
      if (!pulled.ok) return hangUp(pulled.why === 'BUSY' ? FIRST_RETRY_MS : 0)
      if (pulled.frame.to <= cursor) return
      if (!take(mine, pulled.frame)) return
    }
  }

  /** Takes a frame; false when it did not fit and something else is under way to mend that. */
  function take(mine: number, frame: z.infer<(typeof Down)['sync:frame']>): boolean {
    const place = deps.place()
    if (!place) return false
    const taken = takeFrame(deps.db, place, frame, serverNow())
    if (taken.kind === 'fence') {
      run(mine, greet)
      return false
    }
    if (taken.kind === 'gap') kickPull(mine)
    if (taken.kind !== 'taken') return false
    wire?.tell('sync:seen', { cursor: frame.to })
    deps.onCases(taken.caseIds)
    deps.onStatus()
    return true
  }

  function hear(mine: number, name: string, payload: unknown): void {
    if (state !== 'online') return
    run(mine, async (same) => {
      if (name === 'sync:frame') take(same, Down['sync:frame'].parse(payload))
      else if (name === 'sync:rehello') await greet(same)
      else if (name === 'sync:bye') {
        const bye = Down['sync:bye'].parse(payload)
        if (bye.why === 'signedOut') giveUp({ name: 'SignInAgain', message: 'signed out by the server' })
        else if (bye.why === 'replaced')
          giveUp({ name: 'ServerRefused', message: 'this queue was opened a second time elsewhere' })
        else hangUp(bye.retryAfterMs)
      }
    })
  }

  function mustPlace(): Place {
    const place = deps.place()
    if (!place) throw new Error('no place before the welcome')
    return place
  }

  const serverNow = (): number => deps.now() + getNumber(deps.db, 'clockOffsetMs')

  return {
    start() {
      stopped = false
      connect()
    },
    stop() {
      stopped = true
      line += 1
      retry?.()
      wire?.close()
      wire = undefined
      state = 'offline'
    },
    /** Once the person has their answer: marking what is sent costs a write of its own. */
    kick() {
      if (kicked) return
      kicked = true
      deps.schedule(0, () => {
        kicked = false
        kickPush(line)
      })
    },
    now() {
      if (stopped || state === 'online' || state === 'connecting') return
      attempts = 0
      connect()
    },
    status: () => ({ state, problem })
  }
}

function helloOf({ db, deviceId, app }: SyncDeps): Hello {
  const nextOpNo = getNumber(db, 'nextOpNo')
  const open = listUnanswered(db, 500)
  return {
    proto: PROTOCOL,
    app,
    deviceId,
    // In the middle of a full fetch this machine holds no state of the log that a delta could build on.
    storeId: findMeta(db, 'boot') ? '' : (findMeta(db, 'storeId') ?? ''),
    cursor: findMeta(db, 'boot') ? 0 : getNumber(db, 'cursor'),
    scopeVer: getNumber(db, 'scopeVer'),
    matrixVer: findMeta(db, 'matrix')?.version ?? 0,
    peopleVer: findMeta(db, 'people')?.ver ?? 0,
    nextOpNo,
    open: open.map((op) => op.opId),
    resultsFrom: open[0]?.opNo ?? nextOpNo
  }
}
