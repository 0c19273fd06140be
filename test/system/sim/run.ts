// `npm run sim -- --seeds N --start S [--seconds T]`: tells N stories, or as many as fit in the time, and looks whether every
// invariant holds in each.
// `npm run sim -- --replay FILE`: tells one again, exactly, as an earlier run wrote it down.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { PATHS } from './paths.ts'
import { openPool, type Pool } from './pool.ts'
import { shrink } from './shrink.ts'
import { ALL_STEPS, type Told, tell } from './worker.ts'

/** A run of fewer stories says which paths it did not come by, and does not fail for it. */
const ENOUGH = 300

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    start: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '0' },
    replay: { type: 'string' },
    out: { type: 'string', default: 'test-results' }
  }
})

/** A story as it is written down: its number and the steps that happen. `invariant`: what did not hold. */
const Script = z.object({
  seed: z.number().int(),
  only: z.array(z.number().int()),
  invariant: z.string(),
  why: z.string()
})

if (values.replay) await replay(values.replay)
else await run(whole('seeds', values.seeds), whole('start', values.start), Number(values.seconds))

function whole(name: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  console.error(`--${name}: ${text} is no whole number above 0`)
  process.exit(2)
}

async function replay(file: string): Promise<void> {
  const script = Script.parse(JSON.parse(readFileSync(file, 'utf8')))
  const told = await tell(script)
  if (told.ok) {
    for (const { step, at, what } of told.report.steps) console.log(`${step}\t${at}\t${what}`)
    console.log('Every invariant holds.')
    return
  }
  console.log(told.why)
  process.exitCode = 1
}

async function run(seeds: number, start: number, seconds: number): Promise<void> {
  const began = performance.now()
  const pool = openPool()
  const hits = new Map<string, number>()
  const failures: Extract<Told, { ok: false }>[] = []
  let [done, ops, kills] = [0, 0, 0]
  const progress = setInterval(() => {
    const rate = done / ((performance.now() - began) / 1_000)
    console.log(`${done} of ${seeds} stories, ${rate.toFixed(1)} a second, ${failures.length} failed`)
  }, 10_000)
  let next = start
  const lane = async (): Promise<void> => {
    while (next < start + seeds && !(seconds > 0 && performance.now() - began > seconds * 1_000)) {
      const seed = next
      next += 1
      const told = await pool.tell({ seed })
      done += 1
      if (!told.ok) {
        failures.push(told)
        console.log(`seed ${seed}: ${told.why}`)
        continue
      }
      ops += told.report.ops
      kills += told.report.kills
      for (const [what, times] of told.report.hit) hits.set(what, (hits.get(what) ?? 0) + times)
    }
  }
  await Promise.all(Array.from({ length: pool.size }, lane))
  clearInterval(progress)
  const perSecond = done / ((performance.now() - began) / 1_000)
  for (const failure of failures.slice(0, 3)) await writeDown(pool, failure)
  pool.close()
  for (const [what, times] of [...hits].sort()) console.log(`${String(times).padStart(8)}  ${what}`)
  const neverHit = PATHS.filter((one) => !hits.get(one))
  for (const one of neverHit) console.log(`   never  ${one}`)
  const missed = done < ENOUGH ? [] : neverHit
  const counts = { passed: done - failures.length, failed: failures.length + missed.length }
  if (counts.failed > 0 || done === 0) process.exitCode = 1
  mkdirSync(values.out, { recursive: true })
  writeFileSync(path.join(values.out, 'sim.json'), JSON.stringify(counts))
  console.log(
    JSON.stringify({
      seeds: done,
      ops,
      kills,
      violations: failures.length,
      seeds_per_s: Number(perSecond.toFixed(2)),
      paths_never_hit: neverHit.length
    })
  )
}

/** Cuts a failing story down and keeps it, to be told again. */
async function writeDown(pool: Pool, { seed, invariant }: Extract<Told, { ok: false }>): Promise<void> {
  let why = ''
  const only = await shrink(ALL_STEPS, async (some) => {
    const told = await pool.tell({ seed, only: some })
    if (told.ok || told.invariant !== invariant) return false
    why = told.why
    return true
  })
  const file = path.join(values.out, `sim-${seed}.json`)
  mkdirSync(values.out, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ seed, only, invariant, why }, null, 2)}\n`)
  console.log(`seed ${seed}: ${only.length} steps are enough; npm run sim -- --replay ${file}`)
}
