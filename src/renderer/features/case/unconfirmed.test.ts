import { expect, test } from 'vitest'
import { PersonId } from '../../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { savedOf } from './unconfirmed.ts'

function entry(event: TimelineEntry['event'], saved: TimelineEntry['saved']): TimelineEntry {
  return { key: 'k', at: 0, by: PersonId.parse('ana'), opId: null, saved, event }
}

test('[CS7] a value shows how far my last change of it has got', () => {
  const timeline = [
    entry({ type: 'case.claimed', clocks: {} }, null),
    entry({ type: 'case.prioritySet', from: 'low', to: 'high', clocks: {} }, 'sent'),
    entry({ type: 'case.pended', clocks: {} }, 'here')
  ]
  expect(savedOf(timeline, 'owner')).toBeNull()
  expect(savedOf(timeline, 'priority')).toBe('sent')
  expect(savedOf(timeline, 'status')).toBe('here')
  expect(savedOf(timeline, 'category')).toBeNull()
})
