// `npm run package -- [electron-builder flags]`: builds, then packs for the system it runs on.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './electron.ts'

run('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
run('electron-builder/cli.js', ['--publish', 'never', ...ownElectron(), ...process.argv.slice(2)])

/** With an Electron of one's own nothing has to be downloaded. */
function ownElectron(): string[] {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const versionFile = path.join(dist ?? '', 'version')
  if (!dist || !existsSync(versionFile)) return []
  return [`-c.electronDist=${dist}`, `-c.electronVersion=${readFileSync(versionFile, 'utf8').trim()}`]
}

function run(script: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit'
  })
  if (status !== 0) process.exit(status ?? 1)
}
