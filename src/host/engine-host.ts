import type { Answer, EngineState } from '../shared/protocol/bridge.ts'
import type { EnginePush, EngineReply, EngineRequest } from '../shared/protocol/engine.ts'
import type { EngineProcess } from './engine-process.ts'

/** One engine kept alive for one window or one browser profile. */
export type EngineHost = {
  request(kind: EngineRequest['kind'], name: string, payload: unknown): Promise<Answer<unknown>>
  onChange(listener: (change: unknown) => void): () => void
  onState(listener: (state: EngineState) => void): () => void
  state(): EngineState
  /** Ends the engine cleanly, or after two seconds without asking. It is not started again. */
  stop(): Promise<void>
}

type Waiting = { readonly message: EngineRequest; readonly done: (answer: Answer<unknown>) => void }

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** An engine that has not opened its files by then never will. */
const READY_MS = 60_000
/** One that has lived this long did not crash because of how it was started: the pauses begin again. */
const STEADY_MS = 60_000
const GOODBYE_MS = 2000

const engineDown: Answer<unknown> = {
  ok: false,
  fault: { name: 'EngineDown', message: 'The local engine stopped. It is being started again.' }
}

/**
 * Starts an engine, matches replies to requests, and starts it again when it dies, with growing pauses.
 *
 *   restarting --ready--> up --exit--> down --pause--> restarting
 *
 * While it is down a request is answered at once; while it opens its files a request waits for it.
 */
export function keepEngine(start: () => EngineProcess): EngineHost {
  const changeListeners = new Set<(change: unknown) => void>()
  const stateListeners = new Set<(state: EngineState) => void>()
  const waiting = new Map<number, Waiting>()
  let state: EngineState = 'restarting'
  let engine: EngineProcess | undefined
  let nextId = 1
  let pauseMs = FIRST_PAUSE_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped: (() => void) | undefined
  let stopping: Promise<void> | undefined

  run()

  return {
    request: (kind, name, payload) => {
      if (!engine || stopped) return Promise.resolve(engineDown)
      const running = engine
      return new Promise((done) => {
        const message: EngineRequest = { id: nextId++, kind, name, payload }
        waiting.set(message.id, { message, done })
        if (state === 'up') running.send(message)
      })
    },
    onChange: (listener) => subscribe(changeListeners, listener),
    onState: (listener) => subscribe(stateListeners, listener),
    state: () => state,
    stop: () => {
      stopping ??= stop()
      return stopping
    }
  }

  function run(): void {
    become('restarting')
    const running = start()
    engine = running
    timer = setTimeout(() => running.kill(), READY_MS)
    running.onMessage(hear)
    running.onExit(bury)
  }

  function hear(message: unknown): void {
    const said = message as EngineReply | EnginePush
    if ('push' in said) {
      if (said.push === 'ready') open()
      else for (const listener of changeListeners) listener(said.change)
      return
    }
    const request = waiting.get(said.id)
    waiting.delete(said.id)
    request?.done(said.ok ? { ok: true, value: said.value } : { ok: false, fault: said.fault })
  }

  function open(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      pauseMs = FIRST_PAUSE_MS
    }, STEADY_MS)
    become('up')
    for (const { message } of waiting.values()) engine?.send(message)
  }

  function bury(): void {
    clearTimeout(timer)
    engine = undefined
    for (const { done } of waiting.values()) done(engineDown)
    waiting.clear()
    become('down')
    if (stopped) stopped()
    else startAgain()
  }

  function startAgain(): void {
    timer = setTimeout(run, pauseMs)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }

  function become(next: EngineState): void {
    if (state === next) return
    state = next
    for (const listener of stateListeners) listener(next)
  }

  function stop(): Promise<void> {
    clearTimeout(timer)
    return new Promise((done) => {
      const running = engine
      stopped = done
      if (!running) return done()
      running.end()
      timer = setTimeout(() => running.kill(), GOODBYE_MS)
    })
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
