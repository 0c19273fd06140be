import { PROTOCOL } from '../../shared/protocol/sync.ts'
import { DiskFault } from '../../sqlite/fault.ts'
import { type Desk, type Emit, leave, type Seat, type Who } from '../desk.ts'
import { HomeBusy, HomeEnded } from '../home/home.ts'
import { boot } from './boot.ts'
import { part, snap } from './fetch.ts'
import { hello } from './hello.ts'
import { eventTo, knowsFiles, saidTo } from './older.ts'
import { pull, seen } from './pull.ts'
import { push } from './push.ts'

/** The server's end of one console. */
export type ServerSession = {
  /**
   * Answers a message with what belongs into its ack, once everything it says is durable. Messages are taken in the order
   * they came in, each after the answer to the one before. Never rejects: whatever comes in gets a typed answer.
   */
  receive(name: string, payload: unknown): Promise<unknown>
  close(): void
  readonly deviceId: string | null
}

const RETRY_MS = 2_000

/**
 * With so many messages unanswered, of all consoles, these are put off. Who is in the middle of something goes first: newcomers
 * wait before those who fetch, and these before those who have work to hand in.
 */
const MAY_WAIT: Readonly<Record<string, number>> = {
  'sync:hello': 1_000,
  'sync:snap': 1_500,
  'sync:part': 1_500,
  'sync:push': 2_000
}

export function openSession(desk: Desk, who: Who, emit: Emit): ServerSession {
  const toConsole = (name: string, payload: unknown) => saidTo(seat.greeted?.proto ?? PROTOCOL, name, payload)
  const seat: Seat = {
    who,
    emit: (name, payload) => emit(...eventTo(seat.greeted?.proto ?? PROTOCOL, name, payload)),
    greeted: null,
    session: null,
    isClosed: false
  }
  desk.seats.add(seat)
  let last: Promise<unknown> = Promise.resolve()
  return {
    receive(name, payload) {
      const { load } = desk
      if (load.unanswered >= (MAY_WAIT[name] ?? Number.POSITIVE_INFINITY)) {
        const busy = refusal(name, 'BUSY', 'more is asked than can be answered')
        return Promise.resolve({ ...busy, retryAfterMs: RETRY_MS })
      }
      load.unanswered += 1
      const answer = last.then(async () => toConsole(name, await answered(desk, seat, name, payload)))
      last = answer
      return answer.finally(() => {
        load.unanswered -= 1
      })
    },
    close() {
      leave(desk, seat)
    },
    get deviceId() {
      return seat.greeted?.deviceId ?? null
    }
  }
}

async function answered(desk: Desk, seat: Seat, name: string, payload: unknown): Promise<unknown> {
  try {
    return await answer(desk, seat, name, payload)
  } catch (error) {
    return broken(desk, name, error)
  }
}

function answer(desk: Desk, seat: Seat, name: string, payload: unknown): unknown {
  const { greeted } = seat
  if (seat.isClosed) return refusal(name, 'BAD', 'this connection has ended')
  if (name === 'sync:hello') return hello(desk, seat, payload)
  if (!UP.has(name)) return refusal(name, 'BAD', `there is no message called ${name.slice(0, 60)}`)
  if (!greeted) return refusal(name, 'HELLO', 'say hello first')
  if (name === 'sync:push') return push(desk, seat, greeted, payload)
  if (name === 'sync:pull') return pull(desk, seat, greeted, payload)
  if (name === 'sync:boot' && !knowsFiles(greeted.proto)) return boot(desk, seat, greeted, payload)
  if (name === 'sync:snap') return snap(desk, seat, greeted, payload)
  if (name === 'sync:part') return part(desk, seat, greeted, payload)
  return seen(greeted, payload)
}

/** Every message a console may send: the transport listens to these and no other. */
export const UP: ReadonlySet<string> = new Set([
  'sync:hello',
  'sync:push',
  'sync:pull',
  'sync:boot',
  'sync:snap',
  'sync:part',
  'sync:seen'
])

/** The world failed, or we did. Nothing was consumed, so the console tries again later. */
function broken(desk: Desk, name: string, error: unknown): unknown {
  const isDisk = error instanceof DiskFault
  const isHome = error instanceof HomeBusy || error instanceof HomeEnded
  // That the home does not answer is logged once, where it is noticed.
  if (!isHome) desk.report(isDisk ? 'disk.failed' : 'message.broke', { name, error })
  const message = isDisk || isHome ? error.message : 'the server could not do this; it was logged there'
  return { ...refusal(name, 'BUSY', message), retryAfterMs: RETRY_MS }
}

/** A "no" in the shape that the ack of this message has. */
export function refusal(name: string, why: 'BAD' | 'HELLO' | 'BUSY', message: string): object {
  if (name === 'sync:push') return { headOpNo: 0, results: [], stop: why, message }
  return { ok: false, why: name === 'sync:hello' && why === 'HELLO' ? 'BAD' : why, message }
}
