/** What can be undone and redone. `key`: what the latest change was about; changes to one thing in a row are one step. */
export type History<T> = {
  readonly past: readonly T[]
  readonly now: T
  readonly future: readonly T[]
  readonly key: string | null
}

/** How far back undo reaches. */
const MOST = 200

export function beginHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], key: null }
}

/** A change. With the key of the change before it is the same step: a word typed letter by letter is undone at once. */
export function record<T>(history: History<T>, next: T, key: string | null = null): History<T> {
  if (next === history.now) return history
  const isSame = key !== null && key === history.key
  const past = isSame ? history.past : [...history.past, history.now].slice(-MOST)
  return { past, now: next, future: [], key }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  const { past, now, future } = history
  return { past: past.slice(0, -1), now: before, future: [now, ...future], key: null }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.now], now: next, future, key: null }
}
