import type { approvals as en } from '../en/approvals.ts'

export const approvals: typeof en = {
  title: 'Approvazioni',
  approve: 'Approva',
  decline: 'Rifiuta',
  handOn: 'Passa ad altri',
  asksFor: (who, what) => `${who} chiede ${what}`,
  decideBy: (time) => `Decidi entro le ${time}`,
  step: (at, of) => `Passo ${at} di ${of}`,
  thenGoesTo: (who) => `Poi passa a ${who}`,
  reason: 'Motivo',
  reasonHint: 'Lo leggerà chi l’ha chiesto.',
  changed: 'La richiesta è cambiata mentre la leggevi. Guardala di nuovo prima di decidere.',
  waiting: 'In attesa di approvazione',
  decided: 'Decise',
  empty: { title: 'Niente in attesa', text: 'Qui compaiono le richieste di approvazione.' }
}
