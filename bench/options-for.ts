import type { Case } from '../src/shared/case/case.ts'
import { type Around, optionsFor } from '../src/shared/case/options-for.ts'
import { matches, queuesOf } from '../src/shared/case/routes.ts'
import { Channel, Flag, type Matrix, Priority, Segment } from '../src/shared/escalation/matrix.ts'
import { must } from '../src/shared/lib/must.ts'
import type { Person } from '../src/shared/people/person.ts'
import { queueKey } from '../src/shared/people/queue.ts'
import { ana, HOUR, NINE, people, person } from '../test/support/cases.ts'
import { largeMatrix } from './matrix-rows.ts'
import { type Compared, compare } from './side-by-side.ts'
import { makeStories } from './stories.ts'

const CASES = 200
const ROUNDS = 150

/** A case, with whom it is asked for and who else is there. */
type Asked = { readonly kase: Case; readonly person: Person; readonly around: Around }

/**
 * The buttons of a case under a matrix of 500 rows, against 500 predicates in an array, each asked about the case. One round
 * is 200 cases of all kinds, in all queues, that nobody has asked about before; most are the asking person's own, where
 * every button is.
 */
export function benchOptionsFor(): Compared {
  const rules = largeMatrix(500, 5)
  const predicates = rules.functional.map(
    ({ from, when }) =>
      (kase: Case): boolean =>
        from.tier === kase.queue.tier && (!from.team || from.team === kase.queue.team) && matches(when, kase)
  )
  const rounds = makeRounds(rules)
  let buttons = 0
  let hits = 0
  const compared = compare(
    ROUNDS,
    (round) => {
      for (const { kase, person: by, around } of must(rounds[round], 'round'))
        buttons += optionsFor(kase, by, rules, around).length
    },
    (round) => {
      for (const { kase } of must(rounds[round], 'round'))
        hits += predicates.filter((fits) => fits(kase)).length
    }
  )
  must(buttons > CASES * ROUNDS && hits > CASES * ROUNDS ? true : undefined, 'button')
  return compared
}

function makeRounds(rules: Matrix): readonly (readonly Asked[])[] {
  const stories = makeStories(17)
  const { dice } = stories
  const bases = Array.from({ length: CASES }, () => stories.next(1).kase)
  const queues = queuesOf(rules).filter(({ tier }) => tier !== 'L3')
  const desks = new Map(
    queues.map((queue) => {
      const here = { tier: queue.tier, queues: [queue] }
      const colleagues = ['bea', 'carl'].map((id) => person(id, here))
      const by = { ...ana, ...here }
      return [queueKey(queue), { by, around: { people: [...people, ...colleagues], at: NINE + HOUR } }]
    })
  )
  return Array.from({ length: ROUNDS }, () =>
    bases.map((base): Asked => {
      const queue = dice.pick(queues)
      const { by, around } = must(desks.get(queueKey(queue)), 'desk')
      const kase: Case = {
        ...base,
        queue,
        owner: dice.chance(0.8) ? ana.id : dice.chance(0.5) ? null : (people[1]?.id ?? null),
        category: dice.pick(rules.categories).id,
        priority: dice.pick(Priority.options),
        channel: dice.pick(Channel.options),
        customer: { ...base.customer, segment: dice.pick(Segment.options) },
        flags: Flag.options.filter(() => dice.chance(0.1))
      }
      return { kase, person: by, around }
    })
  )
}
