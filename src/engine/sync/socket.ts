import { io } from 'socket.io-client'
import type { Dial } from './wire.ts'

const ANSWER_MS = 20_000

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
    const end = (why: 'lost' | 'refused'): void => {
      if (ended) return
      ended = true
      socket.close()
      events.onClose(why)
    }
    socket.on('connect', () => events.onOpen())
    socket.on('disconnect', () => end('lost'))
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
