/**
 * One connection to the server, as bytes: what Socket.IO's own client would refuse to send can be sent, and nothing is sent again
 * or put right behind our back.
 */
export type Line = {
  /** Whether messages still go through. */
  readonly isOpen: boolean
  /** What the server said unasked, by name; kept until it is taken. */
  takeHeard(): { readonly name: string; readonly payload: unknown }[]
  /** Sends a message and gives what came into its ack; `undefined` when the connection ended first. */
  ask(name: string, payload: unknown): Promise<unknown>
  /** The text of a message, with the number of its ack. */
  textOf(name: unknown, sent: readonly unknown[], ack?: number): string
  nextAck(): number
  /** Waits for that ack; `undefined` when the connection ended first. */
  answerTo(ack: number): Promise<unknown>
  /** Sends anything at all. */
  raw(sent: string | Uint8Array<ArrayBuffer>): void
  /** Resolves once the connection has ended. */
  readonly ended: Promise<void>
  close(): void
}

/** How a try to connect ended: a line, or the reason why not. */
export type Dialled = { readonly line: Line } | { readonly refused: string }

/** Longer than this nobody waits for an answer: then there is none. */
export const PATIENCE_MS = 20_000

/** Connects with what a console would say of itself (`auth`). */
export function dial(url: string, auth: unknown): Promise<Dialled> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  const waiting = new Map<number, (answer: unknown) => void>()
  let heard: { name: string; payload: unknown }[] = []
  let acks = 0
  let isOpen = false
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const line: Line = {
    get isOpen() {
      return isOpen
    },
    takeHeard() {
      const all = heard
      heard = []
      return all
    },
    ask(name, payload) {
      const ack = line.nextAck()
      const answer = line.answerTo(ack)
      line.raw(line.textOf(name, [payload], ack))
      return answer
    },
    textOf: (name, sent, ack) => `42${ack ?? ''}${JSON.stringify([name, ...sent])}`,
    nextAck: () => ++acks,
    answerTo: (ack) =>
      isOpen ? new Promise((resolve) => waiting.set(ack, resolve)) : Promise.resolve(undefined),
    raw(sent) {
      if (socket.readyState === WebSocket.OPEN) socket.send(sent)
    },
    ended,
    close: () => socket.close()
  }
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('nobody answers at the door')), PATIENCE_MS)
    const settle = (dialled: Dialled): void => {
      clearTimeout(patience)
      resolve(dialled)
    }
    let binary: { text: string; missing: number; parts: Uint8Array[] } | undefined
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) return attached(new Uint8Array(data))
      const said = String(data)
      if (said.startsWith('0')) socket.send(`40${JSON.stringify(auth ?? {})}`)
      else if (said === '2') socket.send('3')
      else if (said.startsWith('40')) {
        isOpen = true
        settle({ line })
      } else if (said.startsWith('44')) {
        settle({ refused: said.slice(2) })
        socket.close()
      } else if (said.startsWith('43')) answered(said)
      else if (said.startsWith('46')) {
        const [, missing = '', rest = ''] = /^46(\d+)-(.*)$/s.exec(said) ?? []
        binary = { text: `43${rest}`, missing: Number(missing), parts: [] }
      } else if (said.startsWith('42')) {
        const [name, payload] = JSON.parse(said.slice(2)) as [string, unknown]
        heard.push({ name, payload })
      }
    }
    function answered(said: string, parts: readonly Uint8Array[] = []): void {
      const [, ack = '', sent = ''] = /^43(\d+)(.*)$/s.exec(said) ?? []
      const resolveIt = waiting.get(Number(ack))
      waiting.delete(Number(ack))
      const filled = (_key: string, value: unknown): unknown => {
        const { _placeholder, num } = Object(value) as { _placeholder?: unknown; num?: unknown }
        return _placeholder === true ? parts[Number(num)] : value
      }
      resolveIt?.((JSON.parse(sent, filled) as unknown[])[0])
    }
    /** Bytes of an answer come after its text. */
    function attached(bytes: Uint8Array): void {
      if (!binary) return
      binary.parts.push(bytes)
      if (binary.parts.length < binary.missing) return
      const { text, parts } = binary
      binary = undefined
      answered(text, parts)
    }
    socket.onclose = ({ reason, code }) => {
      isOpen = false
      for (const give of waiting.values()) give(undefined)
      waiting.clear()
      settle({ refused: reason || `closed (${code})` })
      end()
    }
  })
}
