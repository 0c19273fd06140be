import type { CaseEvent } from '../../../shared/case/event.ts'

/** One line in the conversation for what happened. Messages and notes are shown whole, so theirs is only a name. */
export const events = {
  'case.opened': (who: string) => `${who} opened the case`,
  'case.customerWrote': (who: string) => `${who} wrote`,
  'case.claimed': (who: string) => `${who} claimed the case`,
  'case.assigned': (who: string, to: string) => `${who} assigned the case to ${to}`,
  'case.released': (who: string) => `${who} released the case`,
  'case.transferred': (who: string, from: string, to: string) =>
    `${who} transferred the case: ${from} → ${to}`,
  'case.replied': (who: string) => `${who} replied`,
  'case.noted': (who: string) => `${who} added a note`,
  'case.prioritySet': (who: string, from: string, to: string) =>
    `${who} changed the priority: ${from} → ${to}`,
  'case.categorySet': (who: string, from: string, to: string) =>
    `${who} changed the category: ${from} → ${to}`,
  'case.pended': (who: string) => `${who} set the case to pending`,
  'case.held': (who: string, reason: string) => `${who} put the case on hold: ${reason}`,
  'case.resumed': (who: string) => `${who} resumed the case`,
  'case.resolved': (who: string, resolution: string) => `${who} resolved the case: ${resolution}`,
  'case.closed': (who: string) => `${who} closed the case`,
  'case.reopened': (who: string, reason: string) => `${who} reopened the case: ${reason}`,
  'case.granted': (who: string, what: string, amount: string) => `${who} granted: ${what}, ${amount}`,
  'grant.carriedOut': (receipt: string | null) =>
    receipt ? `Carried out, receipt ${receipt}` : 'Carried out',
  'case.escalated': (who: string, from: string, to: string) => `${who} escalated the case: ${from} → ${to}`,
  'escalation.accepted': (who: string) => `${who} accepted the escalation`,
  'escalation.returned': (who: string, to: string, why: string | null) =>
    why ? `${who} returned the case to ${to}: ${why}` : `${who} returned the case to ${to}`,
  'escalation.withdrawn': (who: string) => `${who} withdrew the escalation`,
  'approval.requested': (who: string, what: string) => `${who} asked for approval: ${what}`,
  'approval.amended': (who: string, amount: string) => `${who} changed the request: ${amount}`,
  'approval.approved': {
    step: (who: string) => `${who} approved the request; it goes on to the next step`,
    last: (who: string) => `${who} approved the request; it is granted`
  },
  'approval.declined': (who: string, reason: string) => `${who} declined the request: ${reason}`,
  'case.flagged': {
    on: (who: string, flag: string) => `${who} flagged the case: ${flag}`,
    off: (who: string, flag: string) => `${who} took the flag down: ${flag}`
  },
  'case.wentPrivate': (who: string, channel: string) =>
    `${who} moved the conversation out of the public: ${channel}`,
  'case.managerCalled': (who: string) => `${who} called the escalation manager`,
  'case.callAnswered': (who: string) => `${who} answered the call`,
  'case.swarmed': (who: string, people: string) => `${who} asked ${people} for help`,
  'case.swarmLeft': (who: string) => `${who} left the swarm`,
  'case.notified': (whom: string, why: string) => `${whom} was told: ${why}`,
  'approval.handedOn': (who: string, to: string) => `${who} handed the request on to ${to}`,
  'approval.reminded': (whom: string) => `No answer in time; ${whom} was told and may answer as well`,
  'approval.expired': {
    next: 'No answer in time; the request goes on to the next step',
    last: 'The request got no answer in time and has ended',
    declined: 'No answer in time, and that counts as a no'
  }
} satisfies Record<CaseEvent['type'], unknown>
