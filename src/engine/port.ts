import { GOODBYE } from '../shared/protocol/goodbye.ts'

/** The one message API the engine sees, whoever started it. */
export type EnginePort = {
  readonly kind: 'utility' | 'node'
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** The host is gone or wants a clean end: close the files and exit. Heard once. */
  onClose(listener: () => void): void
}

/** What is used of Electron's parentPort, declared here so that the engine needs no Electron types. */
type UtilityPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** Finds the way back to the host: Electron's utilityProcess sets parentPort, child_process.fork sets send. */
export function parentPort(): EnginePort {
  const utility = (process as unknown as { readonly parentPort?: UtilityPort }).parentPort
  if (utility) return utilityPort(utility)
  if (process.send) return nodePort()
  throw new Error('The engine was not started by the console')
}

function utilityPort(utility: UtilityPort): EnginePort {
  return {
    kind: 'utility',
    send: (message) => utility.postMessage(message),
    onMessage: (listener) => utility.on('message', ({ data }) => data !== GOODBYE && listener(data)),
    onClose: (listener) => {
      const close = once(listener)
      utility.on('message', ({ data }) => data === GOODBYE && close())
    }
  }
}

function nodePort(): EnginePort {
  return {
    kind: 'node',
    // After a disconnect nobody is there to hear it, and sending would throw.
    send: (message) => process.connected && process.send?.(message),
    onMessage: (listener) => process.on('message', (message) => message !== GOODBYE && listener(message)),
    onClose: (listener) => {
      const close = once(listener)
      process.on('message', (message) => message === GOODBYE && close())
      process.on('disconnect', close)
      process.on('SIGTERM', close)
      // Ctrl+C reaches every process of the terminal; the host hears it too and says goodbye in order.
      process.on('SIGINT', () => {})
    }
  }
}

function once(listener: () => void): () => void {
  let heard = false
  return () => {
    if (heard) return
    heard = true
    listener()
  }
}
