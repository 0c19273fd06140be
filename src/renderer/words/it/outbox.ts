import type { outbox as en } from '../en/outbox.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const outbox: typeof en = {
  title: 'In uscita',
  subtitle: 'Quello che questo computer ha fatto e a cui il server non ha ancora risposto.',
  state: { saved: 'Salvato qui', sent: 'Inviato', confirmed: 'Confermato', refused: 'Non accettato' },
  review: {
    title: 'Da rivedere',
    count: (count) =>
      plural(count, { one: '# modifica ha bisogno di te', other: '# modifiche hanno bisogno di te' }),
    text: 'Niente di quello che hai scritto va perso. Scegli che cosa farne.',
    open: 'Rivedi'
  },
  choices: {
    lookAgain: 'Guarda di nuovo',
    sendAnyway: 'Invia comunque',
    saveAsNote: 'Tieni come nota',
    tryAgain: 'Riprova',
    toComposer: 'Torna a modificarlo',
    undo: 'Annulla l’azione',
    gotIt: 'Ho capito',
    dismiss: 'Ignora',
    discardWords: 'Butta quello che ho scritto'
  },
  empty: { title: 'Tutto inviato', text: 'Qui aspettano le modifiche fatte non in linea.' },
  did: {
    'case.open': 'Hai aperto il caso',
    'case.claim': 'L’hai preso',
    'case.assign': 'L’hai assegnato',
    'case.release': 'L’hai rilasciato',
    'case.transfer': 'L’hai trasferito',
    'case.reply': 'Hai risposto',
    'case.note': 'Hai aggiunto una nota',
    'case.setPriority': 'Hai cambiato la priorità',
    'case.setCategory': 'Hai cambiato la categoria',
    'case.setFlag': 'Hai cambiato una segnalazione',
    'case.goPrivate': 'Lo hai portato in privato',
    'case.callManager': 'Hai chiamato il responsabile delle escalation',
    'case.answerCall': 'Hai risposto alla chiamata',
    'case.swarm': 'Hai chiesto aiuto a un collega',
    'case.leaveSwarm': 'Hai lasciato il gruppo di aiuto',
    'approval.handOn': 'Hai passato una richiesta',
    'case.pend': 'L’hai messo in attesa del cliente',
    'case.hold': 'L’hai sospeso',
    'case.resume': 'L’hai ripreso',
    'case.resolve': 'L’hai risolto',
    'case.close': 'L’hai chiuso',
    'case.reopen': 'L’hai riaperto',
    'case.grant': 'Hai concesso un importo',
    'case.escalate': 'Hai avviato un’escalation',
    'escalation.accept': 'Hai accettato l’escalation',
    'escalation.return': 'L’hai restituito',
    'escalation.withdraw': 'Hai ritirato l’escalation',
    'approval.request': 'Hai chiesto un’approvazione',
    'approval.amend': 'Hai cambiato la richiesta',
    'approval.approve': 'Hai approvato una richiesta',
    'approval.decline': 'Hai rifiutato una richiesta'
  },
  tryNow: 'Prova ora',
  trying: 'Provo',
  offline: 'Non in linea. Partono in quest’ordine quando torna la rete.',
  count: (count) => plural(count, { one: '# modifica aspetta', other: '# modifiche aspettano' }),
  openCase: 'Apri il caso',
  yourWords: 'Quello che hai scritto',
  copyWords: 'Copia il testo',
  outcome: { held: 'Non ancora inviato', rejected: 'Non fatto', transformed: 'Fatto in altro modo' },
  changed: {
    was: 'Hai risposto a',
    now: 'Ora è',
    over: 'Non ti aspetta più.'
  },
  youDid: (what, when) => `${what}, ${when}`,
  reviewEmpty: {
    title: 'Niente da rivedere',
    text: 'Qui compaiono le modifiche che non si sono potute fare come volevi.'
  },
  offer: (count) =>
    plural(count, {
      one: '# modifica non è andata come volevi. Niente di quello che hai scritto va perso.',
      other: '# modifiche non sono andate come volevi. Niente di quello che hai scritto va perso.'
    }),
  notDone: (why) => `Neanche così ha funzionato. ${why}`
}
