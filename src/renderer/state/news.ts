import type { Change, EngineState } from '../../shared/protocol/bridge.ts'
import { bridge } from '../bridge.ts'

export type News = { readonly kind: 'change'; readonly change: Change } | { readonly kind: 'up' }

const listeners = new Set<(news: News) => void>()
const stateListeners = new Set<(state: EngineState) => void>()
let listening = false

/** One ear for the whole page: what changed, and that the engine can answer again, after which nothing old counts. */
export function onNews(listener: (news: News) => void): () => void {
  listen()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function onEngineState(listener: (state: EngineState) => void): () => void {
  listen()
  stateListeners.add(listener)
  return () => void stateListeners.delete(listener)
}

function listen(): void {
  if (listening) return
  listening = true
  bridge.onChange((change) => spread({ kind: 'change', change }))
  bridge.onEngine((state) => {
    for (const listener of [...stateListeners]) listener(state)
    if (state === 'up') spread({ kind: 'up' })
  })
}

function spread(news: News): void {
  for (const listener of [...listeners]) listener(news)
}
