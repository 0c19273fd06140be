// `npm run chaos -- [--seconds N --seed S --store sqlite|postgres]`: people work on real processes and real lines while these are killed,
// paused and cut (`--only NAME`: by this fault alone). In the end everything is well again, and every op a console said was saved has exactly one outcome.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chaos } from './chaos.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'postgres' },
    plant: { type: 'string' },
    only: { type: 'string', multiple: true },
    out: { type: 'string', default: 'test-results' }
  }
})
const [seconds, seed] = [Number(values.seconds), Number(values.seed)]
const { store, plant, only, out } = values
if (!(seconds > 0) || !Number.isSafeInteger(seed) || (store !== 'sqlite' && store !== 'postgres')) {
  console.error('usage: npm run chaos [-- --seconds N --seed S --store sqlite|postgres]')
  process.exit(2)
}
const report = await chaos({
  store,
  seconds,
  seed,
  ...(plant !== undefined && { plant }),
  ...(only && { only }),
  say: (line) => console.log(line)
})
const { hit, never, forgotten, wrong, broke, diedAlone, restMs, kills, ops, doubled, stuck } = report
// Told and forgotten is lost, whoever told it again later.
const lost = report.lost + forgotten.length
for (const [name, times] of [...hit].sort()) console.log(`${String(times).padStart(8)}  ${name}`)
console.log(`at rest after ${(restMs / 1_000).toFixed(1)} s`)
for (const why of diedAlone) console.log(`a node ended by itself and was started again: ${why}`)
for (const name of never) console.log(`nobody felt this: ${name}`)
for (const text of [...forgotten, ...wrong, ...broke].slice(0, 20)) console.log(text)
// However many ops there were, each thing that may not be is one check.
const checks = [lost, doubled, stuck, broke.length, never.length]
const failed = checks.filter((count) => count > 0).length
mkdirSync(out, { recursive: true })
writeFileSync(
  path.join(out, `chaos-${store}.json`),
  JSON.stringify({ passed: checks.length - failed, failed })
)
if (failed > 0 || ops === 0 || kills === 0) process.exitCode = 1
console.log(JSON.stringify({ kills, ops, lost, doubled, stuck }))
