import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** A server that is not there: what a console without a network sees. */
export const NO_SERVER = 'http://127.0.0.1:9'

/** A new folder for one test's files. */
export function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'tierline-e2e-'))
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
export async function startWebHost(
  folder: string,
  server: string
): Promise<{ url: string; stop(): Promise<void> }> {
  const args = ['out/main/web-host.js', '--port', '0', '--server', server, '--data', folder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: environment() })
  return { url: await addressOf(child), stop: () => end(child) }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The web host has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Tierline console: (\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('The web host ended before it was ready')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
