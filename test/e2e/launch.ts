import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** A server that is not there: what a console without a network sees. */
export const NO_SERVER = 'http://127.0.0.1:9'

/** A program that serves something, its address, and its end. */
export type Running = {
  readonly url: string
  readonly pid: number
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>
}

/** A new folder for one test's files. */
export function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'tierline-e2e-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Starts the built console in Electron. The same `folder` again is the same user starting it again. */
export async function launchElectron(
  folder: string,
  server: string
): Promise<{ app: ElectronApplication; page: Page }> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    args: ['.', '--disable-gpu', `--user-data-dir=${path.join(folder, 'user')}`, ...root],
    env: { ...environment(), TIERLINE_DATA: path.join(folder, 'engine'), TIERLINE_SERVER: server }
  })
  return { app, page: await app.firstWindow() }
}

/** Starts the built web host and gives the address of its page. */
export function startWebHost(folder: string, server: string): Promise<Running> {
  const args = ['out/main/web-host.js', '--port', '0', '--server', server, '--data', folder]
  return start(args, (line) => /^Tierline console: (\S+)$/.exec(line)?.[1])
}

/** What a test needs to be otherwise than it is: a clock that has gone on, a trial that takes its time between two looks at cases. */
export type Odd = { readonly aheadMs?: number | undefined; readonly pauseMs?: number | undefined }

/** Starts the built server: `demo` for a workspace with a chooser of people, `serve` for any other. */
export function startServer(
  command: 'demo' | 'serve',
  data: string,
  port = '0',
  { aheadMs = 0, pauseMs = 0 }: Odd = {}
): Promise<Running> {
  return start(
    [...aheadBy(aheadMs), ...pausing(pauseMs), 'out/main/server.js', command, '--data', data, '--port', port],
    (line) => (line.startsWith('{"ready":true') ? (JSON.parse(line) as { url: string }).url : undefined)
  )
}

/** Nobody waits an hour for a test: the program is given a clock that has gone on. */
function aheadBy(ms: number): string[] {
  return ms === 0 ? [] : ['--import', `data:text/javascript,const now=Date.now;Date.now=()=>now()+${ms}`]
}

/** Nor can anybody press a button in the middle of what takes a moment: between two slices of it the program sleeps. */
function pausing(ms: number): string[] {
  if (ms === 0) return []
  const code = [
    'import timers from"node:timers/promises"',
    'import{syncBuiltinESMExports}from"node:module"',
    `timers.setImmediate=(value)=>timers.setTimeout(${ms},value)`,
    'syncBuiltinESMExports()'
  ]
  return ['--import', `data:text/javascript,${code.join(';')}`]
}

/** Runs one command of the built server to its end and gives what it said. */
export function runServer(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['out/main/server.js', ...args], { env: environment() }).toString()
}

/** The processes a host has started that run the engine. */
export function enginesOf(hostPid: number): number[] {
  return execFileSync('pgrep', ['-P', String(hostPid), '-f', 'engine.js'])
    .toString()
    .trim()
    .split('\n')
    .map(Number)
}

async function start(
  args: readonly string[],
  addressIn: (line: string) => string | undefined
): Promise<Running> {
  const env = { ...environment(), TIERLINE_LOG: 'error' }
  const child = spawn(process.execPath, args, { stdio: 'pipe', env })
  const url = await addressOf(child, addressIn)
  return { url, pid: child.pid ?? 0, stop: () => end(child) }
}

type Program = ChildProcessWithoutNullStreams

/** Waits for the line with the address, and reads on after it: a program whose output nobody takes stops. */
function addressOf(child: Program, addressIn: (line: string) => string | undefined): Promise<string> {
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said = `${said}${text.toString()}`.slice(-2000)
  })
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = addressIn(line)
      if (url) done(url)
    })
    child.on('error', fail)
    child.on('exit', (code) =>
      fail(new Error(`${child.spawnargs[1]} ended (${code}) before it was ready\n${said}`))
    )
  })
}

async function end(child: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
