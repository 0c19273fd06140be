import type { Writer } from '../../sqlite/db.ts'
import type { Home } from '../home/home.ts'
import { putProbe } from '../log/meta.ts'

/** Facts that nobody was told of for so long: consoles would stand still here. */
const LAG_MS = 5_000
const PROBE_MS = 2_000
/** Anybody may ask, and each look costs a write: more often is answered with what was found last. */
const LOOK_AGAIN_MS = 1_000

/** Why this server should not get consoles now; all true: it should. */
export type Ready = {
  readonly ok: boolean
  /** Its database answers reads and takes writes. */
  readonly home: boolean
  /** What was committed has been told. */
  readonly tail: boolean
  /** It is not about to end. */
  readonly staying: boolean
  /** What its home says about it, if that is the matter. */
  readonly why?: string
}

export type Health = {
  /** Facts were committed, and consoles are to be told. */
  dirty(): void
  /** They were. */
  flushed(): void
  /** For how long facts have waited to be told, in ms. */
  lagMs(): number
  /** From now on it sends its consoles away. */
  drain(): void
  ready(): Promise<Ready>
}

/** `mono`: ms of a clock nobody sets. A database that is open is migrated, for it does not open otherwise. */
export function makeHealth(home: Home, mono: () => number): Health {
  let dirtySince: number | null = null
  let isDraining = false
  let looked: { readonly at: number; readonly found: Promise<boolean> } | undefined
  function reaches(): Promise<boolean> {
    if (!looked || mono() - looked.at >= LOOK_AGAIN_MS)
      looked = { at: mono(), found: isReachable(home, mono()) }
    return looked.found
  }
  const lagMs = (): number => (dirtySince === null ? 0 : mono() - dirtySince)
  return {
    dirty() {
      dirtySince ??= mono()
    },
    flushed() {
      dirtySince = null
    },
    lagMs,
    drain() {
      isDraining = true
    },
    async ready() {
      const [isThere, tail] = [await reaches(), lagMs() <= LAG_MS]
      const status = home.status()
      const why = status.ready ? {} : { why: status.why }
      return { ok: isThere && tail && !isDraining, home: isThere, tail, staying: !isDraining, ...why }
    }
  }
}

/** A transaction with nothing in it gets through on a full disk. On a shared home one is enough: it asks the database for its turn. */
async function isReachable(home: Home, at: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS)
  })
  try {
    home.db.prepare('SELECT 1').get()
    return await Promise.race([home.write((tx) => written(home, tx, at)), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

function written({ isShared }: Home, tx: Writer, at: number): true {
  if (!isShared) putProbe(tx, at)
  return true
}
