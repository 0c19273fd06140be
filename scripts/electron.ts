import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** An Electron that starts on this machine. */
export type Electron = { readonly file: string; readonly version: string; readonly napi: number }

export const ROOT = path.resolve(import.meta.dirname, '..')
const PACKAGE = path.join(ROOT, 'node_modules/electron')
const RELEASES = 'https://github.com/electron/electron/releases/download/'
const PROBE_MS = 5000
const DOWNLOAD_MS = 600_000

/** better-sqlite3 needs this Node-API; an older Electron lends its engine a Node instead. */
export const NEEDED_NAPI = 10

/** Where an Electron made ready for tests is kept between runs. */
export function stagedFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache')
  return path.join(cache, 'tierline-test-electron-33.2.1')
}

/** Whether a window could be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** The installed executable: never by importing electron, which starts a download without a time limit. */
export function electronFile(): string | undefined {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe'
  }
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(PACKAGE, 'dist')
  const file = path.join(dist, names[process.platform] ?? 'electron')
  return existsSync(file) ? file : undefined
}

/** Downloads Electron with its own installer, if its releases can be reached at all. */
export async function downloadElectron(): Promise<void> {
  if (!(await canReachReleases())) return
  console.log('Downloading Electron (once) ...')
  const installer = path.join(PACKAGE, 'install.js')
  spawnSync(process.execPath, [installer], { cwd: ROOT, stdio: 'inherit', timeout: DOWNLOAD_MS })
}

async function canReachReleases(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  const base = process.env['ELECTRON_MIRROR'] ?? RELEASES
  try {
    const signal = AbortSignal.timeout(PROBE_MS)
    return (await fetch(`${base}v${version}/SHASUMS256.txt`, { method: 'HEAD', signal })).ok
  } catch {
    return false // no network, or none worth waiting for
  }
}

/** Starts Electron as a plain Node to ask what it is. Needs no display; fails fast where a library is missing. */
export async function inspectElectron(file: string): Promise<Electron> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = await promisify(execFile)(file, ['-p', 'JSON.stringify(process.versions)'], {
    env,
    timeout: 20_000
  })
  const versions = JSON.parse(stdout) as { electron: string; napi: string }
  return { file, version: versions.electron, napi: Number(versions.napi) }
}

/** Whether a program is on the PATH. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
