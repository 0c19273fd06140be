import { ok, type Result } from '../../shared/lib/result.ts'
import type { Writer } from '../../sqlite/db.ts'
import { DiskFault, toFault } from '../../sqlite/fault.ts'
import { asOne } from '../log/as-one.ts'
import { attempt } from '../log/attempt.ts'
import type { Work } from './home.ts'

/** As many works as share a transaction at most: more would keep the first one waiting. */
const AT_ONCE = 128

/** Works that share a transaction. */
export type Group = {
  /**
   * Does them in the caller's transaction, which stands or falls with them. Throws `OneThrew` when one of them did: then all is to be
   * taken back and run once more, each under a savepoint of its own from then on. Throws when the disk fails; may be run again.
   */
  run(tx: Writer): void
  /** It is durable: everybody is told what became of theirs. */
  settle(): void
  /** Nothing of it stands. */
  fail(error: unknown): void
}

/** One work of a group threw, and nobody knows yet which: hardly ever does one, so it is not for each of them to pay for it. */
export class OneThrew extends Error {
  override readonly name = 'OneThrew'
}

/** Works that wait for their turn. */
export type Works = {
  add<T>(work: Work<T>): Promise<T>
  size(): number
  next(): Group | undefined
  /** The first so many that wait are not done. */
  fail(count: number, error: unknown): void
}

type Waiting = {
  readonly work: Work<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

export function createWorks(): Works {
  const waiting: Waiting[] = []
  return {
    add: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as Waiting['resolve'], reject })
      }),
    size: () => waiting.length,
    next: () => (waiting.length > 0 ? groupOf(waiting.splice(0, AT_ONCE)) : undefined),
    fail(count, error) {
      for (const { reject } of waiting.splice(0, count)) reject(error)
    }
  }
}

function groupOf(works: readonly Waiting[]): Group {
  let outcomes: readonly Result<unknown, unknown>[] = []
  let isApart = false
  return {
    run(tx) {
      if (isApart) {
        outcomes = works.map(({ work }) => attempt(tx, () => done(work(tx))))
        return
      }
      try {
        outcomes = asOne(tx, () => works.map(({ work }) => ok(done(work(tx)))))
      } catch (error) {
        if (toFault(error, '') instanceof DiskFault) throw error
        isApart = true
        throw new OneThrew('one of the works threw', { cause: error })
      }
    },
    settle() {
      for (const [index, { resolve, reject }] of works.entries()) {
        const outcome = outcomes[index]
        if (outcome?.ok) resolve(outcome.value)
        else reject(outcome?.error)
      }
    },
    fail(error) {
      for (const { reject } of works) reject(error)
    }
  }
}

/** A work that waits for something would go on outside of its transaction. */
function done<T>(value: T): T {
  if (value instanceof Promise) throw new TypeError('a work gives its value at once, not a promise')
  return value
}
