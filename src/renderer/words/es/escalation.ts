import type { escalation as en } from '../en/escalation.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const escalation: typeof en = {
  title: 'Escalar',
  functional: 'Requiere conocimiento',
  hierarchical: 'Requiere autoridad',
  yourself: 'Esto puedes hacerlo tú',
  similar: 'Casos resueltos parecidos a este',
  acceptsWithin: (span) => `acepta en ${span}`,
  asks: (fields) => `Pide: ${fields}`,
  handOff: 'Traspaso',
  package: {
    need: 'Qué necesita el cliente',
    tried: 'Qué se ha probado',
    impact: 'Impacto',
    ask: 'Qué se pide'
  },
  packageShort: {
    need: 'la necesidad',
    tried: 'lo que se probó',
    impact: 'el impacto',
    ask: 'la petición'
  },
  prefilled: 'Rellenado a partir de la conversación. Revísalo.',
  send: 'Escalar',
  goesOutLater: 'Saldrá cuando vuelva la conexión.',
  path: 'Recorrido del caso',
  marks: {
    ping_pong: (times) => plural(times, { one: 'Ida y vuelta # vez', other: 'Ida y vuelta # veces' }),
    returned: 'Devuelto',
    skipped: 'Saltó un nivel'
  },
  state: {
    requested: 'Solicitado',
    accepted: 'Aceptado',
    approved: 'Aprobado',
    declined: 'Rechazado',
    withdrawn: 'Retirado',
    expired: 'Caducado',
    returned: 'Devuelto',
    closed: 'Cerrado'
  },
  list: 'Escalados',
  none: 'Este caso no se ha escalado.',
  action: { refund: 'Reembolso', credit: 'Abono', goodwill: 'Compensación' },
  moveTo: (queue) => `Trasladar a ${queue}`,
  exceptionOf: (what) => `Excepción: ${what}`,
  automatic: (why) => `Automático: ${why}`,
  trigger: {
    at_risk: 'un plazo está en riesgo',
    breached: 'se incumplió un plazo',
    reopened: 'se reabrió',
    returned: 'se devolvió'
  },
  upTo: (what, amount) => `${what} hasta ${amount}`,
  leftOnCase: (amount) => `quedan ${amount} en este caso`,
  approvalOver: (what, amount) => `Pedir aprobación: ${what} de más de ${amount}`,
  approvalFor: (what) => `Pedir aprobación: ${what}`,
  chain: (who, span) => `${who} en ${span}`,
  thenBy: ', después ',
  open: 'En curso',
  handOffTo: (queue) => `Escalar a ${queue}`,
  acceptBy: (queue, span, time) =>
    `${queue} acepta en ${span} (límite: ${time}). El caso sale de tu cola enseguida.`,
  grantTitle: (what) => what,
  yourLimit: (left) => `Puedes conceder hasta ${left} por tu cuenta.`,
  noLimit: 'No puedes concederlo por tu cuenta; cualquier importe se decide más arriba.',
  grantsNow: 'Dentro de tu límite. Se concede enseguida.',
  grantsLater: 'Dentro de tu límite. Se concederá en cuanto salga.',
  decidedBy: 'Supera tu límite. Quién decide:',
  stepBy: (who, span, time) => `${who}, en ${span} (límite: ${time})`,
  stepAfter: (who, span) => `después ${who}, en ${span}`,
  beyond: 'Nadie puede aprobar este importe.',
  grantNow: (amount) => `Conceder ${amount}`,
  askNow: (amount) => `Pedir aprobación: ${amount}`,
  notAnAmount: 'Esto no es un importe. Escríbelo así: 12,50.',
  amendText: 'Los aprobadores empiezan de nuevo con el nuevo importe.',
  withdrawAsk: (what) => `Retirar la solicitud: ${what}`,
  withdrawText: 'El caso vuelve a ti.',
  amend: (what) => `Cambiar la solicitud: ${what}`,
  decide: {
    approve: (what) => `Aprobar: ${what}`,
    decline: (what) => `Rechazar: ${what}`
  },
  hop: (from, to) => `${from} → ${to}`,
  askedBy: (who, when) => `${who}, ${when}`,
  acceptedBy: (who, span) => `Lo aceptó ${who} después de ${span}`,
  notAcceptedYet: (time) => `Sin aceptar aún, vence ${time}`,
  resolveBy: (time) => `Límite para resolver: ${time}`,
  returnedWith: 'Devuelto con esta nota',
  step: {
    waiting: (time) => `decide (límite: ${time})`,
    later: 'viene después',
    never: 'no se le preguntó',
    approved: (when) => `aprobó, ${when}`,
    declined: (when) => `rechazó, ${when}`,
    reminded: (when) => `recibió un aviso, ${when}`,
    handed_on: (when) => `la pasó, ${when}`,
    timed_out: (when) => `no respondió a tiempo, ${when}`
  },
  grants: 'Concedido',
  grantedBy: (who, when) => `${who}, ${when}`,
  grantApproved: (who) => `lo aprobó ${who}`,
  tried: {
    reply: (text) => `Respondido: ${text}`,
    note: (text) => `Anotado: ${text}`
  },
  inPlaceOf: (who, whom) => `${who}, en lugar de ${whom},`,
  allowed: 'Excepciones permitidas',
  because: (why) => `Ruta especial: ${why}`,
  special: {
    fraud: 'posible fraude',
    compliance: 'cumplimiento normativo',
    outage: 'una caída de servicio',
    vip: 'un cliente VIP',
    other: 'un caso especial'
  },
  hops: {
    title: 'Recorrido, paso a paso',
    how: {
      opened: (who) => `Lo abrió ${who}`,
      escalated: (who) => `Lo escaló ${who}`,
      returned: (who) => `Lo devolvió ${who}`,
      withdrawn: (who) => `Lo recuperó ${who}`,
      transferred: (who) => `Lo transfirió ${who}`
    },
    automatic: 'automático',
    stayed: (span) => `estuvo ${span}`,
    stays: (span) => `lleva aquí ${span}`,
    ruleInWords: (sentence, detail) => `${sentence} (${detail})`,
    ruleToday: (detail, sentence) => `${detail}; hoy dice: ${sentence}`,
    ruleLabel: 'Regla',
    rule: (row, version) => `fila ${row}, versión ${version}`,
    ruleBoth: (row, made, judged) => `fila ${row}, hecho con la versión ${made}, juzgado con la ${judged}`
  },
  helped: {
    title: 'Resuelto con la solución de',
    told: 'Qué se le dijo a aquel cliente',
    use: 'Resuelto con esto',
    open: 'Abrir ese caso',
    with: (what) => `Con la solución de ${what}. Cuenta como un escalado evitado.`,
    elsewhere: 'Un caso que no está en este equipo'
  },
  tell: {
    title: 'Avisar al cliente',
    folded: 'Así no se le envía nada al cliente.',
    parts: 'Qué dice el mensaje',
    part: {
      empathy: 'Comprensión',
      done: 'Qué se ha hecho',
      fault: 'El error fue nuestro',
      serious: 'Se toma en serio',
      contact: 'Quién le atiende ahora',
      next: 'Cuándo tendrá noticias',
      apology: 'Una disculpa'
    },
    doneLabel: 'Qué se ha hecho, tal como debe leerlo el cliente',
    doneHint: 'Las notas internas nunca se copian aquí.',
    message: 'Mensaje',
    hint: 'Sale junto con el escalado. Cámbialo como quieras.',
    unfilled: (words) => `Falta por rellenar: ${words}.`,
    again: 'Componerlo de nuevo',
    send: 'Escalar y avisar al cliente'
  },
  returnTo: (queue) => `Devolver a ${queue}`,
  returnNote: 'Qué deben saber',
  returnWhy: 'Por qué vuelve',
  returnGoal: 'A quién vuelve',
  returnToTeam: (queue) => `A la cola: ${queue}`,
  returnToPerson: (who) => `Directamente a ${who}, que lo envió`,
  returnReason: {
    answered: 'Respondido: el resto se puede hacer allí',
    known_solution: 'Ya había una solución conocida',
    missing_information: 'Falta información',
    not_ours: 'No corresponde a este equipo',
    other: 'Otro motivo'
  }
}
