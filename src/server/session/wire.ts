import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { PersonId } from '../../shared/lib/ids.ts'
import { readAs } from '../../shared/lib/read-as.ts'
import { FreshToken, LIMITS, type Renewed } from '../../shared/protocol/sync.ts'
import type { Tokens } from '../auth/tokens.ts'
import { makeBucket } from '../bucket.ts'
import type { Core } from '../core.ts'
import type { Report, Who } from '../desk.ts'
import type { Metrics } from '../watch/metrics.ts'
import { frameParser } from './frame-parser.ts'
import { refusal, UP } from './session.ts'

type Ack = (answer: unknown) => void

/** A console may say so much at once, and so much a second from then on. */
const BURST = 300
const PER_SECOND = 100

/** The sockets of the consoles. Their own retries and recovery stay off: outbox and cursor do that work. */
export function openWire(
  http: HttpServer,
  core: Core,
  tokens: Tokens,
  now: () => number,
  report: Report,
  metrics: Pick<Metrics, 'answered'>
): Server {
  const io = new Server(http, {
    transports: ['websocket'],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    parser: frameParser,
    maxHttpBufferSize: LIMITS.message
  })
  io.use((socket, next) => {
    const token: unknown = socket.handshake.auth['token']
    const answer = typeof token === 'string' && token.length <= 200 ? tokens.find(token) : undefined
    Promise.resolve(answer).then(
      (kept) => {
        if (kept?.kind !== 'person') return next(new Error('AUTH'))
        socket.data = { personId: PersonId.parse(kept.holder), tokenId: kept.hash } satisfies Who
        next()
      },
      // Whether the token is good cannot be said now: that is no reason to sign anybody out.
      () => next(new Error('BUSY'))
    )
  })
  io.on('connection', (socket) => serve(socket, core, tokens, now, report, metrics))
  io.engine.on('connection_error', (error: { code?: number; message?: string }) =>
    report('socket.refused', { code: error.code, message: error.message })
  )
  return io
}

/** The same token once more, from who is here with it: then the sign-in goes on (SV86). */
function renewed(tokens: Tokens, who: Who, payload: unknown): Renewed {
  const parsed = readAs(FreshToken, payload)
  return { ok: parsed.success && tokens.use(parsed.data.token)?.hash === who.tokenId }
}

function serve(
  socket: Socket,
  core: Core,
  tokens: Tokens,
  now: () => number,
  report: Report,
  metrics: Pick<Metrics, 'answered'>
): void {
  const who = socket.data as Who
  const bucket = makeBucket(BURST, PER_SECOND)
  const session = core.connect(who, (name, payload) => {
    socket.emit(name, payload)
    // What was said last must still go out before the line is cut.
    if (name === 'sync:bye') setImmediate(() => socket.disconnect(true))
  })
  socket.onAny((name: string, ...sent: unknown[]) => {
    const ack = sent.findLast((one): one is Ack => typeof one === 'function') ?? (() => undefined)
    const waitMs = bucket.take(now())
    if (waitMs > 0) return ack({ ...refusal(name, 'BUSY', 'too many messages'), retryAfterMs: waitMs })
    const [payload] = sent
    if (name === 'auth:token') return ack(renewed(tokens, who, payload))
    const from = performance.now()
    void session.receive(UP.has(name) ? name : String(name), payload).then((answer) => {
      ack(answer)
      metrics.answered(name, performance.now() - from, answer)
    })
  })
  socket.on('disconnect', (reason, details) => {
    session.close()
    const why = details instanceof Error ? details.message : undefined
    report('socket.ended', {
      personId: who.personId,
      deviceId: session.deviceId,
      reason,
      ...(why ? { why } : {})
    })
  })
}
