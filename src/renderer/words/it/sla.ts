import type { sla as en } from '../en/sla.ts'

export const sla: typeof en = {
  title: 'Scadenze',
  clock: { own: 'Presa in carico', firstResponse: 'Prima risposta', resolve: 'Soluzione', stage: 'Fase' },
  state: {
    on_track: 'Nei tempi',
    at_risk: 'A rischio',
    breached: 'Fuori tempo',
    paused: 'In pausa',
    met: 'Rispettata'
  },
  description: {
    on_track: (clock, due) => `${clock}, nei tempi: scade ${due}`,
    at_risk: (clock, due) => `${clock}, a rischio: scade ${due}`,
    breached: (clock, due) => `${clock}, fuori tempo: scadeva ${due}`,
    paused: (clock, why) => `${clock}, in pausa: ${why}`,
    met: (clock, when) => `${clock}, rispettata alle ${when}`
  },
  over: (span) => `${span} di ritardo`,
  pausedWhy: {
    pending: 'in attesa del cliente',
    on_hold: 'caso sospeso',
    closedHours: (opens) => `fuori orario, riprende alle ${opens}`
  }
}
