import {
  type Change,
  CommitUnknown,
  type Head,
  LogAway,
  type PlainFact,
  type SharedLog,
  type Turn
} from '../../src/server/home/shared-log.ts'
import type { Scheduler } from './scheduler.ts'

/** What becomes of a commit, seen from whoever asked for it; and what really happened. */
export type Fate = 'done' | 'away' | 'unknownDone' | 'unknownNot' | 'unknownLate' | 'stalled'

/** One node's line to the log, and what befalls it. Asked anew for every message. */
export type LogLine = {
  /** Its process runs. What a dead one asked is never answered. */
  isAlive(): boolean
  /** ms one way and back */
  delay(): number
  isAway(): boolean
  isPokeLost(): boolean
  fate(): Fate
  /** Around each commit; what throws ends the process there. */
  beforeCommit(): void
  afterCommit(): void
}

/** The order of a workspace as a database would keep it: in memory, under our own clock. */
export type MemoryLog = {
  readonly changes: readonly Change[]
  /** As people may query them. */
  readonly facts: readonly PlainFact[]
  /** The line of one process; `drop` is what its end does. */
  open(line: LogLine, tickMs: () => number): SharedLog & { drop(): void }
}

/** So many changes are told at once: few, so that `more` is asked for. */
const AT_ONCE = 3
/** Whoever waits for the lock longer is told to come again; whoever holds it longer without a word is cut off. */
const PATIENCE_MS = 3_000
const LATE_MS = 400
/** A lead that lost its line still thinks for so long that it leads. */
const LEADS_ON_MS = 7_000
const AWAY_MS = 50

type Asking = { readonly grant: () => void; readonly refuse: () => void }

