import type { CaseEvent } from '../../../shared/case/event.ts'

/** One line in the conversation for what happened. Messages and notes are shown whole, so theirs is only a name. */
export const events = {
  'case.opened': (who: string) => `${who} opened the case`,
  'case.customerWrote': (who: string) => `${who} wrote`,
  'case.claimed': (who: string) => `${who} claimed the case`,
  'case.assigned': (who: string, to: string) => `${who} assigned the case to ${to}`,
  'case.released': (who: string) => `${who} released the case`,
  'case.transferred': (who: string, to: string) => `${who} transferred the case to ${to}`,
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
  'case.closed': 'The case was closed',
  'case.reopened': (who: string, reason: string) => `${who} reopened the case: ${reason}`,
  'case.granted': (who: string, what: string, amount: string) => `${who} granted: ${what}, ${amount}`,
  'case.escalated': (who: string, to: string) => `${who} escalated the case to ${to}`,
  'escalation.accepted': (who: string) => `${who} accepted the escalation`,
  'escalation.returned': (who: string, to: string) => `${who} returned the case to ${to}`,
  'escalation.withdrawn': (who: string) => `${who} withdrew the escalation`,
  'approval.requested': (who: string, what: string, amount: string) =>
    `${who} asked for approval: ${what}, ${amount}`,
  'approval.amended': (who: string, amount: string) => `${who} changed the request: ${amount}`,
  'approval.approved': (who: string) => `${who} approved the request`,
  'approval.declined': (who: string, reason: string) => `${who} declined the request: ${reason}`,
  'approval.expired': 'The request got no answer in time'
} satisfies Record<CaseEvent['type'], unknown>
