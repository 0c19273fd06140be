// Opens the console: in Electron where there is one and a display to show it on, else in a browser tab. Without a
// server to connect to it starts one with sample data. Flags: --browser, --electron, --server URL, --port N.
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { endChildren, startChild, startNode } from './children.ts'
import { anyPort, demoServer, freePort } from './demo-server.ts'
import {
  downloadElectron,
  type Electron,
  electronFile,
  hasDisplay,
  inspectElectron,
  NEEDED_NAPI,
  ROOT
} from './electron.ts'
import { freshBuild } from './fresh-build.ts'

const CONSOLE_PORT = 4390
/** An Electron that ends sooner than this with an error could not show its window. */
const TOO_SOON_MS = 10_000

const flags = readFlags()
const data = path.resolve(ROOT, process.env['TIERLINE_DATA'] ?? '.demo')
let isLeaving = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0))
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    console.error(error)
    void leave(1)
  })
}
watchParent()

try {
  await open()
} catch (error) {
  if (!isLeaving) console.error(error instanceof Error ? error.message : error)
  await leave(1)
}

async function open(): Promise<void> {
  freshBuild()
  const server =
    flags.server ??
    process.env['TIERLINE_SERVER'] ??
    (await demoServer(path.join(data, 'server'), serverEnded))
  console.log(`Server: ${server}`)
  const electron = flags.browser ? undefined : await findElectron()
  if (electron && (await runElectron(electron, server))) return leave(0)
  if (flags.electron) return leave(1)
  await runInBrowser(server)
}

/** Without its server a demo shows nothing new. What is done is on disk, here and there. */
function serverEnded(why: string): void {
  if (isLeaving) return
  console.error(`The demo server ended (${why}), so the console ends too. Start it again: nothing is lost.`)
  void leave(1)
}

function readFlags() {
  try {
    const flag = { type: 'boolean', default: false } as const
    const value = { type: 'string' } as const
    return parseArgs({ options: { browser: flag, electron: flag, port: value, server: value } }).values
  } catch (error) {
    console.error(`${(error as Error).message}\nFlags: --browser, --electron, --server URL, --port N`)
    process.exit(1)
  }
}

async function findElectron(): Promise<Electron | undefined> {
  if (!hasDisplay()) return without('There is no display')
  if (!electronFile()) await downloadElectron()
  const file = electronFile()
  if (!file) return without('Electron is not installed and cannot be downloaded')
  try {
    return await inspectElectron(file)
  } catch (error) {
    return without(`Electron does not start: ${lastLine(error)}`)
  }
}

function without(why: string): undefined {
  console.log(flags.electron ? why : `${why}: the console opens in a browser instead.`)
}

/** Whether the console was shown; it has been closed by then. */
async function runElectron({ file, version, napi }: Electron, server: string): Promise<boolean> {
  const needsNode = napi < NEEDED_NAPI
  console.log(`Electron ${version}${needsNode ? `, engine in Node ${process.versions.node}` : ''}`)
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    TIERLINE_SERVER: server,
    TIERLINE_DATA: path.join(data, 'desktop')
  }
  delete env['ELECTRON_RUN_AS_NODE']
  if (needsNode) env['TIERLINE_ENGINE_NODE'] = process.execPath
  const args = [ROOT, `--user-data-dir=${path.join(data, 'electron')}`]
  // Chromium's sandbox refuses to run as root.
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox')
  const startedAt = Date.now()
  const child = startChild(file, args, { cwd: ROOT, stdio: 'inherit', env })
  const code = await once(child, 'exit').then(
    ([code]: unknown[]) => code,
    () => undefined
  )
  if (isLeaving || code === 0 || Date.now() - startedAt > TOO_SOON_MS) return true
  console.log('Electron ended at once: the console opens in a browser instead.')
  return false
}

async function runInBrowser(server: string): Promise<void> {
  const port = flags.port ?? String(await consolePort())
  const file = path.join(ROOT, 'out/main/web-host.js')
  const child = startNode([file, '--port', port, '--server', server, '--data', data], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit']
  })
  const [code] = await once(child, 'exit')
  if (!isLeaving) await leave(code === 0 ? 0 : 1)
}

/** A browser knows its console again by its address, so the address stays the same from start to start. */
async function consolePort(): Promise<number> {
  const note = path.join(data, 'console-port')
  const before = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0
  const port = (await freePort(before || CONSOLE_PORT)) || (await anyPort())
  // Taken by another console of this folder, most likely: that one keeps the address.
  if (before) return port
  mkdirSync(data, { recursive: true })
  writeFileSync(note, String(port))
  return port
}

async function leave(code: number): Promise<void> {
  if (isLeaving) return
  isLeaving = true
  await endChildren()
  process.exit(code)
}

/** npm passes Ctrl+C on but not a plain end: its shell then goes and leaves us behind without a word. So may start.mjs. */
function watchParent(): void {
  const parent = process.ppid
  if (!process.env['npm_lifecycle_event'] && !process.env['TIERLINE_NODE_TRIED']) return
  setInterval(() => process.ppid !== parent && void leave(0), 1000).unref()
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return (stderr || message).trim().split('\n').at(-1) ?? ''
}
