// `npm run fuzz -- --messages N --seed S [--seconds T]`: sends the server N messages, right and wrong, and looks what they change.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '0' },
    plant: { type: 'string' },
    out: { type: 'string', default: 'test-results' }
  }
})
const [messages, seed, seconds] = [values.messages, values.seed, values.seconds].map(Number) as [
  number,
  number,
  number
]
if (!(messages > 0) || !Number.isSafeInteger(seed) || !(seconds >= 0)) {
  console.error('usage: npm run fuzz [-- --messages N --seed S --seconds T]')
  process.exit(2)
}

let told = performance.now()
const { troubles, kinds, isFlat, ...report } = await fuzz({
  messages,
  seed,
  withinMs: seconds * 1_000,
  ...(values.plant && { plant: values.plant }),
  onProgress(done) {
    if (performance.now() - told < 10_000) return
    told = performance.now()
    console.log(`${done} of ${messages} messages`)
  }
})
for (const [kind, times] of [...kinds].sort()) console.log(`${String(times).padStart(8)}  ${kind}`)
for (const trouble of troubles) console.log(trouble)
const { unanswered, misshapen, crashes, changes_without_op, endings_untold } = report
// Thousands of messages are not thousands of tests: each thing that must hold of all of them counts as one.
const checks = [unanswered, misshapen, crashes, changes_without_op, endings_untold, isFlat ? 0 : 1]
const counts = {
  passed: checks.filter((one) => one === 0).length,
  failed: checks.filter((one) => one > 0).length
}
mkdirSync(values.out, { recursive: true })
writeFileSync(path.join(values.out, 'fuzz.json'), JSON.stringify(counts))
if (counts.failed > 0 || report.messages === 0) process.exitCode = 1
console.log(JSON.stringify(report))
