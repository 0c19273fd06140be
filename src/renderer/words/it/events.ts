import type { events as en } from '../en/events.ts'

export const events: typeof en = {
  'case.opened': (who) => `${who} ha aperto il caso`,
  'case.customerWrote': (who) => `${who} ha scritto`,
  'case.claimed': (who) => `${who} ha preso il caso`,
  'case.assigned': (who, to) => `${who} ha assegnato il caso a ${to}`,
  'case.released': (who) => `${who} ha rilasciato il caso`,
  'case.transferred': (who, from, to) => `${who} ha trasferito il caso: ${from} → ${to}`,
  'case.replied': (who) => `${who} ha risposto`,
  'case.noted': (who) => `${who} ha aggiunto una nota`,
  'case.prioritySet': (who, from, to) => `${who} ha cambiato la priorità: ${from} → ${to}`,
  'case.categorySet': (who, from, to) => `${who} ha cambiato la categoria: ${from} → ${to}`,
  'case.pended': (who) => `${who} ha messo il caso in attesa del cliente`,
  'case.held': (who, reason) => `${who} ha sospeso il caso: ${reason}`,
  'case.resumed': (who) => `${who} ha ripreso il caso`,
  'case.resolved': (who, resolution) => `${who} ha risolto il caso: ${resolution}`,
  'case.closed': (who) => `${who} ha chiuso il caso`,
  'case.reopened': (who, reason) => `${who} ha riaperto il caso: ${reason}`,
  'case.granted': (who, what, amount) => `${who} ha concesso: ${what}, ${amount}`,
  'case.escalated': (who, from, to) => `${who} ha fatto un’escalation del caso: ${from} → ${to}`,
  'escalation.accepted': (who) => `${who} ha accettato l’escalation`,
  'escalation.returned': (who, to) => `${who} ha restituito il caso a ${to}`,
  'escalation.withdrawn': (who) => `${who} ha ritirato l’escalation`,
  'approval.requested': (who, what, amount) => `${who} ha chiesto l’approvazione: ${what}, ${amount}`,
  'approval.amended': (who, amount) => `${who} ha cambiato la richiesta: ${amount}`,
  'approval.approved': {
    step: (who) => `${who} ha approvato la richiesta; va al passo successivo`,
    last: (who) => `${who} ha approvato la richiesta; è concessa`
  },
  'approval.declined': (who, reason) => `${who} ha rifiutato la richiesta: ${reason}`,
  'approval.expired': {
    next: 'Nessuna risposta in tempo; la richiesta va al passo successivo',
    last: 'La richiesta non ha avuto risposta in tempo ed è finita'
  }
}
