import { expect, test } from 'vitest'
import type { Case } from '../../../shared/case/case.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { createFormat } from '../../words/format.ts'
import { wordsIn } from '../../words/WordsProvider.tsx'
import { type Decided, decidedUntold, decisionLetter } from './decision-letter.ts'

const request = (status: string, at: number, over: object = {}) =>
  ({
    kind: 'hierarchical',
    by: 'ana',
    id: `${status}-${at}`,
    ask: { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: {} },
    state: { status, at },
    ...over
  }) as unknown as Decided
const kase = (escalations: Decided[], status = 'open') =>
  ({ escalations, state: { status } }) as unknown as Case
const reply = (at: number) => ({ at, event: { type: 'case.replied' } }) as unknown as TimelineEntry

test('[CS18] the latest decision on what I asked is offered to be told, until the customer was written', () => {
  const yes = request('approved', 10)
  expect(decidedUntold(kase([yes]), [], 'ana')).toBe(yes)
  expect(decidedUntold(kase([yes]), [reply(9)], 'ana')).toBe(yes)
  expect(decidedUntold(kase([yes]), [reply(11)], 'ana')).toBeUndefined()
  const no = request('declined', 20)
  expect(decidedUntold(kase([no, yes]), [reply(11)], 'ana')).toBe(no)
  expect(decidedUntold(kase([yes]), [], 'ben')).toBeUndefined()
  expect(decidedUntold(kase([yes], 'resolved'), [], 'ana')).toBeUndefined()
  expect(decidedUntold(kase([request('withdrawn', 10), request('requested', 10)]), [], 'ana')).toBeUndefined()
})

test('[CS18] the letter says what was decided, with the amount, in the customer’s language', () => {
  const names = { queue: () => 'L3 Core', exception: () => 'late return' }
  for (const language of ['en', 'es', 'it'] as const) {
    const telling = { words: wordsIn(language), format: createFormat(language), names }
    const money = telling.format.money(12_000, 'EUR')
    const letter = (one: Decided) => decisionLetter(one, 'Ivo Marin', 'Ana Ruiz', telling)
    const yes = letter(request('approved', 1))
    const no = letter(request('declined', 1))
    for (const text of [yes, no]) {
      expect(text).toContain('Ivo Marin')
      expect(text).toContain(money)
      expect(text.endsWith('Ana Ruiz')).toBe(true)
    }
    expect(letter(request('expired', 1))).toBe(no)
    expect(letter(request('approved', 1, { ask: { action: 'move', to: {}, package: {} } }))).toContain(
      'L3 Core'
    )
    const exception = { ask: { action: 'exception', exception: 'late', package: {} } }
    expect(letter(request('approved', 1, exception))).toContain('late return')
    expect(letter(request('declined', 1, exception))).not.toContain('late return')
  }
})
