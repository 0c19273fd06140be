import type { approvals as en } from '../en/approvals.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const approvals: typeof en = {
  title: 'Approvazioni',
  approve: 'Approva',
  decline: 'Rifiuta',
  asksFor: (who, customer) => `Lo chiede ${who} per ${customer}.`,
  decideBy: (time) => `Da decidere, scadenza: ${time}`,
  step: (at, of) => `Passo ${at} di ${of}`,
  reason: 'Motivo',
  reasonHint: 'Lo leggerà chi l’ha chiesto.',
  changed: 'La richiesta è cambiata mentre la leggevi. Guardala di nuovo prima di decidere.',
  count: (count) => plural(count, { one: '# richiesta ti aspetta', other: '# richieste ti aspettano' }),
  next: 'Richiesta successiva',
  previous: 'Richiesta precedente',
  openCase: 'Apri il caso',
  list: 'Richieste che ti aspettano',
  approveTitle: (what) => `Approva: ${what}`,
  lastStep: 'È concesso subito.',
  nextStep: 'Poi va al passo successivo.',
  note: 'Nota',
  noteHint: 'Resta con la decisione.',
  declineTitle: (what) => `Rifiuta: ${what}`,
  asked: (when) => `chiesto ${when}`,
  waiting: 'In attesa di approvazione',
  empty: { title: 'Niente in attesa', text: 'Qui compaiono le richieste di approvazione.' }
}
