import type { matrixTry as en } from '../en/matrix-try.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const matrixTry: typeof en = {
  traits: 'Il caso',
  pick: 'Prendi un caso vero',
  pickPlaceholder: 'Numero o parole di un caso',
  pickEmpty: 'Nessun caso trovato',
  picked: (ref) => `Come il caso ${ref} ora`,
  unpick: 'Torna a un caso inventato',
  person: 'Lo vede',
  queue: 'Coda',
  amount: 'Chiede',
  owner: 'È suo',
  marks: 'Segnalazioni',
  underDraft: 'Con questa bozza',
  inForce: 'In vigore',
  same: 'Uguale in entrambe',
  onlyDraft: 'Solo con la bozza',
  onlyForce: 'Solo in quella in vigore',
  changed: 'Cambiato',
  sameAll: 'I pulsanti sono gli stessi.',
  differ: (count) => plural(count, { one: 'Cambia # pulsante', other: 'Cambiano # pulsanti' }),
  noButtons: 'Nessuna via verso l’alto.',
  others: (count) => plural(count, { one: '# altro pulsante', other: '# altri pulsanti' }),
  row: (id) => `riga ${id}`,
  alone: (amount) => `da sé fino a ${amount}`,
  asksFor: (amount, chain) => `per ${amount}: ${chain}`,
  special: (reason: string) => `Percorso speciale: ${reason}`,
  decides: (chain: string) => `Chi decide: ${chain}`,
  nobody: 'nessuno può approvarlo',
  greyed: 'È disattivato.',
  resolves: (span) => `risolve entro ${span}`,
  history: {
    start: 'Prova questa bozza sullo storico',
    again: 'Prova ancora',
    cancel: 'Annulla',
    running: 'Prova in corso',
    progress: (done, all) => `${done} casi su ${all}`,
    result: (changed, all) => `${changed} casi su ${all} sarebbero andati altrove`,
    nothing: 'Tutti i casi passati sarebbero andati per la stessa via.',
    cancelled: (done, all) => `Annullata dopo ${done} casi su ${all}.`,
    failed: 'La prova si è fermata',
    stale: 'La bozza è cambiata dopo questa prova.',
    rows: 'Per riga',
    before: 'In vigore',
    after: 'Bozza',
    bar: (row, before, after) =>
      `${row}: ${before} con la matrice in vigore, ${after} con la bozza. Mostra i suoi casi`,
    idle: 'Righe a cui nessun caso passato si adatta',
    noIdle: 'Ogni riga è stata usata.',
    cases: 'Casi che sarebbero andati altrove',
    casesOf: (row) => `Di questi, quelli di ${row}`,
    allRows: 'Mostra tutti',
    way: (to, row) => `${to} per ${row}`,
    nowhere: 'da nessuna parte',
    noMatrix: 'Non c’è ancora nessuna matrice in vigore con cui confrontare.',
    needsServer: 'Lo storico è sul server. Si può provare quando torni in linea.',
    empty: {
      title: 'Non ancora provata',
      text: 'Guarda quali casi passati sarebbero andati altrove prima di pubblicare.'
    },
    loading: 'Ne arrivano altri'
  },
  picture: {
    label: 'Livelli, squadre e vie fra loro',
    kinds: {
      functional: 'Competenza',
      special: 'Percorso speciale',
      automatic: 'Automatica',
      move: 'Spostato dopo l’approvazione',
      authority: 'Chiede autorità'
    },
    edge: (kind, from, to) => `${kind}: da ${from} a ${to}`,
    node: (queue, out, into) => `${queue}: ${out} in uscita, ${into} in entrata`,
    rowsOf: (name) => `Righe di ${name}`,
    choose: 'Scegli una squadra o una freccia.',
    list: 'Lo stesso come elenco',
    legend: 'Legenda',
    none: 'nessuna'
  }
}
