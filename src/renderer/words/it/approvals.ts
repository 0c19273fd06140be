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
  handOn: 'Passa ad altri',
  handOnTitle: (what) => `Passa ad altri: ${what}`,
  handOnTo: 'Chi decide al tuo posto',
  handOnHint: 'La leggerà prima di decidere, e avrà di nuovo tutto il tempo.',
  nobodyElse: 'Qui nessun altro può decidere.',
  lastMove: 'Il caso si sposta subito.',
  lastException: 'È consentita subito.',
  lastLater: 'Avviene appena parte la tua risposta.',
  limitLabel: 'Limite',
  limit: (who, amount) => `${who} può concedere ${amount} per caso`,
  noLimit: (who) => `${who} da sé non può concedere niente di questo`,
  way: 'Da dove, a dove',
  youDecide: 'Decidi tu',
  inPlaceOf: (who) => `al posto di ${who}`,
  history: {
    title: 'Cliente',
    cases: (count, open) =>
      `${plural(count, { one: '# altro caso', other: '# altri casi' })}, ${plural(open, { zero: 'nessuno aperto', one: '# aperto', other: '# aperti' })}`,
    none: 'Qui non si conoscono altri suoi casi',
    granted: (what, amount, times) =>
      `${what} ${amount} (${plural(times, { one: 'una volta', other: '# volte' })})`,
    nothing: 'Finora non gli è stato concesso niente'
  },
  chain: 'Chi decide',
  orAlso: (who) => `oppure ${who}`,
  ifNobody: {
    title: (time) => `Se nessuno risponde entro ${time}:`,
    reminds: (whom) => `${whom} riceve un avviso e può rispondere; il tempo riparte.`,
    goesOn: (to) => `passa a ${to}.`,
    no: 'vale come un no.',
    yes: 'vale come un sì, e si esegue.',
    yesStep: 'vale come un sì, e si chiede al passo successivo.',
    ends: 'la richiesta finisce senza effetto.'
  },
  change: {
    title: 'La richiesta è cambiata mentre la leggevi.',
    was: 'Stavi leggendo',
    now: 'Ora è',
    read: 'Continua con la nuova'
  },
  gone: 'Questa richiesta non ti aspetta più: qualcuno ha risposto, o è stata ritirata.',
  empty: { title: 'Niente in attesa', text: 'Qui compaiono le richieste di approvazione.' }
}
