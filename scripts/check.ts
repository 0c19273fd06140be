// `npm run check`: all that can be said about the code without running it, then a build. Runs every check, also
// after one has failed, so that one round shows everything.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { line } from './counts.ts'
import { ROOT } from './electron.ts'

const CHECKS = ['typecheck', 'lint', 'unused', 'spec', 'build'] as const

const outcomes = CHECKS.map((check) => {
  const startedAt = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', check], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32' // npm is a script there
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${check}  ${seconds} s\n`)
  return status === 0
})

const counts = {
  passed: outcomes.filter((isGood) => isGood).length,
  failed: outcomes.filter((isGood) => !isGood).length
}
const results = path.join(ROOT, 'test-results')
mkdirSync(results, { recursive: true })
writeFileSync(path.join(results, 'check.json'), JSON.stringify(counts))
console.log(`Checks: ${line(counts)}`)
if (counts.failed > 0) process.exitCode = 1
