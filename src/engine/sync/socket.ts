import { io } from 'socket.io-client'
import type { Dial, Ending } from './wire.ts'

const ANSWER_MS = 20_000
/** How a websocket is closed over a message that is too big (RFC 6455). */
const TOO_BIG = 1009

/**
 * The real wire: Socket.IO, websocket only. Its own retries and recovery stay off: the outbox and the cursor do that work,
 * and reconnecting is the sync's business, with its jitter.
 */
export function socketDial(server: string, token: string): Dial {
  return (events) => {
    const socket = io(server, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      timeout: 10_000,
      auth: { token }
    })
    let ended = false
    const end = (why: Ending): void => {
      if (ended) return
      ended = true
      socket.close()
      events.onClose(why)
    }
    socket.on('connect', () => events.onOpen())
    socket.on('disconnect', (_reason, details) => end(isTooBig(details) ? 'tooLarge' : 'lost'))
    socket.on('connect_error', (error) => end(error.message === 'AUTH' ? 'refused' : 'lost'))
    socket.onAny((name: string, payload: unknown) => {
      if (!ended) events.onEvent(name, payload)
    })
    return {
      request: (name, payload) =>
        new Promise((resolve, reject) => {
          socket.timeout(ANSWER_MS).emit(name, payload, (error: Error | null, answer: unknown) => {
            if (!error) return resolve(answer)
            reject(error)
            end('lost')
          })
        }),
      tell: (name, payload) => void socket.volatile.emit(name, payload),
      close: () => {
        ended = true
        socket.close()
      }
    }
  }
}

/** What the socket knows of its end: the close event of the transport under it, if there was one. */
function isTooBig(details: unknown): boolean {
  const { context } = (details ?? {}) as { context?: { code?: unknown } }
  return context?.code === TOO_BIG
}
