// `npm test`: unit and system tests, then the end-to-end tests, then one line with the true count of both.
// `npm test -- --unit` leaves the end-to-end tests out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Counts, countsOf, line, playwrightCounts, sum, vitestCounts } from './counts.ts'
import { ROOT } from './electron.ts'

const results = path.join(ROOT, 'test-results')
const unitFile = path.join(results, 'unit.json')
const e2eFile = path.join(results, 'e2e.json')
const isCi = process.env['CI'] === 'true'

mkdirSync(results, { recursive: true })
for (const file of [unitFile, e2eFile]) rmSync(file, { force: true })

const counts = sum([unit(), endToEnd()])
writeFileSync(path.join(results, 'test.json'), JSON.stringify(counts))
console.log(line(counts))
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

function unit(): Counts {
  const cli = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`]
  return countsOf(unitFile, run([cli, 'run', ...reporters]), vitestCounts)
}

function endToEnd(): Counts {
  if (process.argv.includes('--unit')) return { passed: 0, failed: 0 }
  const exitCode = run([path.join(ROOT, 'scripts/e2e.ts')])
  // Nothing ran because this machine has neither Electron nor a browser: said aloud, and a failure only in CI.
  const isLeftOut = exitCode === 0 && !isCi && !existsSync(e2eFile)
  return isLeftOut ? { passed: 0, failed: 0 } : countsOf(e2eFile, exitCode, playwrightCounts)
}

function run(args: readonly string[]): number {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1
}
