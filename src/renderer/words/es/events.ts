import type { events as en } from '../en/events.ts'

export const events: typeof en = {
  'case.opened': (who) => `${who} abrió el caso`,
  'case.customerWrote': (who) => `${who} escribió`,
  'case.claimed': (who) => `${who} tomó el caso`,
  'case.assigned': (who, to) => `${who} asignó el caso a ${to}`,
  'case.released': (who) => `${who} liberó el caso`,
  'case.transferred': (who, from, to) => `${who} transfirió el caso: ${from} → ${to}`,
  'case.replied': (who) => `${who} respondió`,
  'case.noted': (who) => `${who} añadió una nota`,
  'case.prioritySet': (who, from, to) => `${who} cambió la prioridad: ${from} → ${to}`,
  'case.categorySet': (who, from, to) => `${who} cambió la categoría: ${from} → ${to}`,
  'case.pended': (who) => `${who} dejó el caso pendiente`,
  'case.held': (who, reason) => `${who} puso el caso en espera: ${reason}`,
  'case.resumed': (who) => `${who} reanudó el caso`,
  'case.resolved': (who, resolution) => `${who} resolvió el caso: ${resolution}`,
  'case.closed': (who) => `${who} cerró el caso`,
  'case.reopened': (who, reason) => `${who} reabrió el caso: ${reason}`,
  'case.granted': (who, what, amount) => `${who} concedió: ${what}, ${amount}`,
  'grant.carriedOut': (receipt) => (receipt ? `Ejecutado, comprobante ${receipt}` : 'Ejecutado'),
  'case.escalated': (who, from, to) => `${who} escaló el caso: ${from} → ${to}`,
  'escalation.accepted': (who) => `${who} aceptó el escalado`,
  'escalation.returned': (who, to, why) =>
    why ? `${who} devolvió el caso a ${to}: ${why}` : `${who} devolvió el caso a ${to}`,
  'escalation.withdrawn': (who) => `${who} retiró el escalado`,
  'approval.requested': (who, what) => `${who} pidió aprobación: ${what}`,
  'approval.amended': (who, amount) => `${who} cambió la solicitud: ${amount}`,
  'approval.approved': {
    step: (who) => `${who} aprobó la solicitud; pasa al siguiente paso`,
    last: (who) => `${who} aprobó la solicitud; queda concedida`
  },
  'approval.declined': (who, reason) => `${who} rechazó la solicitud: ${reason}`,
  'case.flagged': {
    on: (who, flag) => `${who} marcó el caso: ${flag}`,
    off: (who, flag) => `${who} quitó la marca: ${flag}`
  },
  'case.wentPrivate': (who, channel) => `${who} sacó la conversación de lo público: ${channel}`,
  'case.managerCalled': (who) => `${who} llamó al responsable de escalados`,
  'case.callAnswered': (who) => `${who} atendió la llamada`,
  'case.swarmed': (who, people) => `${who} pidió ayuda a ${people}`,
  'case.swarmLeft': (who) => `${who} dejó el grupo de ayuda`,
  'case.notified': (whom, why) => `Se avisó a ${whom}: ${why}`,
  'approval.handedOn': (who, to) => `${who} pasó la solicitud a ${to}`,
  'approval.reminded': (whom) => `Nadie respondió a tiempo; se avisó a ${whom}, que también puede responder`,
  'approval.expired': {
    next: 'Sin respuesta a tiempo; la solicitud pasa al siguiente paso',
    last: 'La solicitud no tuvo respuesta a tiempo y ha terminado',
    declined: 'Nadie respondió a tiempo, y eso cuenta como un no'
  }
}
