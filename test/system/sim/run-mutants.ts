// `npm run sim:mutants [-- --budget N --only TEXT]`: plants one fault after the other and tells stories until one notices.
import { parseArgs } from 'node:util'
import { MUTANTS } from './mutants.ts'
import { openPool } from './pool.ts'
import type { Told } from './worker.ts'

/** Of the faults that can be noticed, so many must be (4.1: planted faults must be caught). */
const SHARE = 0.95

const { values } = parseArgs({
  options: {
    budget: { type: 'string', default: '2000' },
    only: { type: 'string', default: '' },
    start: { type: 'string', default: '1' }
  }
})
const budget = Number(values.budget)
const start = Number(values.start)
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only))
if (!(budget > 0) || !(start > 0) || chosen.length === 0) {
  console.error('usage: npm run sim:mutants [-- --budget N --start S --only TEXT]')
  process.exit(2)
}

const survivors: string[] = []
for (const mutant of chosen) {
  const caught = await hunt(mutant)
  if (caught) console.log(`killed    ${mutant.name}: seed ${caught.seed}, ${caught.why.slice(0, 140)}`)
  else {
    survivors.push(mutant.name)
    console.log(`SURVIVED  ${mutant.name}${mutant.survives ? `: ${mutant.survives}` : ''}`)
  }
}
const killed = chosen.length - survivors.length
if (killed < chosen.length * SHARE) process.exitCode = 1
console.log(JSON.stringify({ planted: chosen.length, killed, survivors }))

/** The first story that notices, if any does within the budget. */
async function hunt(plant: (typeof MUTANTS)[number]): Promise<Extract<Told, { ok: false }> | undefined> {
  const pool = openPool({ plant })
  let next = start
  let caught: Extract<Told, { ok: false }> | undefined
  const lane = async (): Promise<void> => {
    while (!caught && next < start + budget) {
      const seed = next
      next += 1
      const told = await pool.tell({ seed })
      if (told.ok || caught) continue
      if (/places in .* where one was meant/.test(told.why)) {
        console.error(told.why)
        process.exit(1)
      }
      caught = told
    }
  }
  await Promise.all(Array.from({ length: pool.size }, lane))
  pool.close()
  return caught
}
