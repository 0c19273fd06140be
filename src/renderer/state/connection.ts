import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import type { EngineState } from '../../shared/protocol/bridge.ts'
import type { Connection } from '../../shared/protocol/views.ts'
import { answerStore } from './answer-store.ts'
import { tell } from './bridge-call.ts'
import { onEngineState } from './news.ts'

const connection = answerStore('connection.get', ['connection', 'outbox', 'counts', 'session'])

/** How this machine stands with its server; undefined until the engine has said. */
export function useConnection(): Connection | undefined {
  return connection.useStore((state) => state.value)
}

const useEngineStore = create<{ readonly state: EngineState }>(() => ({ state: 'up' }))

/** Whether this machine's own engine can answer. */
export function useEngineState(): EngineState {
  return useEngineStore((store) => store.state)
}

export function startConnection(): void {
  connection.start()
  onEngineState((state) => useEngineStore.setState({ state }))
}

/** Tries to reach the server at once. */
export const syncNow = () => tell('sync.now', {})

/** What the server's clock says now, as far as this machine knows. */
export function serverNow(): number {
  return Date.now() + (connection.useStore.getState().value?.clockOffsetMs ?? 0)
}

const SECOND = 1000
const tickers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** The server's clock, drawn anew every `everyMs`: a second, or a minute where nobody counts seconds. */
export function useServerNow(everyMs: number = SECOND): number {
  return useSyncExternalStore(tick, () => Math.floor(serverNow() / everyMs) * everyMs)
}

/** One timer for all; it rests while nobody looks at a clock. */
function tick(ticker: () => void): () => void {
  tickers.add(ticker)
  timer ??= setInterval(() => {
    for (const one of [...tickers]) one()
  }, SECOND)
  return () => {
    tickers.delete(ticker)
    if (tickers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
