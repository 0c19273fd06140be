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

type Entry = { readonly due: number; readonly order: number; readonly work: () => void; isDropped: boolean }

/** `isBusy`: something real is under way, which the time of this clock must wait for. */
export function createScheduler(startAt: number, isBusy: () => boolean = () => false): Scheduler {
  let now = startAt
  let order = 0
  const entries = createHeap()

  async function run(entry: Entry): Promise<void> {
    now = Math.max(now, entry.due)
    entry.work()
    await done()
  }
  async function done(): Promise<void> {
    do await settled()
    while (isBusy())
  }
  return {
    now: () => now,
    at(ms, work) {
      order += 1
      const entry = { due: now + Math.max(0, ms), order, work, isDropped: false }
      entries.push(entry)
      return () => {
        entry.isDropped = true
      }
    },
    leap(ms) {
      now += ms
    },
    async step() {
      const entry = entries.first()
      if (!entry) return false
      entries.dropFirst()
      await run(entry)
      return true
    },
    async forward(ms) {
      const until = now + ms
      for (let entry = entries.first(); entry && entry.due <= until; entry = entries.first()) {
        entries.dropFirst()
        await run(entry)
      }
      now = until
    },
    settled: done
  }
}

/** What is due first stands at the root of a binary heap. */
function createHeap() {
  const heap: Entry[] = []
  const isSooner = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return one !== undefined
    return one.due < other.due || (one.due === other.due && one.order < other.order)
  }
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }
  function dropFirst(): void {
    const last = heap.pop()
    if (last && heap.length > 0) heap[0] = last
    for (let at = 0; ; ) {
      const child = isSooner(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1
      if (child >= heap.length || !isSooner(child, at)) return
      swap(at, child)
      at = child
    }
  }
  return {
    push(entry: Entry): void {
      let at = heap.push(entry) - 1
      while (at > 0 && isSooner(at, (at - 1) >> 1)) {
        swap(at, (at - 1) >> 1)
        at = (at - 1) >> 1
      }
    },
    /** Undefined when nothing is left. */
    first(): Entry | undefined {
      while (heap[0]?.isDropped) dropFirst()
      return heap[0]
    },
    dropFirst
  }
}

/** Every promise that can go on has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
