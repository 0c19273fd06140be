import { expect, test } from 'vitest'
import { NEWS } from '../../../shared/case/news-for.ts'
import { CaseId, PersonId } from '../../../shared/lib/ids.ts'
import { Queue } from '../../../shared/people/queue.ts'
import type { Notice } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import { en } from '../../words/en.ts'
import { createFormat } from '../../words/format.ts'
import { noticeText } from './notice-text.ts'

const names: Names = {
  person: (id) => id,
  queue: (queue) => `${queue.tier} ${queue.team}`,
  tier: (tier) => tier,
  team: (queue) => queue.team,
  category: (id) => id,
  exception: (id) => id
}
const escalationId = 'e1' as never
const ana = PersonId.parse('Ana')
const tell = (event: Notice['event'], request: Notice['request'] = null) =>
  noticeText(
    {
      seq: 1,
      caseId: CaseId.parse('c1'),
      ref: 'T-1',
      subject: 's',
      at: 0,
      by: PersonId.parse('Sol'),
      event,
      ask: { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: {} },
      request
    },
    { words: en, format: createFormat('en'), names, me: 'Ana' }
  )

test('[CS16] the last yes is good news with its amount, a step on the way is news, a no says why', () => {
  const yes = { type: 'approval.approved', escalationId, step: 0, note: ' fine ' } as const
  expect(tell({ ...yes, nextDueAt: null })).toEqual({
    text: 'Sol approved: Refund €120.00',
    note: 'fine',
    became: null,
    tone: 'positive'
  })
  expect(tell({ ...yes, nextDueAt: 5 }).tone).toBe('plain')
  expect(tell({ type: 'approval.declined', escalationId, step: 0, reason: 'too much' })).toEqual({
    text: 'Sol declined: Refund €120.00',
    note: 'too much',
    became: null,
    tone: 'warning'
  })
  const late = { type: 'approval.expired', escalationId, step: 0 } as const
  const said = [
    { ...late, nextDueAt: null },
    { ...late, nextDueAt: 5 },
    { ...late, nextDueAt: null, declined: true as const }
  ].map((event) => tell(event).text)
  expect(new Set(said).size).toBe(3)
})

test('[CS16] whoever gets a request is told other than who asked', () => {
  const handed = { type: 'approval.handedOn', escalationId, step: 0, note: '', dueAt: 5 } as const
  expect(tell({ ...handed, to: ana }).text).not.toBe(tell({ ...handed, to: PersonId.parse('Max') }).text)
})

const asked = {
  type: 'approval.requested',
  escalationId,
  rowId: 'refund-200',
  madeUnder: 1,
  judgedUnder: 1,
  ask: { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: {} },
  subjectHash: 'h',
  chain: [],
  onTimeout: 'next',
  dueAt: 5
} as const satisfies Notice['event']
const request = (over: Partial<NonNullable<Notice['request']>> = {}): NonNullable<Notice['request']> => ({
  escalationId,
  by: PersonId.parse('Max'),
  step: 0,
  steps: 1,
  inPlaceOf: null,
  waits: true,
  canHandOn: true,
  over: null,
  ...over
})
const amended = {
  type: 'approval.amended',
  escalationId,
  ask: asked.ask,
  subjectHash: 'h',
  dueAt: 5
} as const

test('[CS22] who is asked to decide reads by whom, on what and why it is theirs, and in whose place', () => {
  expect(tell(asked, request())).toEqual({
    text: 'Max asks you to decide: Refund €120.00',
    note: null,
    became: null,
    tone: 'asks'
  })
  const ways: Notice['event'][] = [
    asked,
    amended,
    { type: 'approval.approved', escalationId, step: 0, nextDueAt: 5 },
    { type: 'approval.handedOn', escalationId, step: 0, to: ana, note: '', dueAt: 5 },
    { type: 'approval.reminded', escalationId, step: 0, whom: { person: ana }, dueAt: 5 }
  ]
  expect(new Set(ways.map((event) => tell(event, request()).text)).size).toBe(ways.length)
  expect(tell(asked, request({ inPlaceOf: PersonId.parse('Eva') })).note).toContain('Eva')
})

test('[CS22] what is over says what became of it, and who did it', () => {
  const became = (event: Notice['event'], by = 'Sol') =>
    tell(asked, request({ waits: false, over: { event, by: PersonId.parse(by), at: 1 } })).became
  const yes = { type: 'approval.approved', escalationId, step: 0, nextDueAt: null } as const
  expect([became(yes), became(yes, 'Ana')]).toEqual(['Sol approved it.', 'You approved it.'])
  const no = { type: 'approval.declined', escalationId, step: 0, reason: 'r' } as const
  const on = { type: 'approval.handedOn', escalationId, step: 0, note: '', dueAt: 5 } as const
  const all = [
    became(yes),
    became(no),
    became(no, 'Ana'),
    became({ ...on, to: PersonId.parse('Eva') }),
    became({ ...on, to: PersonId.parse('Eva') }, 'Ana'),
    became({ ...on, to: ana }),
    became({ type: 'approval.expired', escalationId, step: 0, nextDueAt: null }),
    became(amended),
    became({ type: 'escalation.withdrawn', escalationId, clocks: {} }),
    tell(asked, request({ waits: false })).became
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(tell(asked, request({ waits: false })).tone).toBe('plain')
})

test('[CS16] everything one is told about has words', () => {
  const to = Queue.parse({ tier: 'L1', team: 'front' })
  const all: Record<(typeof NEWS)[number], Notice['event']> = {
    'approval.requested': asked,
    'approval.amended': amended,
    'case.notified': {
      type: 'case.notified',
      whom: { role: 'supervisor' },
      automatic: { rowId: 'late', on: 'breached' }
    },
    'approval.approved': { type: 'approval.approved', escalationId, step: 0, nextDueAt: null },
    'approval.declined': { type: 'approval.declined', escalationId, step: 0, reason: 'r' },
    'approval.expired': { type: 'approval.expired', escalationId, step: 0, nextDueAt: null },
    'approval.handedOn': { type: 'approval.handedOn', escalationId, step: 0, to: ana, note: '', dueAt: 5 },
    'approval.reminded': {
      type: 'approval.reminded',
      escalationId,
      step: 0,
      whom: { role: 'supervisor' },
      dueAt: 5
    },
    'escalation.returned': { type: 'escalation.returned', escalationId, to, note: 'n', clocks: {} },
    'escalation.withdrawn': { type: 'escalation.withdrawn', escalationId, clocks: {} },
    'case.managerCalled': { type: 'case.managerCalled', note: 'n' },
    'case.callAnswered': { type: 'case.callAnswered', note: 'n' },
    'case.swarmed': { type: 'case.swarmed', people: [ana], note: 'n' }
  }
  // Only an event nobody is told of would be worded by the name alone.
  const asks: readonly string[] = ['approval.requested', 'approval.amended']
  expect(NEWS.map((type) => tell(all[type], asks.includes(type) ? request() : null).text)).not.toContain(
    'Sol'
  )
})
