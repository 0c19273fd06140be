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
const tell = (event: Notice['event']) =>
  noticeText(
    {
      seq: 1,
      caseId: CaseId.parse('c1'),
      ref: 'T-1',
      subject: 's',
      at: 0,
      by: PersonId.parse('Sol'),
      event,
      ask: { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: {} }
    },
    { words: en, format: createFormat('en'), names, me: 'Ana' }
  )

test('[CS16] the last yes is good news with its amount, a step on the way is news, a no says why', () => {
  const yes = { type: 'approval.approved', escalationId, step: 0, note: ' fine ' } as const
  expect(tell({ ...yes, nextDueAt: null })).toEqual({
    text: 'Sol approved: Refund €120.00',
    note: 'fine',
    tone: 'positive'
  })
  expect(tell({ ...yes, nextDueAt: 5 }).tone).toBe('plain')
  expect(tell({ type: 'approval.declined', escalationId, step: 0, reason: 'too much' })).toEqual({
    text: 'Sol declined: Refund €120.00',
    note: 'too much',
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

test('[CS16] everything one is told about has words', () => {
  const to = Queue.parse({ tier: 'L1', team: 'front' })
  const all: Record<(typeof NEWS)[number], Notice['event']> = {
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
    'case.managerCalled': { type: 'case.managerCalled', note: 'n' },
    'case.callAnswered': { type: 'case.callAnswered', note: 'n' },
    'case.swarmed': { type: 'case.swarmed', people: [ana], note: 'n' }
  }
  // Only an event nobody is told of would be worded by the name alone.
  expect(NEWS.map((type) => tell(all[type]).text)).not.toContain('Sol')
})
