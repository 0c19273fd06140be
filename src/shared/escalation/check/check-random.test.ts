import { expect, test } from 'vitest'
import {
  byHand,
  fits,
  holdsAmount,
  isMoney,
  KINDS,
  moneyByHand,
  QUEUES,
  randomMatrix,
  routes
} from '../../../../test/support/matrix-by-hand.ts'
import { seeded } from '../../../../test/support/random.ts'
import { functionalRoutes } from '../../case/routes.ts'
import { queueKey } from '../../people/queue.ts'
import { Channel } from '../matrix.ts'
import { checkMatrix } from './check-matrix.ts'
import { NOTHING_AROUND } from './document.ts'

const sorted = (ids: Iterable<string>): string[] => [...ids].sort()

test('[MX6] [MX7] [MX8] [MX9] [MX18] what the checker says of random documents is what trying every kind of case says', () => {
  const seen = { shadowed: 0, under: 0, stuck: 0, unsure: 0, unreached: 0, never: 0, gaps: 0 }
  for (let seed = 1; seed <= 120; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    const { findings } = checkMatrix(matrix, NOTHING_AROUND)
    const rowsWith = (...codes: string[]) =>
      sorted(findings.flatMap(({ code, row }) => (row && codes.includes(code) ? [row.id] : [])))
    const pathsWith = (code: string) =>
      sorted(
        findings.flatMap((one) =>
          one.code === code && !one.row ? [one.values['queue'] ?? one.values['what'] ?? ''] : []
        )
      )
    const hand = byHand(matrix)
    const money = moneyByHand(matrix)
    const moves = new Set<string>()
    for (const row of matrix.hierarchical) if (row.action === 'move') moves.add(row.id)
    const all = [...matrix.special, ...matrix.functional, ...matrix.privacy].map(({ id }) => id)
    const idle = [
      ...all.filter((id) => !hand.used.has(id) && !hand.under.includes(id)),
      ...matrix.hierarchical
        .filter(isMoney)
        .map(({ id }) => id)
        .filter((id) => !money.used.has(id))
    ]
    const said = rowsWith('shadowed', 'unreachable').filter((id) => !moves.has(id))
    expect([seed, said]).toEqual([seed, sorted(idle)])
    expect([seed, pathsWith('dead_end')]).toEqual([seed, sorted(hand.stuck)])
    expect([seed, pathsWith('unsure_way')]).toEqual([seed, sorted(hand.unsure)])
    expect([seed, pathsWith('unreachable')]).toEqual([seed, sorted(hand.unreached)])
    expect([seed, rowsWith('takes_all').length > 0]).toEqual([seed, hand.under.length > 0])
    // Of a row that never gets its turn anywhere, be it one of these, that is told.
    const never = hand.never.filter((id) => hand.used.has(id) || !all.includes(id))
    expect([seed, rowsWith('never_comes')]).toEqual([seed, sorted(never)])
    expect([seed, rowsWith('amount_gap')]).toEqual([seed, sorted(money.gaps)])
    seen.shadowed += idle.length
    seen.stuck += hand.stuck.size
    seen.under += hand.under.length
    seen.unsure += hand.unsure.size
    seen.never += never.length
    seen.unreached += hand.unreached.length
    seen.gaps += money.gaps.size
  }
  for (const [what, count] of Object.entries(seen)) expect([what, count > 10]).toEqual([what, true])
}, 30_000)

test('[MX8] the rows that are named take every kind of the shadowed one, and none of them could be left out', () => {
  let several = 0
  for (let seed = 1; seed <= 600; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    for (const { code, row, values } of checkMatrix(matrix, NOTHING_AROUND).findings) {
      if (code !== 'shadowed' || row?.list !== 'functional') continue
      const by = (values['by'] ?? '').split(', ')
      several += by.length > 1 ? 1 : 0
      const isUsedWith = (kept: readonly string[]) => {
        const ids = [...kept, row.id]
        const only = <T extends { id: string }>(rows: readonly T[]) =>
          rows.filter(({ id }) => ids.includes(id))
        const less = { ...matrix, special: only(matrix.special), functional: only(matrix.functional) }
        return KINDS.some((kind) =>
          QUEUES.some((at) => routes(less, at, kind).some(({ id }) => id === row.id))
        )
      }
      expect([seed, row.id, isUsedWith(by)]).toEqual([seed, row.id, false])
      for (const one of by)
        expect([seed, one, isUsedWith(by.filter((id) => id !== one))]).toEqual([seed, one, true])
    }
  }
  expect(several).toBeGreaterThan(5)
}, 30_000)

test('[MX8] the example of a finding is a case the row, or the team, is about, and that shows it', () => {
  let shown = 0
  for (let seed = 1; seed <= 250; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    for (const { code, row, values, example } of checkMatrix(matrix, NOTHING_AROUND).findings) {
      if (!example) continue
      const kind = { ...example, channel: Channel.parse(example.channel) }
      if (code === 'dead_end') {
        expect(values['queue']).toBe(queueKey(example.queue))
        expect(routes(matrix, example.queue, kind)).toEqual([])
      }
      if (code === 'shadowed' && (row?.list === 'special' || row?.list === 'functional')) {
        const ids = routes(matrix, example.queue, kind).map(({ id }) => id)
        const by = (values['by'] ?? '').split(', ')
        expect([seed, row.id, by, ids.includes(row.id)]).toEqual([seed, row.id, by, false])
        expect([seed, row.id, by, by.some((id) => ids.includes(id))]).toEqual([seed, row.id, by, true])
        shown += 1
      }
      if (code === 'shadowed' && row?.list === 'hierarchical') {
        const { queue, amountMinor = 1 } = example
        const first = matrix.hierarchical
          .filter(isMoney)
          .find(
            (one) => one.tiers.includes(queue.tier) && fits(one.when, kind) && holdsAmount(one, amountMinor)
          )
        if (example.amountMinor !== undefined) expect((values['by'] ?? '').split(', ')).toContain(first?.id)
      }
      const rows = [...matrix.special, ...matrix.functional, ...matrix.privacy, ...matrix.hierarchical]
      const about = rows.find(({ id }) => id === row?.id)
      if (about) expect([seed, code, fits(about.when, kind)]).toEqual([seed, code, true])
    }
  }
  expect(shown).toBeGreaterThan(100)
})

test('[ES24] the rows tried here are the rows of the buttons', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const matrix = randomMatrix(seeded(seed))
    for (const at of QUEUES) {
      for (const { segment, ...kind } of KINDS) {
        const said = functionalRoutes(
          { ...kind, flags: [...kind.flags], queue: at, customer: { segment } },
          matrix
        )
        expect(said.map(({ id }) => id)).toEqual(routes(matrix, at, { ...kind, segment }).map(({ id }) => id))
      }
    }
  }
})
