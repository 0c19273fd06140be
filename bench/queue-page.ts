import path from 'node:path'
import { listCases } from '../src/engine/queries/case-list.ts'
import { must } from '../src/shared/lib/must.ts'
import { NINE, queue } from '../test/support/cases.ts'
import { fill, openQueue } from './queue-file.ts'
import { median, timed } from './side-by-side.ts'
import { makeStories } from './stories.ts'

const SIZES = [1_000, 10_000, 100_000] as const
const ROUNDS = 300

/** The first page of a queue with 1,000, 10,000 and 100,000 cases on this machine, in turns. */
export function benchQueuePage(folder: string): {
  readonly ms: Readonly<Record<string, number>>
  readonly ratio: number
} {
  const desks = SIZES.map((size) => {
    const { db, place } = openQueue(path.join(folder, `queue-${size}.db`))
    const stories = makeStories(size)
    for (let left = size; left > 0; left -= 10_000) {
      fill(
        db,
        Array.from({ length: Math.min(left, 10_000) }, () => stories.next(0)),
        false
      )
    }
    return { db, place, took: [] as number[] }
  })
  const view = { kind: 'queue', queue: queue('L1/billing'), which: 'open' } as const
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { db, place, took } of desks) {
      took.push(
        timed(() => {
          const page = listCases(db, place, { view, after: null, limit: 50 }, NINE)
          if (page.rows.length !== 50) throw new Error('not a whole page')
        })
      )
    }
  }
  const medians = desks.map(({ took }) => median(took))
  for (const { db } of desks) db.close()
  const [small, middle, large] = [must(medians[0], '1k'), must(medians[1], '10k'), must(medians[2], '100k')]
  return { ms: { '1k': small, '10k': middle, '100k': large }, ratio: large / small }
}
