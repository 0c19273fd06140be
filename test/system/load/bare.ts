// What is compared with: a bare Socket.IO server that tells everybody the same frames, each encoded once for all. Started by load.ts.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

/** Tells from now on so many facts a second like this one, for so long. */
export type Asked = { readonly rate: number; readonly ms: number; readonly fact: Record<string, unknown> }
/** Where it listens, or that it has told all. */
export type Said = { readonly url: string } | { readonly told: number }

/** As the server: what happens is told together after so long, and written every so often. */
const COALESCE_MS = 30
const TICK_MS = 40

const http = createServer()
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false
})
http.listen(0, '127.0.0.1', () => say({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }))
process.on('disconnect', () => process.exit(0))
process.on('message', (asked: Asked) => void tell(asked).then((told) => say({ told })))

async function tell({ rate, ms, fact }: Asked): Promise<number> {
  const waiting: unknown[] = []
  let seq = 0
  const from = performance.now()
  let isPlanned = false
  while (performance.now() < from + ms) {
    while (seq < (rate * (performance.now() - from)) / 1_000) {
      seq += 1
      waiting.push({ kind: 'fact', fact: { ...fact, seq, at: Date.now() } })
    }
    const flush = (): void => {
      isPlanned = false
      const changes = waiting.splice(0)
      io.emit('sync:frame', {
        storeId: 'bare',
        scopeVer: 1,
        from: seq - changes.length,
        to: seq,
        changes,
        results: []
      })
    }
    if (!isPlanned) setTimeout(flush, COALESCE_MS)
    isPlanned = true
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  return seq
}

function say(said: Said): void {
  process.send?.(said)
}
