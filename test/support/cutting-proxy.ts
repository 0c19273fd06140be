import { connect, createServer, type Socket } from 'node:net'

/** A line to a database that can be cut at the worst moment. */
export type CuttingProxy = {
  /** The same address, by way of this line. */
  readonly url: string
  /** What happens to the next COMMIT: it never arrives, or it arrives and its answer is lost, or is that the database shuts down. */
  cutAt: 'commit' | 'answer' | 'shutdown' | null
  /** While so, nobody gets through. */
  isDown: boolean
  /** How often it was cut at a commit. */
  readonly cuts: number
  /** Ends every connection there is. */
  cut(): void
  close(): Promise<void>
}

/** A simple query as PostgreSQL's protocol writes it. */
const COMMIT = Buffer.from('Q\0\0\0\x0bCOMMIT\0', 'latin1')

/** What PostgreSQL says when its administrator ends it: it may well have done what was asked. */
const SHUTDOWN = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0', 'latin1')
  const head = Buffer.alloc(5)
  head.write('E', 'latin1')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
})()

export async function cuttingProxy(url: string): Promise<CuttingProxy> {
  const target = new URL(url)
  const pairs = new Set<readonly [Socket, Socket]>()
  const state = { cutAt: null as CuttingProxy['cutAt'], isDown: false, cuts: 0 }
  const server = createServer((client) => {
    if (state.isDown) return void client.destroy()
    const database = connect(Number(target.port), target.hostname)
    const pair = [client, database] as const
    pairs.add(pair)
    const end = (): void => {
      pairs.delete(pair)
      client.destroy()
      database.destroy()
    }
    let lost: CuttingProxy['cutAt'] = null
    client.on('data', (bytes) => {
      if (state.cutAt && bytes.includes(COMMIT)) {
        lost = state.cutAt
        state.cutAt = null
        state.cuts += 1
        if (lost === 'commit') return end()
      }
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (lost === null) return void client.write(bytes)
      if (lost === 'shutdown') return void client.write(SHUTDOWN, end)
      end()
    })
    for (const side of pair) {
      side.on('error', end)
      side.on('close', end)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no address')
  const proxied = new URL(url)
  proxied.port = String(address.port)
  const cut = (): void => {
    for (const pair of pairs) for (const side of pair) side.destroy()
  }
  return Object.assign(state, {
    url: proxied.href,
    cut,
    close() {
      cut()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
  })
}
