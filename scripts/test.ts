// `npm test`: unit and system tests, the simulator and its planted faults, messages nobody should send, processes that are killed, then the end-to-end tests, then one line with the true
// count of all. A story of the simulator counts as one, and so does a planted fault that was noticed.
// `npm test -- --unit` leaves the end-to-end tests out, `--no-sim` all of these in between.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Counts, countsOf, line, playwrightCounts, sum, vitestCounts } from './counts.ts'
import { ROOT } from './electron.ts'

const results = path.join(ROOT, 'test-results')
const unitFile = path.join(results, 'unit.json')
const fuzzFile = path.join(results, 'fuzz.json')
const chaosFile = (store: string): string => path.join(results, `chaos-${store}.json`)
const e2eFile = path.join(results, 'e2e.json')
const simFile = path.join(results, 'sim.json')
const mutantsFile = path.join(results, 'mutants.json')
const isCi = process.env['CI'] === 'true'

mkdirSync(results, { recursive: true })
for (const file of [
  unitFile,
  simFile,
  mutantsFile,
  fuzzFile,
  chaosFile('sqlite'),
  chaosFile('postgres'),
  e2eFile
])
  rmSync(file, { force: true })

const counts = sum([
  unit(),
  stories(),
  faults(),
  messages(),
  kills('sqlite', 12),
  kills('postgres', 25),
  endToEnd()
])
writeFileSync(path.join(results, 'test.json'), JSON.stringify(counts))
console.log(line(counts))
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

function unit(): Counts {
  const cli = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`]
  return countsOf(unitFile, run([cli, 'run', ...reporters]), vitestCounts)
}

/** 2,000 stories, or what a slow machine gets told in eight minutes; two cores that do nothing else take some six. */
function stories(): Counts {
  if (process.argv.includes('--no-sim')) return { passed: 0, failed: 0 }
  const args = ['--seeds', '2000', '--seconds', '480', '--out', results]
  return countsOf(simFile, run([path.join(ROOT, 'test/system/sim/run.ts'), ...args]), counted)
}

/** Each fault with the story that noticed it before, and a few others; the long hunt is `npm run sim:mutants`. */
function faults(): Counts {
  if (process.argv.includes('--no-sim')) return { passed: 0, failed: 0 }
  const args = ['--budget', '8', '--seconds', '120', '--out', mutantsFile]
  return countsOf(mutantsFile, run([path.join(ROOT, 'test/system/sim/run-mutants.ts'), ...args]), counted)
}

/** A share of the 200,000 that `npm run fuzz` sends. */
function messages(): Counts {
  if (process.argv.includes('--no-sim')) return { passed: 0, failed: 0 }
  const args = ['--messages', '15000', '--seconds', '40', '--out', results]
  return countsOf(fuzzFile, run([path.join(ROOT, 'test/system/fuzz/run.ts'), ...args]), counted)
}

/** People work while processes are killed and lines are cut; for so many seconds, and then until all is well again. */
function kills(store: 'sqlite' | 'postgres', seconds: number): Counts {
  if (process.argv.includes('--no-sim')) return { passed: 0, failed: 0 }
  const args = ['--store', store, '--seconds', String(seconds), '--out', results]
  return countsOf(chaosFile(store), run([path.join(ROOT, 'test/system/chaos/run.ts'), ...args]), counted)
}

function endToEnd(): Counts {
  if (process.argv.includes('--unit')) return { passed: 0, failed: 0 }
  const exitCode = run([path.join(ROOT, 'scripts/e2e.ts')])
  // Nothing ran because this machine has neither Electron nor a browser: said aloud, and a failure only in CI.
  const isLeftOut = exitCode === 0 && !isCi && !existsSync(e2eFile)
  return isLeftOut ? { passed: 0, failed: 0 } : countsOf(e2eFile, exitCode, playwrightCounts)
}

function counted(counts: Counts): Counts {
  return counts
}

function run(args: readonly string[]): number {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1
}