/** `begun`: what it holds already. `onCommitted` is told at the moment a change is durable. */
export function memoryLog(
  clock: Scheduler,
  onCommitted: (change: Change) => void = () => undefined,
  begun: readonly Change[] = []
): MemoryLog {
  const changes = [...begun]
  const facts: PlainFact[] = []
  const listeners = new Map<object, () => void>()
  /** Who waits for the lock, and whether somebody has it. */
  const asking: Asking[] = []
  let isLocked = false
  /** Of all who are there the first one leads. `until`: who lost it still thinks so till then. */
  const members: { until: number }[] = []

  const head = (): Head => {
    const last = changes.at(-1)
    return last ? { n: last.n, hash: last.hash, schema: last.schema } : { n: 0, hash: '', schema: 0 }
  }
  const after = (n: number): Change[] => changes.slice(n, n + AT_ONCE)
  function release(): void {
    const next = asking.shift()
    if (next) next.grant()
    else isLocked = false
  }
  function commit(change: Change, plain: readonly PlainFact[]): void {
    const { n, hash } = head()
    if (change.n !== n + 1 || change.before !== hash)
      throw new Error(`change ${change.n} has no place behind ${n}`)
    changes.push(change)
    facts.push(...plain)
    onCommitted(change)
  }

  function open(line: LogLine, tickMs: () => number): SharedLog & { drop(): void } {
    const me = { until: 0 }
    let isClosed = false
    let isDropped = false
    let held: (() => void) | undefined
    members.push(me)

    /** An answer comes after a while; to a process that has died meanwhile, never. */
    const ask = <T>(
      work: (resolve: (value: T) => void, reject: (error: unknown) => void) => void
    ): Promise<T> =>
      new Promise((resolve, reject) => {
        const isAway = line.isAway()
        if (isAway) loseLead()
        clock.at(isAway ? AWAY_MS : line.delay(), () => {
          if (!line.isAlive() || isDropped) return
          if (isAway) reject(new LogAway('the log cannot be reached'))
          else work(resolve, reject)
        })
      })
    function loseLead(): void {
      if (members[0] !== me) return
      me.until = clock.now() + LEADS_ON_MS
      members.push(...members.splice(0, 1))
    }
    const leave = (): void => {
      listeners.delete(me)
      const at = members.indexOf(me)
      if (at >= 0) members.splice(at, 1)
    }
    const isGone = (): boolean => isClosed || isDropped || !line.isAlive()
    const look = (): void => {
      if (isGone()) return
      listeners.get(me)?.()
      clock.at(tickMs(), look)
    }
    clock.at(tickMs(), look)

    function turnOf(from: number): Turn {
      let isOpen = true
      let written: { change: Change; facts: readonly PlainFact[] } | undefined
      const end = (): void => {
        if (!isOpen) return
        isOpen = false
        held = undefined
        release()
      }
      held = end
      /** A line that breaks takes its transaction with it. */
      const step = <T>(work: () => T): Promise<T> =>
        ask<T>((resolve, reject) => {
          if (isOpen) resolve(work())
          else reject(new LogAway('the connection was cut'))
        }).catch((error: unknown) => {
          end()
          throw error
        })
      return {
        head: head(),
        changes: after(from),
        more: (n) => step(() => after(n)),
        append: (change, plain) =>
          step(() => {
            written = { change, facts: plain }
          }),
        commit: () =>
          ask<void>((resolve, reject) => {
            if (!isOpen || !written) return reject(new LogAway('the connection was cut'))
            const { change, facts: plain } = written
            const unknown = (): void => reject(new CommitUnknown('the answer to a commit got lost'))
            const no = (why: string): void => {
              end()
              reject(new LogAway(why))
            }
            line.beforeCommit()
            if (!line.isAlive()) return end()
            switch (line.fate()) {
              case 'away':
                return no('the transaction failed')
              case 'stalled':
                // It stands still with the lock in its hand, until it is cut off.
                clock.at(PATIENCE_MS, () => line.isAlive() && no('the connection was cut'))
                return
              case 'unknownNot':
                end()
                return unknown()
              case 'unknownLate':
                // The transaction has not ended yet: the lock stays with it until then.
                held = undefined
                clock.at(LATE_MS, () => {
                  commit(change, plain)
                  end()
                })
                return unknown()
              case 'unknownDone':
                commit(change, plain)
                end()
                return unknown()
              case 'done':
                commit(change, plain)
                end()
                line.afterCommit()
                if (line.isAlive()) resolve()
            }
          }).catch((error: unknown) => {
            // While nobody can say, the transaction may not have ended.
            if (error instanceof LogAway) end()
            throw error
          }),
        abort: async () => end()
      }
    }

    return {
      begin: (from) =>
        ask<Turn>((resolve, reject) => {
          if (!isLocked) {
            isLocked = true
            return resolve(turnOf(from))
          }
          const waiting: Asking = {
            grant: () => {
              if (!line.isAlive() || isDropped) return release()
              resolve(turnOf(from))
            },
            refuse: () => reject(new LogAway('others were in front too long'))
          }
          asking.push(waiting)
          clock.at(PATIENCE_MS, () => {
            const at = asking.indexOf(waiting)
            if (at < 0) return
            asking.splice(at, 1)
            if (line.isAlive()) waiting.refuse()
          })
        }),
      read: (from) => ask((resolve) => resolve({ head: head(), changes: after(from) })),
      hashAt: (n) => ask((resolve) => resolve(changes[n - 1]?.hash)),
      poke() {
        for (const [other, listener] of listeners)
          if (other !== me && !line.isPokeLost()) clock.at(10 + line.delay(), listener)
      },
      onPoke: (listener) => {
        listeners.set(me, () => {
          if (!isGone()) listener()
        })
      },
      isLead: () => !isGone() && (members[0] === me || clock.now() < me.until),
      nodes: async () => new Set(),
      newestCheckpoint: async () => undefined,
      readPart: async () => Buffer.alloc(0),
      putCheckpoint: async () => undefined,
      async close() {
        isClosed = true
        leave()
      },
      drop() {
        isDropped = true
        leave()
        held?.()
      }
    }
  }
  return { changes, facts, open }
}
