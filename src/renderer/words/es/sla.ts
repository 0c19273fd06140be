import type { sla as en } from '../en/sla.ts'

export const sla: typeof en = {
  title: 'Plazos',
  clock: { own: 'Toma del caso', firstResponse: 'Primera respuesta', resolve: 'Resolución', stage: 'Etapa' },
  state: {
    on_track: 'En plazo',
    at_risk: 'En riesgo',
    breached: 'Fuera de plazo',
    paused: 'En pausa',
    met: 'Cumplido'
  },
  description: {
    on_track: (clock, due) => `${clock}, en plazo: vence ${due}`,
    at_risk: (clock, due) => `${clock}, en riesgo: vence ${due}`,
    breached: (clock, due) => `${clock}, fuera de plazo: venció ${due}`,
    late: (clock, when, over) => `${clock}, fuera de plazo: alcanzado ${when}, ${over}`,
    paused: (clock, why) => `${clock}, en pausa: ${why}`,
    met: (clock, when) => `${clock}, cumplido (${when})`
  },
  left: (span) => `quedan ${span}`,
  over: (span) => `${span} tarde`,
  dueAt: (when) => `vence ${when}`,
  wasDueAt: (when) => `venció ${when}`,
  metAt: (when) => `cumplido ${when}`,
  lateAt: (when) => `alcanzado ${when}`,
  target: (span) => `objetivo ${span}`,
  none: 'En este caso no corre ningún plazo.',
  runsWhy: {
    own: 'hasta que alguien tome el caso',
    firstResponse: 'hasta la primera respuesta al cliente',
    resolve: 'hasta que se resuelva el caso',
    stage: 'hasta que este nivel lo resuelva o lo devuelva'
  },
  pausedWhy: {
    pending: 'a la espera del cliente',
    on_hold: (reason) => `en espera: ${reason}`,
    ended: 'el caso está resuelto, aún se debe una respuesta'
  }
}
