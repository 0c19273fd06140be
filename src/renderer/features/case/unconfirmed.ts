import type { CaseEvent } from '../../../shared/case/event.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'

/** What of a case an unanswered change of mine may be about. */
export type Aspect = 'owner' | 'status' | 'priority' | 'category' | 'queue'

const touches: Record<Aspect, readonly CaseEvent['type'][]> = {
  owner: [
    'case.claimed',
    'case.assigned',
    'case.released',
    'escalation.accepted',
    'escalation.withdrawn',
    'case.transferred'
  ],
  status: ['case.pended', 'case.held', 'case.resumed', 'case.resolved', 'case.closed', 'case.reopened'],
  priority: ['case.prioritySet'],
  category: ['case.categorySet'],
  queue: ['case.escalated', 'escalation.returned', 'escalation.withdrawn', 'case.transferred']
}

/** How far my last change of this aspect has got; null once the server has confirmed it, or there was none. */
export function savedOf(timeline: readonly TimelineEntry[], aspect: Aspect): TimelineEntry['saved'] {
  return timeline.findLast((entry) => touches[aspect].includes(entry.event.type))?.saved ?? null
}
