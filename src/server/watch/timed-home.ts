import type { Home } from '../home/home.ts'

/** How writing goes, for whoever watches. */
export type Writes = {
  /** Asked for and not durable yet. */
  waiting(): number
  /** Called for each once it is durable or has failed, with how long that took (ms). */
  onDone(listener: (ms: number) => void): void
}

/** The same home, and how long its writes take from being asked for to being durable. `mono`: ms of a clock nobody sets. */
export function timedHome(home: Home, mono: () => number): { readonly home: Home; readonly writes: Writes } {
  let waiting = 0
  const listeners: ((ms: number) => void)[] = []
  return {
    home: {
      ...home,
      async write(work) {
        const from = mono()
        waiting += 1
        try {
          return await home.write(work)
        } finally {
          waiting -= 1
          for (const listener of listeners) listener(mono() - from)
        }
      }
    },
    writes: {
      waiting: () => waiting,
      onDone: (listener) => void listeners.push(listener)
    }
  }
}
