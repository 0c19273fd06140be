import { connect, createServer, type Socket } from 'node:net'

/**
 * What a line does. `still`: open, and nothing gets through either way; `mute`: nothing from who called; `deaf`: nothing to them;
 * `slow`: a few bytes at a time; `late`: everything a while later; `behind`: what the caller says, and longer; `shut`: nobody gets through at all.
 */
export type Weather = 'clear' | 'still' | 'mute' | 'deaf' | 'slow' | 'late' | 'behind' | 'shut'

/** A TCP line through which somebody reaches somebody, and what can happen to it. */
export type Line = {
  readonly port: number
  /** How many connections ended through us. */
  readonly cuts: number
  set(weather: Weather): void
  /** Ends all connections there are, as a broken cable: nobody says goodbye. */
  cut(): void
  /** Ends all connections after so many bytes more, be it in the middle of a message. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

const SLOW_BYTES = 24
const SLOW_MS = 3
const LATE_MS = 400
const BEHIND_MS = 600
const FULL = 256 * 1024

/** Opens a line. `target`: the port behind it, chosen anew for each connection. */
export async function openLine(target: () => number): Promise<Line> {
  const state = { weather: 'clear' as Weather, bytesLeft: Number.POSITIVE_INFINITY, cuts: 0 }
  const pairs = new Set<Pair>()
  type Pair = { readonly flows: readonly Flow[]; end(): void }

  const server = createServer({ noDelay: true }, (caller) => {
    if (state.weather === 'shut') return void caller.resetAndDestroy()
    const called = connect({ port: target(), host: '127.0.0.1', noDelay: true })
    const pair: Pair = {
      flows: [flow(caller, called, 'mute'), flow(called, caller, 'deaf')],
      end() {
        pairs.delete(pair)
        for (const side of [caller, called]) side.destroyed || side.resetAndDestroy()
      }
    }
    pairs.add(pair)
    for (const side of [caller, called]) {
      side.on('error', pair.end)
      side.on('close', pair.end)
    }
  })

  type Flow = { pump(): void }
  /** One direction, in order whatever the weather does meanwhile. */
  function flow(from: Socket, to: Socket, stoppedBy: Weather): Flow {
    const queue: { bytes: Buffer; readonly dueAt: number }[] = []
    let waiting: NodeJS.Timeout | undefined
    let size = 0
    from.on('data', (bytes) => {
      size += bytes.length
      if (size > FULL) from.pause()
      queue.push({ bytes, dueAt: performance.now() + delay() })
      pump()
    })
    function delay(): number {
      if (state.weather === 'late') return LATE_MS
      return state.weather === 'behind' && stoppedBy === 'mute' ? BEHIND_MS : 0
    }
    function pump(): void {
      clearTimeout(waiting)
      waiting = undefined
      for (let [next] = queue; next; [next] = queue) {
        const { weather } = state
        if (weather === 'still' || weather === 'shut' || weather === stoppedBy) return
        const early = next.dueAt - performance.now()
        if (early > 0 && delay() > 0) {
          waiting = setTimeout(pump, early)
          return
        }
        const wanted = weather === 'slow' ? SLOW_BYTES : next.bytes.length
        const sent = next.bytes.subarray(0, Math.min(wanted, state.bytesLeft))
        if (!to.destroyed) to.write(sent)
        size -= sent.length
        state.bytesLeft -= sent.length
        if (sent.length === next.bytes.length) queue.shift()
        else next.bytes = next.bytes.subarray(sent.length)
        if (state.bytesLeft <= 0) return void setImmediate(cut)
        if (weather === 'slow') {
          waiting = setTimeout(pump, SLOW_MS)
          return
        }
      }
      if (size < FULL) from.resume()
    }
    return { pump }
  }

  function cut(): void {
    state.bytesLeft = Number.POSITIVE_INFINITY
    state.cuts += pairs.size
    for (const pair of [...pairs]) pair.end()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no address')
  return {
    port: address.port,
    get cuts() {
      return state.cuts
    },
    set(weather) {
      state.weather = weather
      for (const { flows } of pairs) for (const one of flows) one.pump()
    },
    cut,
    cutAfter(bytes) {
      state.bytesLeft = bytes
    },
    close() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    }
  }
}
