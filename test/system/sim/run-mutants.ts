// `npm run sim:mutants [-- --budget N --seconds S --only TEXT --record]`: plants one fault after the other and tells stories
// until one notices.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { MUTANTS } from './mutants.ts'
import { planted } from './plant.ts'
import { openPool } from './pool.ts'
import type { Told } from './worker.ts'

/** Of the faults that can be noticed, so many must be, in a run without a limit of time. */
const SHARE = 0.95
const ROOT = path.resolve(import.meta.dirname, '../../..')
/** So many stories are told of a fault whose own story does not notice it any more. */
const STALE = 100
/** The story that noticed a fault before is tried first. */
const HINTS = path.join(import.meta.dirname, 'hints.json')

const { values } = parseArgs({
  options: {
    budget: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    start: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
    out: { type: 'string', default: 'test-results/mutants.json' }
  }
})
const budget = Number(values.budget)
const start = Number(values.start)
const seconds = Number(values.seconds)
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only))
if (!(budget > 0) || !(start > 0) || !(seconds >= 0) || chosen.length === 0) {
  console.error('usage: npm run sim:mutants [-- --budget N --start S --seconds T --only TEXT --record]')
  process.exit(2)
}
type Mutant = (typeof MUTANTS)[number]
type Fate = 'killed' | 'survived' | 'lost' | 'untried'

checkPlaces()
const hints = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(HINTS, 'utf8')))
const until = seconds > 0 ? performance.now() + seconds * 1_000 : Number.POSITIVE_INFINITY
const fates = new Map<string, Fate>()
const queue = [...chosen]
await Promise.all(Array.from({ length: availableParallelism() }, lane))
conclude()

/** Each place must be there before the first story is told: a list that has gone stale proves nothing. */
function checkPlaces(): void {
  const stale = MUTANTS.flatMap((one) => {
    try {
      planted(readFileSync(path.join(ROOT, one.file), 'utf8'), one)
      return []
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  })
  for (const one of stale) console.error(one)
  if (stale.length > 0) process.exit(1)
}

async function lane(): Promise<void> {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const { name, survives } = mutant
    const { caught, told } = await hunt(mutant)
    if (caught) {
      console.log(`killed    ${name}: seed ${caught.seed}, ${caught.why.slice(0, 140)}`)
      fates.set(name, 'killed')
      if (values.record) hints[name] = caught.seed
      continue
    }
    // What was noticed once, and is not by the very story that did nor by a hundred others, is no matter of luck.
    fates.set(name, told === 0 ? 'untried' : hints[name] === undefined || survives ? 'survived' : 'lost')
    console.log(
      `${fates.get(name)?.toUpperCase().padEnd(9)} ${name}, ${told} stories${survives ? `: ${survives}` : ''}`
    )
  }
}

/** The first story that notices, if any does within the budget. */
async function hunt(plant: Mutant): Promise<{ caught?: Extract<Told, { ok: false }>; told: number }> {
  const pool = openPool({ plant, size: 1 })
  const hint = hints[plant.name]
  // A hint grows old when stories change: then the fault is hunted for a while before it is called lost.
  const most = hint === undefined ? budget : Math.max(budget, STALE)
  const seeds = Array.from(
    { length: plant.survives ? Math.min(budget, 20) : most },
    (_one, index) => start + index
  )
  let told = 0
  try {
    for (const seed of hint === undefined ? seeds : [hint, ...seeds]) {
      if (performance.now() > until) break
      const one = await pool.tell({ seed })
      if (!one.ok && /SyntaxError|ERR_MODULE/.test(one.why)) {
        console.error(`${plant.name}: the fault makes no program\n${one.why}`)
        process.exit(1)
      }
      told += 1
      if (!one.ok) return { caught: one, told }
    }
    return { told }
  } finally {
    pool.close()
  }
}

function conclude(): void {
  const of = (fate: Fate): string[] => chosen.flatMap(({ name }) => (fates.get(name) === fate ? [name] : []))
  const survivors = [...of('survived'), ...of('lost')]
  const declared = chosen.filter(({ survives }) => survives !== undefined).map(({ name }) => name)
  const killed = of('killed').length
  const counts = { passed: killed, failed: of('lost').length }
  if (counts.failed > 0) process.exitCode = 1
  if (seconds === 0 && killed < (chosen.length - declared.length) * SHARE) process.exitCode = 1
  if (values.record) writeFileSync(HINTS, `${JSON.stringify(hints, Object.keys(hints).sort(), 2)}\n`)
  mkdirSync(path.dirname(values.out), { recursive: true })
  writeFileSync(values.out, JSON.stringify(counts))
  console.log(JSON.stringify({ planted: chosen.length, killed, survivors, declared, untried: of('untried') }))
}
