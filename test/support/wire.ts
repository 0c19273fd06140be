import type { Dial } from '../../src/engine/sync/wire.ts'
import type { Core } from '../../src/server/core.ts'
import type { Host } from './host.ts'
import { survive } from './killed.ts'
import type { Scheduler } from './scheduler.ts'

/** How the net behaves; all in ms and shares, asked anew for every message. */
export type Net = {
  delay(): number
  isLost(): boolean
  /** The server gets this message a second time. */
  isDoubled?(): boolean
  /** The console does not get this message of the server (`answer` for an answer), and its line lives on. */
  isUnheard?(name: string): boolean
  /** How long it takes, besides the delay, until a line that was dialled is there, or is known not to be. */
  dialling?(): number
}

/** Who is at one end of a line. */
export type Caller = {
  readonly name: string
  readonly person: { readonly id: string }
  /** Its network is there. */
  online: boolean
  isDead: boolean
  /** The server hears it, and it does not hear the server. */
  isDeaf: boolean
  /** It hears what the server says by itself, and no answers. */
  isUnanswered: boolean
  readonly epoch: number
}

type Line = {
  readonly caller: Caller
  host: Host | undefined
  isOpen: boolean
  dropClient(why: 'lost' | 'refused'): void
  dropServer(): void
}

/** All connections between consoles and hosts. */
export type Wire = {
  /** `pick`: the host a connection comes to; it may be down. */
  dialOf(caller: Caller, pick: () => Host): Dial
  /** The connections of a host end, as their consoles notice after a while. */
  hangUp(host: Host): void
  cut(caller: Caller): void
}

const ANSWER_MS = 20_000

export function makeWire(clock: Scheduler, net: Net): Wire {
  const lines = new Set<Line>()

  function dialOf(caller: Caller, pick: () => Host): Dial {
    const { epoch } = caller
    return (events) => {
      const isMine = (): boolean => caller.epoch === epoch && !caller.isDead
      let toServer = 0
      let toClient = 0
      const waiting = new Set<(error: Error) => void>()
      let session: ReturnType<Core['connect']> | undefined
      const line: Line = {
        caller,
        host: undefined,
        isOpen: true,
        dropClient(why) {
          if (!line.isOpen) return
          line.isOpen = false
          lines.delete(line)
          session?.close()
          for (const reject of waiting) reject(new Error('connection lost'))
          if (isMine()) events.onClose(why)
        },
        dropServer() {
          clock.at(net.delay(), () => line.dropClient('lost'))
        }
      }
      lines.add(line)
      /** Messages of one direction never overtake each other; a cut loses what is on its way. */
      const send = (direction: 'up' | 'down', work: () => void): void => {
        const last = direction === 'up' ? toServer : toClient
        const due = Math.max(clock.now() + net.delay(), last)
        if (direction === 'up') toServer = due
        else toClient = due
        clock.at(due - clock.now(), () => {
          if (line.isOpen && caller.online && !(direction === 'down' && caller.isDeaf)) work()
        })
      }
      clock.at(net.delay() + (net.dialling?.() ?? 0), () => {
        if (!line.isOpen || !isMine()) return
        const host = pick()
        if (!caller.online || !host.isUp) return line.dropClient('lost')
        line.host = host
        session = host.core.connect(
          { personId: caller.person.id as never, tokenId: `token-${caller.name}` },
          (name, payload) => {
            if (net.isUnheard?.(name)) return
            const copy = structuredClone(payload)
            send('down', () => isMine() && survive(() => events.onEvent(name, copy)))
          }
        )
        events.onOpen()
      })
      return {
        request: (name, payload) =>
          new Promise((resolve, reject) => {
            const copy = structuredClone(payload)
            waiting.add(reject)
            clock.at(ANSWER_MS, () => reject(new Error('no answer in time')))
            send('up', () => {
              const { host } = line
              if (!session || !host?.isUp) return
              if (net.isLost()) return line.dropServer()
              const upSession = session
              const { core } = host
              if (net.isDoubled?.()) void upSession.receive(name, structuredClone(payload))
              void upSession.receive(name, copy).then((given) => {
                // An answer of a server that died meanwhile was never sent.
                if (host.core !== core || !host.isUp) return
                const answer = structuredClone(given)
                // The answer is lost, though the work is done: the classic.
                if (net.isLost()) return line.dropServer()
                if (caller.isUnanswered || net.isUnheard?.('answer')) return
                send('down', () => {
                  waiting.delete(reject)
                  if (isMine()) resolve(answer)
                })
              })
            })
          }),
        tell: (name, payload) => send('up', () => void session?.receive(name, structuredClone(payload))),
        close: () => {
          if (!line.isOpen) return
          line.isOpen = false
          lines.delete(line)
          session?.close()
          for (const reject of waiting) reject(new Error('connection closed'))
        }
      }
    }
  }
  return {
    dialOf,
    hangUp(host) {
      for (const line of [...lines]) if (line.host === host) line.dropServer()
    },
    cut(caller) {
      for (const line of [...lines]) if (line.caller === caller) line.dropClient('lost')
    }
  }
}
