import type { Reader, Writer } from '../../sqlite/db.ts'

/** A transaction that stands or falls as one: what was read in it, and what is written once at its end. */
type One = { readonly slots: Map<object, unknown>; readonly ends: (() => void)[] }

const open = new WeakMap<Reader, One>()

/**
 * Does `work` as one: nothing in it can be taken back alone (attempt.ts), so whatever it throws, the caller has to take back the
 * whole transaction. For that what is read in it may be remembered, and what changes again and again be written once.
 */
export function asOne<T>(tx: Writer, work: () => T): T {
  const one: One = { slots: new Map(), ends: [] }
  open.set(tx, one)
  try {
    const value = work()
    for (const end of one.ends) end()
    return value
  } finally {
    open.delete(tx)
  }
}

export function isOne(tx: Reader): boolean {
  return open.has(tx)
}

/**
 * A place for what is remembered for as long as a transaction stands as one; undefined in any other, and outside. Whoever
 * writes what is remembered there says so to it. `end`: called once before the commit, when the place was used at all.
 */
export function remembered<T>(
  make: () => T,
  end?: (tx: Writer, made: T) => void
): (db: Reader) => T | undefined {
  const name = {}
  return (db) => {
    const one = open.get(db)
    if (!one) return undefined
    const known = one.slots.get(name)
    if (known !== undefined) return known as T
    const made = make()
    one.slots.set(name, made)
    // Only a writer's transaction stands as one.
    if (end) one.ends.push(() => end(db as Writer, made))
    return made
  }
}
