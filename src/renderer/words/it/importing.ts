import type { importing as en } from '../en/importing.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const importing: typeof en = {
  title: 'Importa casi',
  phase: {
    receiving: 'Ricezione del file',
    reading: 'Lettura',
    checking: 'Controllo',
    publishing: 'Pubblicazione',
    done: 'Finito',
    failed: 'Fermato',
    cancelled: 'Annullato'
  },
  progress: (done, all) => `${done} di ${all}`,
  progressCases: (done, all) => `${done} di ${all} casi`,
  imported: (count) => plural(count, { one: '# caso importato', other: '# casi importati' }),
  downloadProblems: 'Salva tutte le righe scartate',
  lead: 'Porta qui i casi di un altro sistema: di’ come si legge il suo file, poi dai il file.',
  mapping: 'Corrispondenza',
  mappingHint: 'Come le colonne diventano casi. Puoi cambiarla prima di iniziare.',
  mappingText: 'Corrispondenza in YAML',
  reset: 'Torna all’originale',
  noMappings: 'Il server non conosce ancora corrispondenze. Scrivine una qui.',
  ownMapping: 'La mia',
  file: 'File',
  drop: 'Trascina qui un file CSV o XES',
  browse: 'Scegli un file',
  otherFile: 'Un altro file',
  acceptRejections: 'Importa ciò che si può leggere',
  acceptHint: 'Altrimenti un’importazione con troppe righe rifiutate si ferma prima di pubblicare.',
  start: 'Inizia l’importazione',
  chooseFileFirst: 'Prima scegli un file.',
  running: 'Un’importazione è già in corso. Aspetta che finisca o annullala.',
  sending: 'Invio del file',
  progressOf: (done) => `${done} finora`,
  rejected: (count) => plural(count, { one: '# riga rifiutata', other: '# righe rifiutate' }),
  skipped: (count) => plural(count, { one: '# caso era già qui', other: '# casi erano già qui' }),
  leftOut: (count) =>
    plural(count, {
      one: '# riga tralasciata dalla corrispondenza',
      other: '# righe tralasciate dalla corrispondenza'
    }),
  stays: 'I casi che erano già qui restano come sono: un’esportazione più recente non li cambia.',
  shipped: {
    'alessandria-reports': 'Segnalazioni dei cittadini a un comune',
    'cfpb-complaints': 'Reclami per prodotto e motivo',
    'cfpb-narratives': 'Reclami con le parole dei clienti',
    'uci-incidents': 'Aggiornamenti di un servizio incidenti'
  },
  pages: {
    range: (from: string, to: string, all: string) => `Righe da ${from} a ${to} di ${all}`,
    previous: 'Precedenti',
    next: 'Successive',
    isFirst: 'Queste sono le prime.',
    isLast: 'Queste sono le ultime.',
    wait: 'Quando l’importazione è finita.',
    saving: (done: string, all: string) => `Recupero: ${done} di ${all}`,
    notSaved: 'Non è stato possibile recuperare l’elenco.'
  },
  current: 'Questa importazione',
  history: 'Importazioni dall’avvio del server',
  noHistory: {
    title: 'Nessuna importazione dall’avvio del server',
    text: 'Qui compaiono le importazioni che inizi.'
  },
  notKnown: 'L’elenco delle importazioni è sul server.',
  asItWas: 'Com’era prima.',
  columns: {
    line: 'Riga',
    column: 'Colonna',
    value: 'Valore',
    reason: 'Perché',
    file: 'File',
    mapping: 'Corrispondenza',
    started: 'Inizio',
    state: 'Stato',
    imported: 'Importati',
    rejected: 'Rifiutate',
    skipped: 'Già qui'
  },
  reasons: {
    'wrong-column-count': (has, wanted) =>
      plural(has, {
        one: `La riga ha # colonna, l’intestazione ${wanted}.`,
        other: `La riga ha # colonne, l’intestazione ${wanted}.`
      }),
    'stray-quote': {
      mark: (found) => `Dopo le virgolette di chiusura c’è «${found}».`,
      space: 'Dopo le virgolette di chiusura c’è uno spazio.'
    },
    'unclosed-quote': 'Mancano le virgolette di chiusura.',
    truncated: {
      quote: 'Il file finisce dentro un valore tra virgolette di questa riga.',
      columns: (has, wanted) =>
        plural(has, {
          one: `Il file finisce dopo # delle ${wanted} colonne di questa riga.`,
          other: `Il file finisce dopo # delle ${wanted} colonne di questa riga.`
        })
    },
    'too-long': {
      characters: (has, most) =>
        plural(has, {
          one: `# carattere; ce ne stanno al massimo ${most}.`,
          other: `# caratteri; ce ne stanno al massimo ${most}.`
        }),
      bytes: (_has, most) => `La riga è più lunga di ${most} byte.`
    },
    'not-text': 'La riga contiene byte che non sono testo in questa codifica.',
    'missing-value': {
      id: 'La riga non dice di quale caso parla.',
      time: 'La riga non dice quando è successo.',
      opening: 'La riga non dice quando il caso è stato aperto.',
      end: 'Il caso è finito, ma la riga non dice quando.'
    },
    'bad-date': (formats) => `Non è una data nella forma ${formats}.`,
    'bad-number': 'Non è un numero.',
    'unknown-value': (field) => `La corrispondenza non dice in values.${field} che cosa significa.`,
    'ends-before-start': 'Il caso finisce prima di essere aperto.',
    'in-the-future': 'La data è nel futuro.',
    'duplicate-id': (first) => `Il caso compare già alla riga ${first}; è stata presa quella.`,
    'case-incomplete': (first) =>
      `La riga ${first} dello stesso caso è stata rifiutata, e mezza storia non serve.`,
    'case-does-not-fold': (steps, file) =>
      `Gli aggiornamenti del caso portano a «${steps}», ma il file finisce con «${file}».`,
    'case-not-valid': (path) => `Le righe non formano un caso valido (${path}).`,
    other: (raw) => `Un motivo per cui questa console non ha ancora parole (${raw}).`
  },
  lostWith: (from, to) => `Con essa vanno perse le righe da ${from} a ${to}.`,
  stateIn: (status, queue) => `${status}, ${queue}`,
  mappingFaults: {
    'yaml-indent':
      'Il rientro non corrisponde a quello del suo gruppo, o manca la chiusura di una parentesi.',
    'yaml-tab': 'Il rientro si fa con gli spazi, non con le tabulazioni.',
    'yaml-key-twice': 'Questa chiave c’è già.',
    'yaml-missing-mark': 'Mancano virgolette, una virgola o una parentesi.',
    'yaml-unexpected': 'Qui non può stare. Metti tra virgolette i testi con caratteri speciali.',
    'yaml-nested': 'Sulla riga ci sono due volte i due punti. Metti il testo tra virgolette.',
    'yaml-alias': 'Un asterisco rimanda a qualcosa che non esiste. Metti il testo tra virgolette.',
    'yaml-documents': 'C’è più di un documento, separati da ---.',
    'yaml-syntax': (raw) => `Non è YAML valido (${raw}).`,
    'unknown-key': 'Questa chiave non fa parte di una corrispondenza.',
    'missing-key': (allowed) => (allowed ? `Manca. Può essere: ${allowed}.` : 'Manca.'),
    'wrong-type': {
      text: 'Deve essere un testo.',
      number: 'Deve essere un numero.',
      boolean: 'Deve essere true o false.',
      list: 'Deve essere un elenco.',
      group: 'Deve essere un gruppo di chiavi.'
    },
    'wrong-value': (allowed) => `Qui non può stare. Può essere: ${allowed}.`,
    empty: 'Non può essere vuoto.',
    'too-small': (least) => `Deve essere almeno ${least}.`,
    'too-big': (most) => `Deve essere al massimo ${most}.`,
    'wrong-form': 'Non è scritto come deve.',
    'queue-form': 'Una coda si scrive livello/squadra, per esempio L1/front.',
    'category-form': 'Una categoria ha lettere minuscole, cifre e trattini, al massimo 40.',
    'name-form': 'Un nome ha lettere minuscole, cifre e trattini, al massimo 40.',
    'attribute-form': 'Il nome di un attributo ha lettere e cifre e inizia con una minuscola, al massimo 40.',
    'one-character': 'Esattamente un carattere.',
    'time-form': 'L’ora si scrive HH:mm.',
    'status-form':
      'Uno stato è new, open, pending, resolved, closed, leave-out oppure { status: on_hold, reason: vendor | approval | change | problem }.',
    'id-form': 'Il nome di una colonna oppure { fromContent: true }.',
    'no-such-zone': (zone) => `«${zone}» non è un fuso orario. Scrivine uno come Europe/Rome.`,
    'log-needs-time': 'Un registro di eventi ha bisogno della colonna che dice quando è successa ogni riga.',
    'log-needs-id': 'Un registro di eventi ha bisogno di una colonna che dica di quale caso parla la riga.',
    'list-needs-opening':
      'Un elenco di casi ha bisogno della colonna che dice quando il caso è stato aperto.',
    'needs-end-column': '«always» ha bisogno di una colonna in closedAt o resolvedAt.',
    'needs-table': (field) =>
      `È indicata columns.${field}, quindi qui va detto che cosa significano i suoi valori.`,
    'needs-column': (field) => `values.${field} ha una tabella, ma nessuna colonna è indicata.`,
    'no-such-queue': (queue) => `Non esiste la coda ${queue}.`,
    'no-such-category': (category) => `Non esiste la categoria ${category}.`,
    'column-missing': (column) => `Il file non ha la colonna «${column}».`,
    'column-twice': (column, times) =>
      plural(times, {
        one: `Il file ha # colonna «${column}».`,
        other: `Il file ha # colonne «${column}» e deve averne una.`
      }),
    other: (raw) => `Un problema per cui questa console non ha ancora parole (${raw}).`
  },
  atLine: (line) => `Riga ${line}`,
  atMark: (line, mark) => `Riga ${line}, carattere ${mark}`,
  moreProblems: (count) => plural(count, { one: 'E # altro.', other: 'E # altri.' }),
  fileFaults: {
    'no-such-file': 'Il server non ha più il file. Invialo di nuovo.',
    'is-folder': 'È una cartella. Scegli un file.',
    'cannot-open': (raw) => `Il server non riesce ad aprire il file (${raw}). Avvisa chi lo gestisce.`,
    empty: 'Il file è vuoto.',
    binary: 'Il file non è testo. Esportalo come CSV o XES e riprova.',
    'utf-16': 'Il file è in UTF-16. Salvalo come UTF-8 e riprova.',
    'not-csv': 'Il file è XML e la corrispondenza legge CSV. Per un XES scrivi source: { type: xes }.',
    'no-rows': 'Il file ha un’intestazione, ma nessuna riga.',
    'broken-gzip': {
      cut: 'Il file compresso finisce troppo presto. Scaricalo di nuovo.',
      damaged: 'Il file compresso è danneggiato. Scaricalo di nuovo.'
    },
    'broken-xml': (line) => `L’XML è rotto alla riga ${line}.`,
    'not-xes': (root) => `Non è un XES: inizia con <${root}> e non con <log>.`,
    'broken-header': (why) => `L’intestazione non si può leggere. ${why}`,
    other: (raw) =>
      `Il file non si può leggere, per un motivo per cui questa console non ha ancora parole (${raw}).`
  },
  said: {
    BadMapping: 'Questa corrispondenza non si può usare.',
    queues: (list) => `Le code che ci sono: ${list}.`,
    categories: (list) => `Le categorie che ci sono: ${list}.`,
    MissingColumns: 'La corrispondenza non va bene per questo file.',
    columns: (list) => `Le colonne del file: ${list}.`,
    looksLike: (mark) => `Il file sembra separato da ${mark}. Indicalo in source.delimiter.`,
    marks: { comma: 'virgole', semicolon: 'punti e virgola', tab: 'tabulazioni', bar: 'barre verticali' },
    TooManyRejected: (rejected, rows, most) =>
      plural(rejected, {
        one: `Non è stato importato niente: # riga su ${rows} non si può prendere, e la corrispondenza ammette il ${most}.`,
        other: `Non è stato importato niente: # righe su ${rows} non si possono prendere, e la corrispondenza ammette il ${most}.`
      }),
    mendOrAccept: (accept) => `Correggi il file o la corrispondenza, o scegli «${accept}», e ricomincia.`,
    Cancelled: 'Non ne è stato importato niente.',
    AlreadyRunning: 'Un’altra importazione di questo file con questa corrispondenza è in corso.',
    AlreadyImported: 'Questo file è già stato importato con questa corrispondenza. Non è stato fatto niente.',
    NoSuchImport: 'Il server non conosce più questa importazione. Ricominciala.',
    Resumed: 'Il server si era fermato mentre pubblicava questi casi e ha continuato da dov’era.',
    NotNow: {
      under: 'L’importazione è già in corso.',
      publishing: 'I suoi casi si stanno già pubblicando.',
      ended: 'L’importazione è già finita.'
    },
    DiskFull: 'Il disco del server è pieno. Non si è perso niente; fai spazio lì e ricomincia.',
    DiskBroken: 'Il server non riesce a usare il suo disco. Avvisa chi lo gestisce.',
    ServerBroke: (name) => `Il server non ci è riuscito e ha annotato il perché (${name}). Riprova.`,
    Other: (raw) => `Il server dice qualcosa per cui questa console non ha ancora parole (${raw}).`
  },
  refused: {
    again: 'Il tuo accesso è scaduto. Accedi di nuovo.',
    away: 'Il server non risponde. Controlla la rete, poi riprova.',
    notAllowed: 'Solo un amministratore può importare.',
    tooMany: 'Troppe richieste. Aspetta qualche minuto, poi riprova.',
    general: 'Il server non ha accettato. Riprova; se succede ancora, avvisa il tuo amministratore.'
  },
  stopped: 'Il file non è stato inviato fino alla fine. Annulla questa importazione e ricominciala.',
  unreadable: 'Questo file non si può più leggere. Sceglilo di nuovo.',
  notCancelled: 'L’importazione non è stata annullata.',
  failed: 'L’importazione non è iniziata.',
  show: 'Mostra',
  cancel: 'Annulla l’importazione',
  cancelHint: 'Di un’importazione annullata non resta niente.',
  needsConnection: 'Per importare serve il server. Si può fare quando sei in linea.'
}
