import { expect, test } from 'vitest'
import { PersonId } from '../../../shared/lib/ids.ts'
import { Queue } from '../../../shared/people/queue.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import { en } from '../../words/en.ts'
import { createFormat } from '../../words/format.ts'
import { eventText, noteOf } from './event-text.ts'

const names: Names = {
  person: (id) => id,
  queue: (queue) => `${queue.tier} ${queue.team}`,
  tier: (tier) => tier,
  team: (queue) => queue.team,
  category: (id) => id,
  exception: (id) => id
}
const telling = { words: en, format: createFormat('en'), names }
const say = (event: TimelineEntry['event']) =>
  eventText({ key: 'k', at: 0, by: PersonId.parse('Ana'), opId: null, saved: null, event }, telling)

test('[CS12] a move says from where to where', () => {
  const from = Queue.parse({ tier: 'L1', team: 'front' })
  const to = Queue.parse({ tier: 'L2', team: 'billing' })
  expect(say({ type: 'case.transferred', from, to, note: 'x', clocks: {} })).toBe(
    'Ana transferred the case: L1 front → L2 billing'
  )
  expect(noteOf({ type: 'case.transferred', from, to, note: ' because ', clocks: {} })).toBe('because')
})

test('[CS12] the last yes is told from one on the way', () => {
  const approved = { type: 'approval.approved', escalationId: 'e' as never, step: 0 } as const
  expect(say({ ...approved, nextDueAt: 5 })).toContain('next step')
  expect(say({ ...approved, nextDueAt: null })).toContain('granted')
})

test('[CS12] money and values are told in words', () => {
  expect(say({ type: 'case.granted', action: 'refund', amountMinor: 1250, currency: 'EUR' })).toBe(
    'Ana granted: Refund, €12.50'
  )
  const done = { type: 'grant.carriedOut', what: 'grant', index: 0 } as const
  expect(say({ ...done, receipt: 'L-1042' })).toBe('Carried out, receipt L-1042')
  expect(say({ ...done, receipt: null })).toBe('Carried out')
  expect(say({ type: 'case.prioritySet', from: 'low', to: 'urgent', clocks: {} })).toBe(
    'Ana changed the priority: Low → Urgent'
  )
})
