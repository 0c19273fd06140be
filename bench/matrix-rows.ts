import { Channel, type FunctionalRow, Matrix, Priority, Segment } from '../src/shared/escalation/matrix.ts'
import { matrix } from '../test/support/cases.ts'
import { seeded } from '../test/support/random.ts'

const TEAMS = 20
const CATEGORIES = 40

/** A desk with twenty teams a tier and so many functional rows, each with conditions of its own. */
export function largeMatrix(rows: number, seed: number): Matrix {
  const dice = seeded(seed)
  const teams = (tier: string) => [
    ...['billing', 'tech', 'core'].map((id) => ({ id, name: { en: `${tier} ${id}` } })),
    ...Array.from({ length: TEAMS }, (_none, i) => ({ id: `team-${i}`, name: { en: `${tier} team ${i}` } }))
  ]
  const categories = ['billing', 'bug', ...Array.from({ length: CATEGORIES }, (_none, i) => `kind-${i}`)]
  const base = matrix()
  const functional = Array.from({ length: rows }, (_none, i): FunctionalRow => {
    const from = i % 3 === 2 ? ('L2' as const) : ('L1' as const)
    return {
      id: `row-${i}`,
      from: dice.chance(0.5) ? { tier: from } : { tier: from, team: `team-${dice.below(TEAMS)}` },
      when: {
        category: [dice.pick(categories), dice.pick(categories)],
        ...(dice.chance(0.3) && { priority: [dice.pick(Priority.options)] }),
        ...(dice.chance(0.3) && { channel: [dice.pick(Channel.options)] }),
        ...(dice.chance(0.2) && { segment: [dice.pick(Segment.options)] })
      },
      to: { tier: from === 'L1' ? 'L2' : 'L3', team: `team-${dice.below(TEAMS)}` },
      package: ['need'],
      acceptMinutes: 30,
      resolveMinutes: 240,
      onChange: 'confirm'
    }
  })
  return Matrix.parse({
    ...base,
    tiers: base.tiers.map((tier) => ({ ...tier, teams: teams(tier.id) })),
    categories: categories.map((id) => ({ id, name: { en: id } })),
    functional
  })
}
