import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { hashPassword } from '../../src/server/auth/password.ts'
import { makeTokens, type Tokens } from '../../src/server/auth/tokens.ts'
import { type RunningServer, startServer } from '../../src/server/index.ts'
import { markDemo } from '../../src/server/log/meta.ts'
import { putLogin } from '../../src/server/log/people.ts'
import { PersonId } from '../../src/shared/lib/ids.ts'
import { matrix, people } from './cases.ts'
import { isOnPostgres, newWorkspace } from './places.ts'

/** A server on a port of its own with the people and the matrix of the tests. `log`: what it logged, by event. */
export type LiveServer = RunningServer & {
  readonly data: string
  readonly tokens: Tokens
  readonly clock: { ahead: number }
  readonly log: Record<string, unknown>[]
  call(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
    forwardedFor?: string
  ): Promise<{ status: number; body: unknown; headers: Headers }>
  socket(token: string): Socket
  setPassword(personId: string, email: string, password: string): Promise<void>
  /** Ends the server, as a signal would, while its sockets are still open. */
  end(): Promise<void>
}

export async function liveServer({ demo = false, proxy = '', watched = false } = {}): Promise<LiveServer> {
  const data = mkdtempSync(path.join(tmpdir(), 'tierline-server-'))
  const log: Record<string, unknown>[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(JSON.parse(line)) })
  const clock = { ahead: 0 }
  const now = () => Date.now() + clock.ahead
  const running = await startServer({
    data,
    host: '127.0.0.1',
    port: 0,
    ...(isOnPostgres && { database: newWorkspace() }),
    logger,
    now,
    ...(proxy && { proxy }),
    ...(watched && { watch: { host: '127.0.0.1', port: 0 } })
  })
  const { core, home, url } = running
  if (demo) await home.write((tx) => markDemo(tx))
  await Promise.all(people.map((person) => core.putPerson(person)))
  await core.publishMatrix(matrix(), 'ada')
  const sockets: Socket[] = []
  let ending: Promise<void> | undefined
  const end = (): Promise<void> => {
    ending ??= running.stop()
    return ending
  }
  return {
    ...running,
    data,
    log,
    clock,
    tokens: makeTokens(home, now, () => undefined),
    async call(method, where, body, token, forwardedFor) {
      const isBytes = body instanceof Uint8Array
      const headers: Record<string, string> = {}
      if (forwardedFor) headers['x-forwarded-for'] = forwardedFor
      if (token) headers['authorization'] = `Bearer ${token}`
      if (body !== undefined)
        headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
      const content = body === undefined ? null : isBytes ? new Uint8Array(body) : JSON.stringify(body)
      const reply = await fetch(new URL(where, url), { method, headers, body: content })
      return { status: reply.status, body: await reply.json(), headers: reply.headers }
    },
    socket(token) {
      const socket = io(url, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { token }
      })
      sockets.push(socket)
      return socket
    },
    async setPassword(personId, email, password) {
      const hash = await hashPassword(password)
      await home.write((tx) => putLogin(tx, PersonId.parse(personId), email, hash))
    },
    end,
    async stop() {
      for (const socket of sockets) socket.close()
      await end()
      rmSync(data, { recursive: true, force: true })
    }
  }
}

/** What comes with the next event of this name. */
export function heard(socket: Socket, name: string): Promise<unknown[]> {
  return new Promise((resolve) => socket.once(name, (...sent: unknown[]) => resolve(sent)))
}
