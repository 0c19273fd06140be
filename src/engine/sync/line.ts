import { z } from 'zod'
import { RENEW_MS } from '../../shared/protocol/offline-grant.ts'
import type { Up, UpName } from '../../shared/protocol/sync.ts'
import type { Connection } from '../../shared/protocol/views.ts'
import type { Db } from '../../sqlite/db.ts'
import { DiskFault, toFault } from '../../sqlite/fault.ts'
import type { Dial, Ending, Schedule, Wire } from './wire.ts'

export type LineDeps = {
  readonly db: Db
  readonly dial: Dial
  readonly schedule: Schedule
  readonly now: () => number
  /** 0 to 1, for spreading reconnects. */
  readonly random: () => number
  /** The connection changed: online or not, problem, progress, or what waits. */
  readonly onStatus: () => void
}

export type Problem = Connection['problem']
export type SyncStatus = {
  readonly state: Connection['state']
  readonly problem: Problem
  /** By this machine's clock. */
  readonly nextTryAt: number | null
  /** When this run was last known to have all news, by this machine's clock; now, while it is. */
  readonly inStepAt: number | null
}

/**
 * One connection, from dialling to its end. What was begun on it ends with it: an answer that comes after that is never
 * taken for an answer to the next one.
 */
export type Call = {
  /** Greeted, and still the one that counts. */
  isOnline(): boolean
  ask<N extends UpName>(name: N, payload: z.input<(typeof Up)[N]['takes']>): Promise<unknown>
  tell(name: 'sync:seen', payload: unknown): void
  /** Resolves after so many ms on the same call; rejects when it ended meanwhile. */
  pause(ms: number): Promise<void>
  /** One of the three places where faults end (house rules): the disk's get a name on the screen, the rest mean "try again". */
  run(work: () => Promise<void>): void
  /** The server knows us. Connected for days, hello is said anew before the grant is near its end. */
  greeted(): void
  /** All its news is taken: only now do the times between two attempts begin anew (EN25). */
  caughtUp(): void
  /** The connection is of no use as it is: end it and try again after a while. */
  hangUp(least?: number): void
  /** It will pass, but not soon, and the person is told why: tried again after that time at the earliest. */
  waitFor(why: NonNullable<Problem>, least: number): void
  /** Only the person can mend this. */
  giveUp(why: NonNullable<Problem>): void
}

/** What is said on a call; a new one for each. */
export type Talk = { greet(): void; hear(name: string, payload: unknown): void }

export type Line = {
  open(): void
  close(): void
  /** The person does not want to wait for the next attempt. */
  retryNow(): void
  status(): SyncStatus
}

export const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000

/** Keeps one call going: dials, and dials again when it ends, at random within a growing time. */
export function createLine(deps: LineDeps, talkOn: (call: Call) => Talk): Line {
  let current: Call | undefined
  let wire: Wire | undefined
  let state: SyncStatus['state'] = 'offline'
  let problem: Problem = null
  let attempts = 0
  let retry: (() => void) | undefined
  let nextTryAt: number | null = null
  let greetAgain = (): void => undefined
  let renewal: (() => void) | undefined
  let stopped = true
  /** All news was taken on this call. */
  let isInStep = false
  let inStepAt: number | null = null

  function set(next: SyncStatus['state'], why: Problem = problem): void {
    if (state === next && problem === why) return
    if (next !== 'online') stepOut()
    state = next
    problem = why
    deps.onStatus()
  }

  function stepOut(): void {
    if (isInStep) inStepAt = deps.now()
    isInStep = false
  }

  function dial(): void {
    retry?.()
    retry = undefined
    nextTryAt = null
    const call = newCall()
    current = call
    const talk = talkOn(call)
    greetAgain = () => talk.greet()
    const isOn = (): boolean => current === call
    set('connecting')
    wire = deps.dial({
      onOpen: () => isOn() && talk.greet(),
      onClose: (why) => isOn() && lost(why),
      onEvent: (name, payload) => isOn() && talk.hear(name, payload)
    })
  }

  function drop(): void {
    renewal?.()
    current = undefined
    wire?.close()
    wire = undefined
  }

  function lost(why: Ending): void {
    renewal?.()
    current = undefined
    wire = undefined
    if (why === 'refused')
      return set('refused', { name: 'SignInAgain', message: 'the server no longer knows this sign-in' })
    // The same would be said again: only another version of one of the two mends it.
    if (why === 'tooLarge')
      return set('refused', { name: 'TooLarge', message: 'the server takes no message of this size' })
    set('offline')
    retryLater()
  }

  function retryLater(least = 0): void {
    if (stopped) return
    const longest = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts)
    attempts = Math.min(attempts + 1, 10)
    retry?.()
    // What was asked for comes on top, or all who were put off until the same time would come back at it.
    const wait = Math.max(least + Math.round(longest * deps.random()), 50)
    nextTryAt = deps.now() + wait
    retry = deps.schedule(wait, dial)
    deps.onStatus()
  }

  function hangUp(least = 0): void {
    drop()
    set('offline')
    retryLater(least)
  }

  function newCall(): Call {
    const isOn = (): boolean => current === call
    const call: Call = {
      isOnline: () => isOn() && state === 'online',
      async ask(name, payload) {
        if (!wire || !isOn()) throw new Error('no connection')
        const answer = await wire.request(name, payload)
        if (!isOn()) throw new Error('an answer to a connection that ended')
        return answer
      },
      tell: (name, payload) => void (isOn() && wire?.tell(name, payload)),
      pause: (ms) =>
        new Promise((resolve, reject) => {
          deps.schedule(ms, () => (isOn() ? resolve() : reject(new Error('the connection ended meanwhile'))))
        }),
      run(work) {
        work().catch((error: unknown) => {
          if (!isOn()) return
          problem = problemOf(error, deps.db.file) ?? problem
          hangUp(problem ? LAST_RETRY_MS / 2 : 0)
        })
      },
      greeted() {
        set('online', null)
        renewal?.()
        renewal = deps.schedule(RENEW_MS, greetAgain)
      },
      caughtUp() {
        attempts = 0
        isInStep = true
      },
      hangUp,
      waitFor(why, least) {
        problem = why
        hangUp(least)
      },
      giveUp(why) {
        drop()
        set('refused', why)
      }
    }
    return call
  }

  return {
    open() {
      stopped = false
      dial()
    },
    close() {
      stopped = true
      retry?.()
      drop()
      stepOut()
      state = 'offline'
    },
    retryNow() {
      if (stopped || state === 'online' || state === 'connecting') return
      attempts = 0
      dial()
    },
    status: () => ({ state, problem, nextTryAt, inStepAt: isInStep ? deps.now() : inStepAt })
  }
}

function problemOf(error: unknown, file: string): Problem {
  const fault = toFault(error, file)
  if (fault instanceof DiskFault)
    return { name: fault.name === 'DiskFull' ? 'DiskFull' : 'DiskBroken', message: fault.message }
  if (!(error instanceof z.ZodError)) return null
  return {
    name: 'UpdateNeeded',
    message: `the server sent something this console does not understand: ${z.prettifyError(error)}`
  }
}
