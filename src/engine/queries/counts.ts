import { personScopes } from '../../shared/case/rights.ts'
import { queuesOf } from '../../shared/case/routes.ts'
import { worksIn } from '../../shared/people/person.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { Counts } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { countDrafts } from '../store/drafts.ts'
import { outboxSize } from '../store/outbox.ts'
import { countReview } from '../store/review.ts'
import { countApprovals, countAsked, countAtRisk, countCalled, countOf, countWork } from './case-list.ts'

/** What stands in the left navigation: the person's queues in the order of the tiers, and how much waits where. */
export function getCounts(db: Reader, place: Place, serverNow: number): Counts {
  const all = personScopes(place.person).includes('*')
  const queues = queuesOf(place.matrix).filter((queue) => all || worksIn(place.person, queue))
  return {
    work: countWork(db, place),
    drafts: countDrafts(db),
    asked: countAsked(db),
    approvals: countApprovals(db, place, serverNow, '*'),
    called: countCalled(db),
    atRisk: countAtRisk(db, serverNow),
    queues: queues.map((queue) => ({
      queue,
      open: countOf(db, `open:${queueKey(queue)}`),
      unowned: countOf(db, `unowned:${queueKey(queue)}`)
    })),
    outbox: outboxSize(db).ops,
    review: countReview(db)
  }
}
