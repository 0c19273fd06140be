import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { startChild } from './children.ts'
import { ROOT } from './electron.ts'

const READY_MS = 300_000
export const SERVER_PORT = 4380

/** Starts a server with sample data, shows how it gets on, and gives its address once it answers. */
export async function startDemoServer(data: string): Promise<string> {
  mkdirSync(data, { recursive: true })
  const port = String(await freePort(SERVER_PORT))
  const file = path.join(ROOT, 'out/main/server.js')
  const child = startChild(process.execPath, [file, 'demo', '--data', data, '--port', port], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  if (!child.stdout) throw new Error('The demo server has no output')
  const lines = createInterface({ input: child.stdout })
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('The demo server did not get ready in time')), READY_MS)
    lines.on('line', (line) => {
      const url = readyUrl(line)
      if (!url) return console.log(`server: ${line}`)
      clearTimeout(late)
      done(url)
    })
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`The demo server ended (${code}) before it was ready`)))
  })
}

/** The address in the line that says the server is ready; nothing for any other line. */
export function readyUrl(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const { ready, url } = JSON.parse(line) as { ready?: unknown; url?: unknown }
    return ready === true && typeof url === 'string' ? url : undefined
  } catch {
    return undefined // a line that only looks like it
  }
}

/** `wanted` if nobody has it, or any other port. */
export async function freePort(wanted: number): Promise<number> {
  return (await listens(wanted)) ? wanted : 0
}

async function listens(port: number): Promise<boolean> {
  const probe = createServer()
  try {
    probe.listen(port, '127.0.0.1')
    await once(probe, 'listening')
    return true
  } catch {
    return false
  } finally {
    probe.close()
  }
}
