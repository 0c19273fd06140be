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
  sort: { label: 'Ordine', byTime: 'Tempo rimasto', byPriority: 'Priorità', byAge: 'Prima i più vecchi' },
  empty: {
    queue: { title: 'Nessun caso in attesa', text: 'Quelli nuovi compaiono da soli.' },
    work: { title: 'Non hai casi aperti', text: 'Prendi il prossimo dalla tua coda.' },
    drafts: { title: 'Nessuna bozza', text: 'Qui restano le risposte e le note che non hai inviato.' },
    atRisk: { title: 'Nessun caso a rischio', text: 'Qui compaiono i casi vicini alla scadenza.' },
    search: { title: 'Nessun caso corrisponde', text: 'Prova con meno parole o con il numero del caso.' }
  },
  onlySynced: 'Ricerca su questo computer. I casi più vecchi si trovano quando sei in linea.'
}
