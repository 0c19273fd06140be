import { io, type Socket } from 'socket.io-client'
import type { Bridge } from '../shared/protocol/bridge.ts'
import { channel } from '../shared/protocol/channel.ts'

declare global {
  interface Window {
    /** The preload's, inside Electron. */
    readonly bridge?: Bridge
  }
}

const PROFILE_KEY = 'tierline.profile'
const AGAIN_MS = 1000

const engineDown = {
  ok: false,
  fault: { name: 'EngineDown', message: 'The console cannot reach its engine.' }
} as const

/** The way to the engine: the preload's in Electron, a socket to the web host in a browser tab. */
export const bridge: Bridge = window.bridge ?? browserBridge()

function browserBridge(): Bridge {
  const socket = io({ transports: ['websocket'], auth: { profile: profile() }, reconnectionDelayMax: 2000 })
  // The first request waits for the first connection, or for its failure.
  const tried = new Promise<void>((done) => {
    socket.once('connect', done)
    socket.once('connect_error', () => done())
  })
  insist(socket)

  return {
    ask: (name, takes) => request(channel.ask, name, takes),
    act: (command) => request(channel.act, command),
    tell: (name, takes) => request(channel.tell, name, takes),
    onChange: (listener) => hear(channel.change, listener),
    onEngine: (listener) => {
      const lost = (): void => listener('down')
      socket.on('disconnect', lost)
      const deaf = hear(channel.engine, listener)
      return () => {
        socket.off('disconnect', lost)
        deaf()
      }
    },
    host: { kind: 'browser', platform: navigator.platform }
  }

  async function request<T>(name: string, ...args: unknown[]): Promise<T> {
    await tried
    if (!socket.connected) return engineDown as T
    try {
      return await socket.emitWithAck(name, ...args)
    } catch {
      return engineDown as T // the connection was lost before the answer came
    }
  }

  function hear<T>(name: string, listener: (news: T) => void): () => void {
    const heard = (news: unknown): void => listener(news as T)
    socket.on(name, heard)
    return () => void socket.off(name, heard)
  }
}

/** The host turns a tab away while it is full or the profile's last engine is closing: ask again. */
function insist(socket: Socket): void {
  const again = (): void => {
    if (!socket.active) setTimeout(() => socket.connect(), AGAIN_MS)
  }
  socket.on('connect_error', again)
  socket.on('disconnect', again)
}

/** Names this browser profile's engine and its files; made once, known to nobody else. */
function profile(): string {
  const known = localStorage.getItem(PROFILE_KEY)
  if (known) return known
  const made = crypto.randomUUID()
  localStorage.setItem(PROFILE_KEY, made)
  return made
}
