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
    late: (clock, when, over) => `${clock}, fuori tempo: raggiunta ${when}, ${over}`,
    paused: (clock, why) => `${clock}, in pausa: ${why}`,
    met: (clock, when) => `${clock}, rispettata (${when})`
  },
  left: (span) => `restano ${span}`,
  over: (span) => `${span} di ritardo`,
  dueAt: (when) => `scade ${when}`,
  wasDueAt: (when) => `scadeva ${when}`,
  metAt: (when) => `rispettata ${when}`,
  lateAt: (when) => `raggiunta ${when}`,
  target: (span) => `obiettivo ${span}`,
  none: 'Su questo caso non corre nessuna scadenza.',
  runsWhy: {
    own: 'finché qualcuno non prende il caso',
    firstResponse: 'fino alla prima risposta al cliente',
    resolve: 'finché il caso non è risolto',
    stage: 'finché questo livello non lo risolve o lo restituisce'
  },
  pausedWhy: {
    pending: 'in attesa del cliente',
    on_hold: (reason) => `sospeso: ${reason}`,
    ended: 'il caso è risolto, si deve ancora una risposta'
  }
}
