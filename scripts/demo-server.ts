import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { startNode } from './children.ts'
import { ROOT } from './electron.ts'

const READY_MS = 300_000
const ANSWER_MS = 2000
const SERVER_PORT = 4380

type Running = { readonly url: string; readonly pid: number }

/**
 * The demo server of this folder: the one that runs already, or a new one. Two on the same files would clash. `onEnd` hears of what a
 * new one died once it had been ready.
 */
export async function demoServer(data: string, onEnd: (why: string) => void): Promise<string> {
  const note = path.join(data, 'running.json')
  const before = readNote(note)
  const running = await findRunning(before)
  if (running) {
    console.log(`The demo server is running already (process ${running.pid}).`)
    return running.url
  }
  const { url, pid } = await startDemoServer(data, portOf(before), onEnd)
  writeFileSync(note, JSON.stringify({ url, pid }))
  return url
}

function readNote(note: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Running
  } catch {
    return undefined // the first start in this folder
  }
}

/** Consoles keep their queues by the server's address, so it stays the same from start to start. */
function portOf(before: Running | undefined): number {
  return Number(before && URL.parse(before.url)?.port) || SERVER_PORT
}

async function findRunning(running: Running | undefined): Promise<Running | undefined> {
  if (!running) return undefined
  try {
    process.kill(running.pid, 0) // throws where there is no such process
    await fetch(running.url, { signal: AbortSignal.timeout(ANSWER_MS) })
    return running
  } catch {
    return undefined // none was left running: the note is from a run that is over
  }
}

/** Starts a server with sample data, shows how it gets on, and gives its address once it answers. */
async function startDemoServer(data: string, wanted: number, onEnd: (why: string) => void): Promise<Running> {
  mkdirSync(data, { recursive: true })
  const port = String(await freePort(wanted))
  const file = path.join(ROOT, 'out/main/server.js')
  const child = startNode([file, 'demo', '--data', data, '--port', port], {
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
      child.on('exit', (code, signal) => onEnd(String(signal ?? code)))
      done({ url, pid: child.pid ?? 0 })
    })
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`The demo server ended (${code}) before it was ready`)))
  })
}

/** The address in the line that says the server is ready; nothing for any other line. */
function readyUrl(line: string): string | undefined {
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

/** A port nobody has at this moment. */
export async function anyPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
