/** Virtual time: work is done in the order of its hour, and of equal hours in the order it was asked for. */
export type Scheduler = {
  now(): number
  at(ms: number, work: () => void): () => void
  /** Runs what is due next, with the promises it leads to; false when nothing is left. */
  step(): Promise<boolean>
  /** Moves time on, running all that falls due. */
  forward(ms: number): Promise<void>
  /** So much time passes in which nothing runs, as while a machine sleeps; what fell due runs after it. */
  leap(ms: number): void
  /** Everything that was begun has ended, without time moving on. */
  settled(): Promise<void>
}

type Entry = { readonly due: number; readonly order: number; readonly work: () => void }

/** `isBusy`: something real is under way, which the time of this clock must wait for. */
export function createScheduler(startAt: number, isBusy: () => boolean = () => false): Scheduler {
  let now = startAt
  let order = 0
  const entries: Entry[] = []

  async function run(entry: Entry): Promise<void> {
    now = Math.max(now, entry.due)
    entry.work()
    await done()
  }
  async function done(): Promise<void> {
    do await settled()
    while (isBusy())
  }
  function next(): Entry | undefined {
    let best: Entry | undefined
    for (const entry of entries)
      if (!best || entry.due < best.due || (entry.due === best.due && entry.order < best.order)) best = entry
    return best
  }
  function remove(entry: Entry): void {
    const index = entries.indexOf(entry)
    if (index >= 0) entries.splice(index, 1)
  }
  return {
    now: () => now,
    at(ms, work) {
      order += 1
      const entry = { due: now + Math.max(0, ms), order, work }
      entries.push(entry)
      return () => remove(entry)
    },
    leap(ms) {
      now += ms
    },
    async step() {
      const entry = next()
      if (!entry) return false
      remove(entry)
      await run(entry)
      return true
    },
    async forward(ms) {
      const until = now + ms
      for (let entry = next(); entry && entry.due <= until; entry = next()) {
        remove(entry)
        await run(entry)
      }
      now = until
    },
    settled: done
  }
}

/** Every promise that can go on has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
