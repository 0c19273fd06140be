import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matrix, newCase, queue } from '../../../test/support/cases.ts'
import { Channel, Flag, type Matrix, Priority, Segment, type When } from '../escalation/matrix.ts'
import { isSameQueue } from '../people/queue.ts'
import { compareTiers } from '../people/tier.ts'
import type { Case } from './case.ts'
import { functionalRoutes, hasQueue, matches } from './routes.ts'
import { rowFinder } from './row-finder.ts'

const CATEGORIES = ['billing', 'bug', 'new']
const some = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: undefined })
const when: fc.Arbitrary<When> = fc
  .record({
    category: some(CATEGORIES),
    priority: some(Priority.options),
    channel: some(Channel.options),
    segment: some(Segment.options),
    flags: some(Flag.options)
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, list]) => list !== undefined)))
const kase: fc.Arbitrary<Case> = fc
  .record({
    queue: fc.constantFrom('L1/billing', 'L1/tech', 'L2/tech', 'L1/gone', 'L3/core'),
    category: fc.constantFrom(...CATEGORIES, 'in-no-row'),
    priority: fc.constantFrom(...Priority.options),
    channel: fc.constantFrom(...Channel.options),
    segment: fc.constantFrom(...Segment.options),
    flags: fc.uniqueArray(fc.constantFrom(...Flag.options))
  })
  .map(({ segment, queue: key, ...rest }) => {
    const base = newCase({ ...rest, queue: queue(key) })
    return { ...base, customer: { ...base.customer, segment } }
  })

test('[ES2] the rows found for a case are those whose conditions it meets, in their order', () => {
  fc.assert(
    fc.property(fc.array(when, { maxLength: 100, size: 'max' }), fc.array(kase), (whens, cases) => {
      const rows = whens.map((one, i) => ({ when: one, i }))
      const find = rowFinder(rows)
      for (const one of cases) expect(find(one)).toEqual(rows.filter((row) => matches(row.when, one)))
    })
  )
})

const to = fc.constantFrom('L1/tech', 'L2/billing', 'L2/tech', 'L2/gone', 'L3/core').map(queue)
const special = fc.record({ when, to, tiers: fc.uniqueArray(fc.constantFrom('L1', 'L2'), { minLength: 1 }) })
const functional = fc.record({
  when,
  to,
  from: fc.constantFrom(
    { tier: 'L1' },
    { tier: 'L1', team: 'tech' },
    { tier: 'L2' },
    { tier: 'L2', team: 'tech' }
  )
})

test('[ES2] [ES3] [ES24] the ways up are those a reading of the whole document row by row finds', () => {
  const rest = { package: ['need'], acceptMinutes: 30, resolveMinutes: 60 }
  fc.assert(
    fc.property(
      fc.array(special, { maxLength: 4 }),
      fc.array(functional, { maxLength: 40, size: 'max' }),
      fc.array(kase),
      (specials, functionals, cases) => {
        const rules = matrix({
          special: specials.map((row, i) => ({ id: `s-${i}`, reason: 'vip', ...row, ...rest })),
          functional: functionals.map((row, i) => ({ id: `f-${i}`, ...row, ...rest }))
        })
        for (const one of cases) {
          expect(functionalRoutes(one, rules).map(({ id }) => id)).toEqual(readThrough(one, rules))
        }
      }
    )
  )
})

function readThrough(one: Case, rules: Matrix): string[] {
  const { tier, team } = one.queue
  const up = [
    rules.special.filter((row) => row.tiers.includes(tier)),
    rules.functional.filter(({ from }) => from.tier === tier && (!from.team || from.team === team))
  ].map((rows: readonly (Matrix['special'][number] | Matrix['functional'][number])[]) =>
    rows
      .filter(
        (row) => hasQueue(rules, row.to) && compareTiers(row.to.tier, tier) > 0 && matches(row.when, one)
      )
      .filter((row, i, all) => all.findIndex((first) => isSameQueue(first.to, row.to)) === i)
      .map(({ id }) => id)
  )
  return up.find((ids) => ids.length > 0) ?? []
}
