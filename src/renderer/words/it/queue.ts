import type { queue as en } from '../en/queue.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const queue: typeof en = {
  listOf: (name) => `Casi in ${name}`,
  newCases: (count) => plural(count, { one: '# nuovo', other: '# nuovi' }),
  claim: 'Prendi',
  claimNext: 'Prendi il prossimo caso',
  unowned: 'Nessuno ancora',
  mine: 'Tu',
  selected: (count) => plural(count, { one: '# selezionato', other: '# selezionati' }),
  columns: {
    subject: 'Oggetto',
    number: 'Numero',
    sla: 'Tempo rimasto',
    owner: 'Responsabile',
    status: 'Stato',
    priority: 'Priorità'
  },
  empty: {
    queue: { title: 'Nessun caso in attesa', text: 'Quelli nuovi compaiono da soli.' },
    work: { title: 'Non hai casi aperti', text: 'Prendi il prossimo dalla tua coda.' },
    drafts: { title: 'Nessuna bozza', text: 'Qui restano le risposte e le note che non hai inviato.' },
    asked: {
      title: 'Niente di tuo è in attesa',
      text: 'Le tue richieste e le tue escalation restano qui finché qualcuno non le decide o le accetta.'
    },
    called: {
      title: 'Nessuno ha chiamato',
      text: 'Qui compaiono i casi che vanno avanti e indietro e per cui chiedono di te.'
    },
    atRisk: { title: 'Nessun caso a rischio', text: 'Qui compaiono i casi vicini alla scadenza.' },
    search: { title: 'Nessun caso corrisponde', text: 'Prova con meno parole o con il numero del caso.' }
  },
  shown: (count, total) => `${count} di ${total}`,
  gone: 'Non è più in questo elenco',
  tidy: (count) => plural(count, { one: '# uscito', other: '# usciti' }),
  filters: { label: 'Quali casi', open: 'Aperti', unowned: 'Non assegnati', ended: 'Conclusi' },
  more: 'Carico gli altri',
  draft: 'Bozza',
  hasDraft: 'Qui hai una bozza',
  waiting: (count) =>
    plural(count, {
      one: '# modifica salvata qui, non ancora inviata',
      other: '# modifiche salvate qui, non ancora inviate'
    }),
  ownedBy: (name) => `Responsabile: ${name}`,
  path: (path) => `Percorso: ${path}`,
  searchOf: (text) => `Risultati per “${text}”`,
  actions: {
    openQueue: 'Apri una coda',
    showOpen: 'Mostra tutti gli aperti',
    goToWork: 'Vai a Il mio lavoro',
    search: 'Cambia la ricerca',
    newCase: 'Nuovo caso'
  },
  emptyFilter: {
    unowned: { title: 'Ogni caso ha un responsabile', text: 'Qui compaiono i casi che nessuno ha preso.' },
    ended: {
      title: 'Qui non c’è ancora nulla di concluso',
      text: 'Qui compaiono i casi risolti e chiusi di questa coda.'
    }
  },
  failed: {
    title: 'Questo elenco non si è potuto leggere',
    why: 'La parte locale della console non ha risposto.',
    next: 'Quello che hai fatto è salvato. Riprova.'
  },
  nothingToClaim: 'Tutti i casi delle tue code hanno un responsabile.'
}
