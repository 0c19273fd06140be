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
  'grant.carriedOut': (receipt) => (receipt ? `Eseguito, ricevuta ${receipt}` : 'Eseguito'),
  'case.escalated': (who, from, to) => `${who} ha fatto un’escalation del caso: ${from} → ${to}`,
  'escalation.accepted': (who) => `${who} ha accettato l’escalation`,
  'escalation.returned': (who, to, why) =>
    why ? `${who} ha restituito il caso a ${to}: ${why}` : `${who} ha restituito il caso a ${to}`,
  'escalation.withdrawn': (who) => `${who} ha ritirato l’escalation`,
  'approval.requested': (who, what) => `${who} ha chiesto l’approvazione: ${what}`,
  'approval.amended': (who, amount) => `${who} ha cambiato la richiesta: ${amount}`,
  'approval.approved': {
    step: (who) => `${who} ha approvato la richiesta; va al passo successivo`,
    last: (who) => `${who} ha approvato la richiesta; è concessa`
  },
  'approval.declined': (who, reason) => `${who} ha rifiutato la richiesta: ${reason}`,
  'case.flagged': {
    on: (who, flag) => `${who} ha segnalato il caso: ${flag}`,
    off: (who, flag) => `${who} ha tolto la segnalazione: ${flag}`
  },
  'case.wentPrivate': (who, channel) => `${who} ha portato la conversazione in privato: ${channel}`,
  'case.managerCalled': (who) => `${who} ha chiamato il responsabile delle escalation`,
  'case.callAnswered': (who) => `${who} ha risposto alla chiamata`,
  'case.swarmed': (who, people) => `${who} ha chiesto aiuto a ${people}`,
  'case.swarmLeft': (who) => `${who} ha lasciato il gruppo di aiuto`,
  'case.notified': (whom, why) => `Avvisato ${whom}: ${why}`,
  'approval.handedOn': (who, to) => `${who} ha passato la richiesta a ${to}`,
  'approval.reminded': (whom) => `Nessuna risposta in tempo; ${whom} è stato avvisato e può rispondere`,
  'approval.expired': {
    next: 'Nessuna risposta in tempo; la richiesta va al passo successivo',
    last: 'La richiesta non ha avuto risposta in tempo ed è finita',
    declined: 'Nessuna risposta in tempo: vale come un no'
  }
}
