import type { Case } from '../src/shared/case/case.ts'
import { optionsFor } from '../src/shared/case/options-for.ts'
import { matches } from '../src/shared/case/routes.ts'
import { must } from '../src/shared/lib/must.ts'
import { ana, HOUR, NINE, people } from '../test/support/cases.ts'
import { largeMatrix } from './matrix-rows.ts'
import { type Compared, compare } from './side-by-side.ts'
import { makeStories } from './stories.ts'

const CASES = 200
const ROUNDS = 60

/**
 * The buttons of a case under a matrix of 500 rows, against 500 predicates in an array, each asked about the case. One round
 * is 200 cases.
 */
export function benchOptionsFor(): Compared {
  const rules = largeMatrix(500, 5)
  const stories = makeStories(17)
  const cases = Array.from({ length: CASES }, () => ({ ...stories.next(1).kase, owner: ana.id }))
  const predicates = rules.functional.map(
    ({ from, when }) =>
      (kase: Case): boolean =>
        from.tier === kase.queue.tier && (!from.team || from.team === kase.queue.team) && matches(when, kase)
  )
  const around = { people, at: NINE + HOUR }
  let buttons = 0
  let hits = 0
  const compared = compare(
    ROUNDS,
    () => {
      for (const kase of cases) buttons += optionsFor(kase, ana, rules, around).length
    },
    () => {
      for (const kase of cases) hits += predicates.filter((fits) => fits(kase)).length
    }
  )
  must(buttons > 0 && hits > 0 ? true : undefined, 'button')
  return compared
}
