import { expect, test } from 'vitest'
import { Refusal } from '../../shared/case/refusal.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { Queue } from '../../shared/people/queue.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { createFormat } from './format.ts'
import { it } from './it.ts'
import { type RefusalNames, refusalText } from './refusal-text.ts'

const ben = PersonId.parse('ben')
const at = Date.UTC(2026, 5, 3, 12, 2)
const names: RefusalNames = {
  person: (id) => (id === ben ? 'Ben' : id),
  queue: (queue) => `${queue.tier} ${queue.team}`,
  category: (id) => (id === 'bug' ? 'Bug' : id),
  exception: (id) => id
}
const english = { words: en, names, format: createFormat('en', 'Europe/Rome') }
const queue = Queue.parse({ tier: 'L2', team: 'billing' })

/** What a refusal may carry; every kind picks what it knows. */
const details = {
  by: ben,
  at,
  lastType: 'case.claimed',
  owner: ben,
  queue,
  person: ben,
  was: queue,
  now: Queue.parse({ tier: 'L3', team: 'core' }),
  missing: ['need', 'tried'],
  leftMinor: 5000,
  currency: 'EUR',
  escalationId: 'op-1',
  status: 'withdrawn',
  because: 'owner',
  opId: 'op-1',
  problem: 'what',
  to: 'chat',
  sent: { type: 'case.note', caseId: 'c1', body: 'what was sent' },
  field: 'body',
  length: 20_001,
  most: 20_000,
  version: 9
}

for (const [language, words] of [
  ['en', en],
  ['es', es],
  ['it', it]
] as const) {
  test(`[CS1] every refusal has words in ${language}, and they show no hole`, () => {
    const format = createFormat(language, 'Europe/Rome')
    const texts = Refusal.options.map((option) => {
      const refusal = Refusal.parse({ ...details, type: option.shape.type.value })
      return [refusal.type, refusalText(refusal, { words, names, format })] as const
    })
    expect(texts.length).toBeGreaterThan(30)
    expect(
      texts.filter(([, text]) => !/\p{L}{3}/u.test(text) || /undefined|\[object|NaN/.test(text))
    ).toEqual([])
  })
}

test('[CS1] who took the case is told with how long before', () => {
  const taken = { type: 'CaseTaken', by: ben, at, lastType: 'case.claimed' } as const
  expect(refusalText(taken, { ...english, askedAt: at + 60_000 })).toBe(
    'Ben took this case 1 min before you. Next case like this: J.'
  )
  expect(refusalText(taken, { ...english, askedAt: at - 60_000 })).toBe(
    'Ben took this case before you. Next case like this: J.'
  )
  expect(refusalText(taken, { ...english, now: at + 60_000 })).toBe(
    'Ben has this case (14:02). Next case like this: J.'
  )
})

test('[CS1] a case that nobody owns is not said to be with somebody', () => {
  expect(refusalText({ type: 'NotYourCase', owner: null }, english)).toBe(en.refusals.NobodyOwnsIt)
})

test('[CS1] what was done otherwise than asked is told with the names people know', () => {
  expect(refusalText({ type: 'Rerouted', was: 'L2/billing', now: 'L3/core' }, english)).toBe(
    'Cases like this now go to L3 core. Yours went there, not to L2 billing.'
  )
  expect(refusalText({ type: 'ChangedMeanwhile', was: 'high', by: ben, at }, { ...english, now: at })).toBe(
    'Ben had set this to High (14:02). It is now as you set it.'
  )
  expect(refusalText({ type: 'ChangedMeanwhile', was: 'bug', by: ben, at }, { ...english, now: at })).toBe(
    'Ben had set this to Bug (14:02). It is now as you set it.'
  )
})

test('[EN31] what was really sent is told so that one knows it again: its kind, its amount, the beginning of its words', () => {
  const grant = {
    type: 'case.grant',
    caseId: 'c1',
    ask: { action: 'goodwill', amountMinor: 333, currency: 'EUR', package: {} }
  }
  const reply = { type: 'case.reply', caseId: 'c1', body: `Dear  Rosa,\n${'so sorry '.repeat(40)}` }
  const said = (sent: unknown) => refusalText(Refusal.parse({ type: 'SentAlready', sent, at }), english)
  expect(said(grant)).toContain('Granted an amount: Goodwill €3.33.')
  expect(said(reply)).toMatch(/Replied: “Dear Rosa, so sorry .*…”\./)
  expect(said(reply).length).toBeLessThan(320)
})
