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
  'case.escalated': (who: string, from: string, to: string) => `${who} escalated the case: ${from} → ${to}`,
  'escalation.accepted': (who: string) => `${who} accepted the escalation`,
  'escalation.returned': (who: string, to: string) => `${who} returned the case to ${to}`,
  'escalation.withdrawn': (who: string) => `${who} withdrew the escalation`,
  'approval.requested': (who: string, what: string, amount: string) =>
    `${who} asked for approval: ${what}, ${amount}`,
  'approval.amended': (who: string, amount: string) => `${who} changed the request: ${amount}`,
  'approval.approved': {
    step: (who: string) => `${who} approved the request; it goes on to the next step`,
    last: (who: string) => `${who} approved the request; it is granted`
  },
  'approval.declined': (who: string, reason: string) => `${who} declined the request: ${reason}`,
  'approval.expired': {
    next: 'No answer in time; the request goes on to the next step',
    last: 'The request got no answer in time and has ended'
  }
} satisfies Record<CaseEvent['type'], unknown>
