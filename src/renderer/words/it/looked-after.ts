import type { lookedAfter as en } from '../en/looked-after.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const lookedAfter: typeof en = {
  status: {
    title: 'Come sta questa console',
    state: 'Connessione',
    states: {
      online: 'In linea',
      connecting: 'Connessione in corso',
      offline: 'Non in linea',
      refused: 'Non connessa'
    },
    waiting: 'In attesa di invio',
    lastSynced: 'Ultima sincronizzazione',
    never: 'Mai',
    nextTry: 'Prossimo tentativo',
    inSpan: (span) => `tra ${span}`,
    grantEnds: 'Funziona senza il server fino a',
    copy: 'Copia la diagnostica',
    copyHint: 'Per chi ti aiuta. Non contiene nulla di alcun caso.',
    copied: 'Copiato',
    notCopied: 'Non è stato possibile copiare'
  },
  devices: {
    title: 'Console',
    lead: 'Tutte le installazioni che hanno incontrato questo server, dalla vista più di recente.',
    table: 'Tutte le console',
    person: 'Persona',
    version: 'Versione',
    seen: 'Vista l’ultima volta',
    here: 'Qui ora',
    behind: 'Fatti indietro',
    waiting: 'In attesa lì',
    toReview: 'Da rivedere',
    refused: 'Rifiutato',
    unknown: 'Sconosciuta',
    none: { title: 'Ancora nessuna console', text: 'Chi accede compare qui.' }
  },
  held: {
    title: 'Lavoro trattenuto',
    lead: 'Qualcuno lo ha fatto quando poteva farlo, oppure potrebbe essere partito prima del ripristino del server. Decidi tu che ne sarà.',
    count: (count) => plural(count, { one: '# attende te', other: '# attendono te' }),
    did: (who, what, when) => `${who}: ${what}, ${when}`,
    op: 'Quando lo ha fatto poteva farlo, ora non più.',
    effect:
      'Potrebbe essere arrivato al cliente prima del ripristino del server. Guarda dove sarebbe arrivato, poi decidi.',
    let: 'Lascia che avvenga',
    drop: 'Non farlo',
    letEffect: 'Eseguilo',
    dropEffect: 'Era già stato eseguito',
    sure: 'Davvero non farlo',
    refused: (why) => `Non è più adatto. ${why}`,
    gone: 'Qualcuno ha già deciso.',
    open: (ref) => `Apri ${ref}`,
    none: { title: 'Nulla è trattenuto', text: 'Ciò che richiede la tua decisione compare qui.' }
  },
  offline: {
    title: 'Lo sa solo il server',
    text: 'Ora non è raggiungibile. Comparirà appena possibile.'
  },
  failed: { title: 'Non è stato possibile ottenerlo', text: 'Il server non ha risposto come previsto.' }
}
