import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './electron.ts'

/** The page is built last, so it stands for the whole. */
const STAMP = path.join(ROOT, 'out/renderer/index.html')
const SOURCES = ['src', 'electron.vite.config.ts', 'package-lock.json']

/** Builds unless what is built is newer than every source. Ends the program where the build fails. */
export function freshBuild(): void {
  if (isFresh()) return
  console.log('Building ...')
  const builder = path.join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit'
  })
  if (status !== 0) process.exit(status ?? 1)
}

function isFresh(): boolean {
  if (!existsSync(STAMP) || !existsSync(path.join(ROOT, 'out/main/index.js'))) return false
  const newest = SOURCES.map((source) => path.join(ROOT, source)).map(changedAt)
  return Math.max(...newest) < statSync(STAMP).mtimeMs
}

function changedAt(file: string): number {
  if (!existsSync(file)) return 0
  const stat = statSync(file)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => changedAt(path.join(file, name))))
}
