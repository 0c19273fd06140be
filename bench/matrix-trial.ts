import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { runTrial } from '../src/server/jobs/run-trial.ts'
import { listCases, putCase } from '../src/server/log/cases.ts'
import { MIGRATIONS } from '../src/server/log/migrations/all.ts'
import type { Case } from '../src/shared/case/case.ts'
import { optionsFor } from '../src/shared/case/options-for.ts'
import { type Db, openDb } from '../src/sqlite/db.ts'
import { ana, HOUR, NINE, people } from '../test/support/cases.ts'
import { largeMatrix } from './matrix-rows.ts'
import { median } from './side-by-side.ts'
import { makeStories } from './stories.ts'

const CASES = 100_000
const SAMPLE = 10_000
const ROUNDS = 3

/** Cases a second; `overReading`, `overOptions`: time a case takes to be tried over the time it takes to be read, or its buttons take. */
export type TrialSpeed = {
  readonly overReading: number
  readonly overOptions: number
  readonly triedPerSecond: number
  readonly optionsPerSecond: number
}

/**
 * A draft tried on 100,000 cases on disk, as the server does it (read, parsed, compared, with its pauses), against
 * reading and parsing the same cases, and against the buttons of the same cases in memory, in turns.
 */
export async function benchMatrixTrial(folder: string): Promise<TrialSpeed> {
  const db = openDb(path.join(folder, 'trial.db'), MIGRATIONS)
  const stories = makeStories(23)
  for (let left = CASES; left > 0; left -= 10_000) {
    db.write((tx) => {
      for (let i = 0; i < 10_000; i += 1) putCase(tx, stories.next(2).kase, 1)
    })
  }
  const inForce = largeMatrix(100, 5)
  const draft = largeMatrix(100, 6)
  const sample = listCases(db, '', SAMPLE)
  const around = { people, at: NINE + HOUR }
  const tried: number[] = []
  const read: number[] = []
  const asked: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    let start = performance.now()
    let done = 0
    await runTrial({
      db,
      inForce,
      draft,
      signal: new AbortController().signal,
      pause: () => setImmediate(),
      onElsewhere: () => undefined,
      onProgress: (now) => {
        done = now
      }
    })
    if (done !== CASES) throw new Error(`only ${done} cases were tried`)
    tried.push((performance.now() - start) / CASES)
    start = performance.now()
    readAll(db)
    read.push((performance.now() - start) / CASES)
    start = performance.now()
    for (const kase of sample) optionsFor(kase, ana, inForce, around)
    asked.push((performance.now() - start) / SAMPLE)
  }
  db.close()
  const [perTrial, perRead, perOptions] = [median(tried), median(read), median(asked)]
  return {
    overReading: perTrial / perRead,
    overOptions: perTrial / perOptions,
    triedPerSecond: Math.round(1_000 / perTrial),
    optionsPerSecond: Math.round(1_000 / perOptions)
  }
}

/** Every case, a few at a time as the trial reads them. */
function readAll(db: Db): void {
  let after: Case['id'] | '' = ''
  for (;;) {
    const cases = listCases(db, after, 200)
    const last = cases.at(-1)
    if (!last) return
    after = last.id
  }
}
