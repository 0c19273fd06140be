import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { EngineHost } from '../host/engine-host.ts'
import type { Answer } from '../shared/protocol/bridge.ts'
import { channel } from '../shared/protocol/channel.ts'
import type { Engines } from './engines.ts'
import { portOf } from './http.ts'
import { isProfile } from './profile.ts'
import { isFromConsole } from './same-origin.ts'

type Ack = (answer: Answer<unknown>) => void

/** Carries each tab's questions and commands to its profile's engine, and the engine's news to its tabs. */
export function connectTabs(http: HttpServer, engines: Engines): Server {
  const io = new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    maxHttpBufferSize: 32 * 1024 * 1024,
    allowRequest: (request, done) => done(null, isFromConsole(request, portOf(http)))
  })
  io.use((socket, next) => {
    const profile: unknown = socket.handshake.auth['profile']
    if (!isProfile(profile)) return next(new Error('NoProfile'))
    socket.data.profile = profile
    next()
  })
  io.on('connection', (socket) => {
    const profile = socket.data.profile as string
    const engine = engines.enter(profile)
    if (!engine) return void socket.disconnect(true) // full: the tab goes on trying, and says so meanwhile
    serveTab(socket, engine)
    socket.on('disconnect', () => engines.leave(profile))
  })
  return io
}

function serveTab(socket: Socket, engine: EngineHost): void {
  socket.on(channel.ask, (name: unknown, takes: unknown, ack: unknown) => relay('ask', name, takes, ack))
  socket.on(channel.act, (command: unknown, ack: unknown) => relay('act', 'act', command, ack))
  socket.on(channel.tell, (name: unknown, takes: unknown, ack: unknown) => relay('tell', name, takes, ack))
  const deaf = [
    engine.onChange((change) => socket.emit(channel.change, change)),
    engine.onState((state) => socket.emit(channel.engine, state))
  ]
  socket.on('disconnect', () => {
    for (const end of deaf) end()
  })
  // An engine that is still opening its files answers when it can: no news for a page.
  if (engine.state() !== 'restarting') socket.emit(channel.engine, engine.state())

  function relay(kind: 'ask' | 'act' | 'tell', name: unknown, payload: unknown, ack: unknown): void {
    if (typeof name !== 'string' || name.length > 100 || typeof ack !== 'function') return
    void engine.request(kind, name, payload).then(ack as Ack)
  }
}
