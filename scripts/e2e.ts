// `npm run test:e2e`: the built console in a real Electron and in a real browser, as far as this machine has them.
// Flags: --project=electron or --project=browser; all others go to Playwright.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findParts } from './e2e-parts.ts'
import { ROOT } from './electron.ts'
import { freshBuild } from './fresh-build.ts'

const isCi = process.env['CI'] === 'true'
const PROJECT = '--project='
const args = process.argv.slice(2)
const asked = args.filter((arg) => arg.startsWith(PROJECT)).map((arg) => arg.slice(PROJECT.length))
const rest = args.filter((arg) => !arg.startsWith(PROJECT))

freshBuild()
const { projects, env, wrap, missing } = await findParts(asked.length > 0 ? asked : ['electron', 'browser'])
process.exitCode = projects.length > 0 ? run() : 0
for (const lack of missing) console.error(`\nLEFT OUT: ${lack}`)
if (missing.length > 0 && isCi) process.exitCode = 1

function run(): number {
  const cli = path.join(ROOT, 'node_modules/@playwright/test/cli.js')
  const chosen = projects.map((project) => PROJECT + project)
  const [command = process.execPath, ...before] = [...wrap, process.execPath]
  return (
    spawnSync(command, [...before, cli, 'test', ...chosen, ...rest], { cwd: ROOT, env, stdio: 'inherit' })
      .status ?? 1
  )
}
