import type { Words } from '../../words/words.ts'

type How = Words['case']['left']['how']

/** How a case left my queues, by what happened to it; `scope`: nothing did, it is I who no longer work there. */
export function goneText(why: string, how: How): (who: string, to: string) => string {
  switch (why) {
    case 'scope':
      return how.scope
    case 'case.escalated':
      return how.escalated
    case 'escalation.accepted':
    case 'case.claimed':
      return how.accepted
    case 'escalation.returned':
      return how.returned
    case 'escalation.withdrawn':
      return how.withdrawn
    case 'case.transferred':
      return how.transferred
    case 'case.swarmLeft':
      return how.swarm
    case 'approval.approved':
    case 'approval.declined':
    case 'approval.handedOn':
      return how.decided
    default:
      return how.moved
  }
}
