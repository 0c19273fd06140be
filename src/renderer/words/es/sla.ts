import type { sla as en } from '../en/sla.ts'

export const sla: typeof en = {
  title: 'Plazos',
  clock: { own: 'Responsable', firstResponse: 'Primera respuesta', resolve: 'Resolución', stage: 'Etapa' },
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
    paused: (clock, why) => `${clock}, en pausa: ${why}`,
    met: (clock, when) => `${clock}, cumplido a las ${when}`
  },
  over: (span) => `${span} tarde`,
  pausedWhy: {
    pending: 'a la espera del cliente',
    on_hold: 'caso en espera',
    closedHours: (opens) => `fuera de horario, sigue a las ${opens}`
  }
}
