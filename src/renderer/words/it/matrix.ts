import type { matrix as en } from '../en/matrix.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const matrix: typeof en = {
  title: 'Matrice delle escalation',
  inForce: (version) => `Versione ${version} in vigore`,
  readOnly: (who) => `Puoi consultare la matrice in vigore. La può cambiare ${who}.`,
  administrators: 'un amministratore',
  noMatrix: {
    title: 'Ancora nessuna matrice',
    text: 'Arriva con la prima sincronizzazione. Poi si potrà leggere qui.'
  },
  undo: 'Annulla',
  redo: 'Ripeti',
  publish: 'Pubblica',
  more: 'Altro su questa matrice',
  state: {
    same: 'Come quella in vigore',
    saving: 'Salvataggio',
    saved: (time) => `Bozza salvata qui, ${time}`,
    notSaved: 'Non ancora sul disco. La console continua a provare.'
  },
  why: {
    same: 'Non è ancora cambiato nulla.',
    errors: (count) =>
      plural(count, {
        one: '# errore impedisce la pubblicazione. Correggilo prima.',
        other: '# errori impediscono la pubblicazione. Correggili prima.'
      }),
    checking: 'La bozza è in fase di controllo.',
    moved: 'Nel frattempo è stata pubblicata un’altra versione. Prima bisogna continuare da quella.',
    offline: 'Per pubblicare serve il server. Potrai farlo quando torni in linea.'
  },
  offline:
    'Non in linea. Puoi modificare e controllare la bozza; versioni, storico e pubblicazione richiedono il server.',
  discard: 'Scarta la bozza',
  discardText: 'La bozza viene eliminata e si mostra di nuovo la matrice in vigore.',
  discarded: 'La bozza è stata scartata.',
  moved: (version) => `La versione ${version} è stata pubblicata mentre lavoravi a questa bozza.`,
  showDifferences: 'Mostra le differenze',
  takeOver: 'Continua da quella',
  movedTitle: (version) => `Continua dalla versione ${version}`,
  movedText:
    'Le tue modifiche e quelle della nuova versione vengono unite. La tua bozza si pubblica solo quando la pubblichi tu.',
  movedWhole:
    'Ora non si può recuperare la versione da cui è partita la tua bozza. Se continui, la bozza resta com’è: ciò che la nuova versione ha cambiato e non volevi disfare va rimesso a mano.',
  movedOther: (version) => `Che cosa ha cambiato la versione ${version}`,
  movedMine: (version) => `Che cosa cambia allora la tua bozza nella versione ${version}`,
  tookOver: (version) => `La tua bozza ora continua dalla versione ${version}.`,
  clash: {
    title: 'Cambiato in entrambe: scegli',
    mine: 'Come nella mia bozza',
    theirs: (version) => `Come nella versione ${version}`,
    order: 'ordine',
    gone: 'non c’è'
  },
  unreadable: {
    title: 'La bozza salvata non si può leggere qui',
    why: 'È stata scritta da un’altra versione di Tierline. Resta conservata finché non la scarti.'
  },
  parts: {
    label: 'Parti della matrice',
    rows: 'Righe',
    policy: 'Limiti e persone',
    basis: 'Base',
    look: 'Guarda e prova',
    special: 'Percorsi speciali',
    privacy: 'Canali privati',
    functional: 'Competenza',
    hierarchical: 'Autorità',
    automatic: 'Automatiche',
    limits: 'Limiti',
    delegates: 'Sostituti',
    exceptions: 'Eccezioni',
    tiers: 'Livelli e squadre',
    categories: 'Categorie',
    sla: 'Obiettivi di tempo',
    message: 'Messaggio al cliente',
    general: 'Nome e valuta',
    picture: 'Disegno',
    tryCase: 'Prova con un caso',
    tryHistory: 'Prova sullo storico',
    versions: 'Versioni'
  },
  help: {
    special:
      'Si guardano prima delle altre. Finché una si adatta a un caso, nessuna riga di competenza vale.',
    privacy:
      'Una conversazione pubblica con dati privati continua in un canale privato prima che qualcuno risponda.',
    functional: 'Si leggono dall’alto: la prima riga che si adatta e porta a una coda è il suo pulsante.',
    hierarchical: 'Ciò che nessuno può concedere da solo passa per una catena di persone che possono.',
    automatic:
      'Nessuno preme nulla: il server agisce quando arriva il momento o il numero, una volta per caso.',
    limits:
      'Ciò che un livello può concedere da sé, in tutto su un caso e a un cliente in alcuni giorni. Per di più serve una riga di autorità.',
    delegates: 'Chi decide al posto di chi.',
    exceptions: 'Ciò che si può chiedere e che le regole non prevedono.',
    tiers: 'Il più basso per primo. Una coda è una squadra di un livello.',
    categories: 'Di che cosa trattano i casi. Le righe le nominano nelle condizioni.',
    sla: 'Quanto può durare ogni promessa. Un livello senza una riga propria usa quella del livello inferiore più vicino.',
    message:
      'Ciò che si propone di scrivere al cliente quando il caso sale: sette parti, un paragrafo ciascuna, in tre lingue.',
    general: 'Come si chiama il documento, la valuta e quando una scadenza è a rischio.',
    picture: 'Disegnato dalla bozza. Scegli una squadra o una freccia per vedere le sue righe.',
    tryCase: 'Quali pulsanti avrebbe un caso con questa bozza, accanto a quelli che ha ora.',
    tryHistory:
      'Tutti i casi passati del server percorrono la bozza e la matrice in vigore. Non ne cambia nessuno.',
    versions: 'Tutte le matrici pubblicate, la più recente per prima.'
  },
  grid: {
    number: (place) => `Riga ${place}`,
    keys: 'Le frecce spostano, Invio apre una parte, Alt con una freccia sposta la riga.',
    add: 'Aggiungi una riga',
    menu: (id) => `Riga ${id}: altro`,
    duplicate: 'Duplica',
    remove: 'Togli',
    up: 'Sposta su',
    down: 'Sposta giù',
    top: 'Porta in cima',
    addBelow: 'Aggiungi una riga sotto',
    drag: 'Trascina in un altro posto',
    moved: (id, place, all) => `${id} è ora la riga ${place} di ${all}.`,
    removed: (id) => `Riga ${id} tolta.`,
    edit: (what, value) => `${what}: ${value}. Cambia`,
    empty: {
      title: 'Ancora nessuna riga',
      text: 'Le righe che aggiungi stanno qui, nell’ordine in cui si guardano.'
    },
    filter: 'Cerca una riga',
    noneFound: 'Nessuna riga con queste parole',
    rows: (count) => plural(count, { one: '# riga', other: '# righe' })
  },
  findings: {
    title: 'Controlli',
    errors: (count) => plural(count, { one: '# errore', other: '# errori' }),
    warnings: (count) => plural(count, { one: '# avviso', other: '# avvisi' }),
    clean: 'Nessun problema',
    cleanText: 'Ogni tipo di caso arriva a qualcuno e ogni riga si può usare.',
    checking: 'Controllo in corso',
    error: 'Errore',
    warning: 'Avviso',
    example: (kind) => `Per esempio: ${kind}`,
    exampleAmount: (amount) => `chiede ${amount}`,
    go: 'Vai alla riga',
    whole: 'Tutta la matrice',
    fromServer: 'Il server ha rifiutato questa matrice:',
    serverNotAsked:
      'Non è stato chiesto al server se restano casi in lavorazione in una coda o categoria tolta, né se contano ancora importi in un’altra valuta. Gli si chiede appena torna la connessione, e di nuovo alla pubblicazione.'
  },
  general: {
    name: 'Nome',
    currency: 'Valuta',
    currencyHint: 'Tre lettere maiuscole, come EUR.',
    currencyMoved: (was, is) =>
      `Gli importi conservano la loro unità minima: ${was} sono ora ${is}. Rivedi limiti e righe.`,
    currencyError: 'Questo non è un codice di valuta.',
    riskShare: 'Una scadenza è a rischio quando resta meno di',
    share: 'Del suo obiettivo.'
  },
  publishing: {
    title: 'Pubblica questa matrice',
    text: 'Ogni console la segue subito. Ciò che è in corso conserva la riga con cui è cominciato.',
    reason: 'Perché',
    reasonHint: 'Compare nell’elenco delle versioni.',
    when: 'Quando',
    now: 'Ora',
    later: 'A un’ora precisa',
    at: 'Giorno e ora',
    past: 'Quest’ora è già passata.',
    noTime: 'Scegli un giorno e un’ora.',
    willBe: (moment) => `Si pubblica da sé: ${moment}. Allora viene controllata di nuovo.`,
    do: 'Pubblica',
    plan: 'Programma',
    published: (version) => `La versione ${version} è in vigore.`,
    planned: (moment) => `In programma per: ${moment}.`,
    failed: 'Non pubblicata.',
    refused: {
      MatrixMoved: 'Nel frattempo è arrivata un’altra versione. Chiudi e continua da quella.',
      NotAllowed: 'Può farlo solo un amministratore.',
      NotFound: 'Non c’è più.',
      NotReachable: 'Il server non è raggiungibile.',
      InThePast: 'Quest’ora è già passata.',
      NotNow: 'È già finita o in corso.',
      other: 'Il server non ha detto perché ha rifiutato.'
    }
  },
  files: {
    import: 'Importa un file',
    exportYaml: 'Esporta come YAML',
    exportJson: 'Esporta come JSON',
    imported: (name) => `${name} è ora la bozza. Annulla riporta quella di prima.`,
    reading: (name) => `Lettura di ${name}`,
    refused: (name) => `${name} non è stato accettato`,
    newer:
      'È stato scritto da un Tierline più recente. Non è cambiato nulla; il file resta su questo computer così com’è.',
    where: (line, column) => `Riga ${line}, colonna ${column}`,
    path: (path) => `in ${path}`,
    more: (count) => plural(count, { one: 'e un altro', other: 'e altri #' }),
    nearest: 'Si intendeva {nearest}?',
    close: 'Chiudi'
  },
  kept: {
    title: 'File conservati',
    text: 'Li ha scritti un Tierline più recente e non sono stati presi. Restano su questo computer così come sono.',
    save: 'Salva come file',
    discard: 'Elimina',
    discarded: (name: string) => `${name} è stato eliminato.`,
    undo: 'Annulla',
    at: (moment: string) => `conservato ${moment}`
  },
  versions: {
    version: 'Versione',
    author: 'Autore',
    reason: 'Perché',
    published: 'Pubblicata',
    current: 'in vigore',
    rollBackOf: (version) => `riporta la versione ${version}`,
    from: 'Confronta',
    to: 'con',
    draft: 'La mia bozza',
    rollBack: (version) => `Torna alla versione ${version}`,
    rollBackShort: 'Torna a questa',
    rollBackText: 'Si pubblica una nuova versione con lo stesso contenuto. La tua bozza resta.',
    rolledBack: (version) => `Il contenuto della versione ${version} è di nuovo in vigore.`,
    needsServer: 'L’elenco delle versioni viene dal server.',
    none: { title: 'Ancora nessuna versione', text: 'Qui compaiono le matrici pubblicate.' },
    plans: 'In programma',
    planState: {
      waiting: 'In programma',
      published: 'Pubblicata',
      failed: 'Non pubblicata',
      cancelled: 'Annullata'
    },
    planFailed: 'Non va più bene:',
    planNotice: 'Una matrice in programma non è stata pubblicata.',
    showPlan: 'Mostra perché',
    planMoved: (version) => `La versione ${version} è arrivata prima.`,
    cancelPlan: 'Annulla questa pubblicazione',
    same: 'Nessuna differenza.',
    differences: 'Differenze',
    added: 'Aggiunta',
    removed: 'Tolta',
    changed: 'Cambiata',
    moved: 'Spostata'
  },
  message: {
    none: {
      title: 'Nessun messaggio al cliente',
      text: 'Quando un caso sale non si propone di inviare nulla.'
    },
    add: 'Scrivine uno',
    remove: 'Non proporre messaggi',
    language: 'Lingua',
    preview: 'Anteprima',
    previewHint: 'Con valori inventati. Una parte vuota si mostra in inglese.',
    fills: (words) => `Si riempie all’invio: ${words}`,
    faultHint: 'Solo se la colpa è nostra: decide chi lo invia.',
    parts: {
      empathy: 'Empatia',
      done: 'Che cosa si è fatto',
      fault: 'Colpa nostra',
      serious: 'Preso sul serio',
      contact: 'Chi è il contatto',
      next: 'Quando avrà notizie',
      apology: 'Scuse'
    },
    example: {
      customer: 'Marta Vidal',
      agent: 'Ana Ruiz',
      team: 'Fatturazione',
      ref: 'C-1042',
      next: 'le 14:30 di oggi',
      done: 'abbiamo controllato i pagamenti'
    }
  }
}
