import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../../support/random.ts'

/** The other side of what goes out: a payment system that does each key once, and does not always answer. */
export type Receiver = {
  readonly url: string
  /** What was asked under each key, as often as it was asked. */
  readonly asked: ReadonlyMap<string, readonly string[]>
  /** From now on it answers at once and rightly. */
  heal(): void
  close(): Promise<void>
}

/** Listens on this machine. */
export async function openReceiver(dice: Random): Promise<Receiver> {
  const asked = new Map<string, string[]>()
  let isFickle = true
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const key = String(request.headers['idempotency-key'])
      asked.set(key, [...(asked.get(key) ?? []), Buffer.concat(parts).toString()])
      // Done, and the answer is lost; or not even begun.
      if (isFickle && dice.chance(0.1)) return void request.socket.destroy()
      if (isFickle && dice.chance(0.05)) return void response.writeHead(503).end()
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ receipt: `R-${key}`.slice(0, 100) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    heal() {
      isFickle = false
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    }
  }
}
