import { timeSeen } from '../../shared/protocol/offline-grant.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import { findMeta, getNumber, putMeta } from './meta.ts'

/** The time by which a grant ends. It never goes back, whatever is done to this machine's clock (EN41). */
export type SeenTime = {
  /** Now, by the server's clock as far as this machine can know. */
  now(): number
  /** Remembers how late it is, in the caller's transaction. */
  keep(tx: Writer): void
  /** The server has said what time it is, and that is stored: it counts, also when this machine believed it was later. */
  trust(): void
}

export type Clocks = { readonly db: Db; readonly now: () => number; readonly mono: () => number }

export function createSeenTime({ db, now, mono }: Clocks): SeenTime {
  const clock = (): number => now() + getNumber(db, 'clockOffsetMs')
  let from = { mark: Math.max(clock(), findMeta(db, 'timeMark') ?? 0), mono: mono() }
  const seen = (): number => timeSeen(clock(), mono(), from)
  return {
    now: seen,
    keep(tx) {
      const mark = seen()
      putMeta(tx, 'timeMark', mark)
      from = { mark, mono: mono() }
    },
    trust() {
      from = { mark: findMeta(db, 'timeMark') ?? 0, mono: mono() }
    }
  }
}
