import type { frame as en } from '../en/frame.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const frame: typeof en = {
  appName: 'Tierline',
  navigation: 'Sezioni',
  places: {
    myWork: 'Il mio lavoro',
    drafts: 'Bozze',
    asked: 'In attesa di altri',
    atRisk: 'A rischio',
    breached: 'Fuori tempo',
    approvals: 'Approvazioni',
    called: 'Chiamate',
    figures: 'Cifre',
    matrix: 'Matrice',
    held: 'Lavoro trattenuto',
    devices: 'Console',
    imports: 'Importazioni',
    settings: 'Impostazioni'
  },
  queues: 'Code',
  administration: 'Amministrazione',
  failedPlans: (count: number) =>
    plural(count, { one: '# piano non è stato pubblicato', other: '# piani non sono stati pubblicati' }),
  cases: (count) => plural(count, { one: '# caso', other: '# casi' }),
  people: { system: 'Tierline', customer: 'Cliente' },
  search: 'Cerca o esegui un comando',
  searchPlaceholder: 'Scrivi un comando, un numero di caso o una parola',
  searchEmpty: 'Nessun risultato. Prova con un’altra parola.',
  commands: 'Comandi',
  casesFound: 'Casi',
  backTo: (place) => `Torna a: ${place}`,
  panes: {
    list: 'Elenco',
    case: 'Caso',
    context: 'Contesto',
    listEdge: 'Larghezza dell’elenco',
    contextEdge: 'Larghezza del contesto',
    showContext: 'Mostra il contesto',
    hideContext: 'Nascondi il contesto',
    showList: 'Mostra l’elenco'
  },
  connection: {
    waitingSince: (count, time) =>
      `${plural(count, { one: '# in attesa', other: '# in attesa' })} · sincronizzato ${time}`,
    neverSynced: 'Non ancora sincronizzato',
    offlineShort: (time) => `Non in linea · sincronizzato ${time}`,
    offlineWorks:
      'Tutto quello che è su questo computer funziona: prendere, rispondere, annotare, escalation. Per importare e accedere serve il server.',
    lapsed:
      'Troppo tempo senza server. Puoi leggere, e ciò che scrivi resta come bozza; connettiti per tornare ad agire. Ciò che attende qui rimane.',
    tryNow: 'Prova ora',
    open: (state) => `${state}. Apri gli elementi in uscita`,
    allSaved: (time) => `Tutto salvato · sincronizzato ${time}`,
    connecting: 'Connessione in corso',
    waiting: (count) => plural(count, { one: '# in attesa', other: '# in attesa' }),
    offline: 'Non in linea',
    offlineBanner: (count) =>
      plural(count, {
        zero: 'Non in linea. Puoi continuare a lavorare.',
        one: 'Non in linea. # modifica aspetta qui e parte quando torna la rete.',
        other: 'Non in linea. # modifiche aspettano qui e partono quando torna la rete.'
      }),
    back: (count) =>
      plural(count, {
        zero: 'Di nuovo in linea.',
        one: 'Di nuovo in linea. # modifica inviata.',
        other: 'Di nuovo in linea. # modifiche inviate.'
      }),
    firstCopy: (done, about) => `Scarico le tue code: ${done} di circa ${about}`,
    crowded: (waiting) =>
      `${waiting} azioni aspettano solo su questo computer. Qui sono al sicuro e puoi continuare a lavorare, ma collegalo presto al server.`,
    firstCopyBegins: 'Scarico le tue code: il server le sta preparando'
  },
  problems: {
    DiskFull:
      'Il disco è pieno. Quello che scrivi non si può salvare. Libera spazio su questo computer: poi riprende da solo.',
    DiskBroken:
      'Il disco non si legge. Le ultime modifiche possono essere al sicuro sul server; avvisa l’amministratore.',
    SignInAgain: 'La sessione è finita. Accedi di nuovo; quello che aspetta qui resta.',
    UpdateNeeded:
      'Il server richiede una console più recente. Aggiornala per continuare a sincronizzare; il tuo lavoro resta.',
    ServerOlder:
      'Il server è più vecchio di questa console e non conosce ancora qualcosa che hai fatto. Resta qui e partirà quando il server sarà aggiornato.',
    WrongServer:
      'Questo computer contiene il lavoro di un altro server. Accedi a quello o chiedi all’amministratore.',
    TooLarge:
      'Quello che aspetta qui è più grande di quanto il server accetti. Resta salvato; chiedi un aggiornamento a chi gestisce il server.',
    ServerRefused: 'Il server non accetta questo computer. Chiedi all’amministratore.'
  },
  loading: 'Caricamento',
  working: 'In corso',
  close: 'Chiudi',
  cancel: 'Annulla',
  undo: 'Annulla l’azione',
  retry: 'Riprova',
  dismiss: 'Ignora',
  more: 'Altro',
  clear: 'Cancella',
  copyDetails: 'Copia i dettagli',
  copied: 'Copiato',
  notifications: 'Messaggi',
  notices: {
    title: 'Avvisi per te',
    unread: (count) => plural(count, { one: '# avviso per te', other: '# avvisi per te' }),
    isNew: 'Nuovo',
    none: 'Ancora niente',
    noneText:
      'Qui ti si avvisa di che ne è delle tue richieste e delle tue escalation, e di ciò che aspetta una tua decisione.',
    open: 'Apri il caso',
    approved: (who, what) => `${who} ha approvato: ${what}`,
    approvedStep: (who, what) => `${who} ha approvato, ora si chiede al passo successivo: ${what}`,
    declined: (who, what) => `${who} ha rifiutato: ${what}`,
    expired: (what) => `Nessuno ha risposto in tempo, la richiesta è finita: ${what}`,
    goesOn: (what) => `Nessuna risposta in tempo, ora si chiede al passo successivo: ${what}`,
    noAnswerIsNo: (what) => `Nessuno ha risposto in tempo, e vale come un no: ${what}`,
    reminded: (whom, what) => `Ancora nessuna risposta, avvisato anche ${whom}: ${what}`,
    handedOn: (who, to, what) => `${who} l’ha passata a ${to}: ${what}`,
    handedToYou: (who, what) => `${who} ti chiede di decidere: ${what}`,
    returned: (who) => `${who} ha restituito un caso di cui avevi fatto l’escalation`,
    withdrawn: (who, what) => `${who} segue ora il caso e ha ritirato la tua richiesta: ${what}`,
    called: (who) => `${who} chiama il responsabile delle escalation`,
    answered: (who) => `${who} ha risposto alla tua chiamata`,
    notified: (why) => `La matrice ti avvisa: ${why}`,
    swarmed: (who) => `${who} chiede il tuo aiuto`,
    asksYou: (who, what) => `${who} ti chiede di decidere: ${what}`,
    changedAsks: (who, what) => `${who} ha cambiato la richiesta che ti aspetta: ${what}`,
    yourTurn: (who, what) => `Tocca a te decidere su una richiesta di ${who}: ${what}`,
    alsoYou: (what) => `Nessuno ha ancora risposto, puoi decidere anche tu: ${what}`,
    inPlaceOf: (who) => `Al posto di ${who}, che è assente o ti ha come delegato.`,
    became: {
      youApproved: 'L’hai approvata.',
      approved: (who) => `${who} l’ha approvata.`,
      youDeclined: 'L’hai rifiutata.',
      declined: (who) => `${who} l’ha rifiutata.`,
      youHandedOn: (to) => `L’hai passata a ${to}.`,
      handedOn: (who, to) => `${who} l’ha passata a ${to}.`,
      handedToYou: (who) => `${who} l’ha passata a te, in un avviso a parte.`,
      late: 'Nessuno ha risposto in tempo.',
      changed: (who) => `${who} l’ha cambiata, in un avviso a parte.`,
      takenBack: (who) => `${who} l’ha ritirata.`,
      none: 'Non ti aspetta più.'
    },
    wait: (count) =>
      plural(count, { one: '# aspetta la tua decisione', other: '# aspettano la tua decisione' }),
    showAll: 'Mostrali'
  },
  optional: 'facoltativo',
  required: 'Questo dato serve.',
  tooLong: (length: string, most: string) => `Troppo lungo: ${length} caratteri, e ${most} è il massimo.`,
  theText: 'il testo',
  noPermission: (who) => `Qui non puoi farlo. Può farlo: ${who}.`,
  broken: {
    title: 'Questa parte ha smesso di funzionare',
    why: 'L’errore è nostro. Quello che hai fatto è salvato.',
    next: 'Aprila di nuovo. Se si ferma ancora, inviaci i dettagli.',
    again: 'Apri di nuovo'
  },
  opening: 'Apro le tue code',
  engine: {
    restarting: 'La parte locale della console si sta riavviando. Quello che hai scritto è ancora qui.',
    back: 'La console funziona di nuovo.'
  },
  signInAgain: 'Accedi di nuovo',
  openUnowned: (open, unowned) =>
    `${plural(open, { one: '# caso aperto', other: '# casi aperti' })}, ${plural(unowned, { one: '# non assegnato', other: '# non assegnati' })}`,
  toReview: (count) => plural(count, { one: '# da rivedere', other: '# da rivedere' }),
  newCase: 'Nuovo caso',
  hideNavigation: 'Mostra solo le icone',
  showNavigation: 'Mostra i nomi',
  account: (name) => `${name}: aspetto, lingua, esci`,
  goTo: (place) => `Vai a ${place}`,
  groups: { places: 'Vai a', thisCase: 'Questo caso', looks: 'Aspetto e lingua', console: 'Questa console' },
  searchFor: (text) => `Cerca “${text}” in tutti i casi`,
  paletteHint: { move: 'Sposta', run: 'Scegli', close: 'Chiudi' },
  cannotStart: {
    title: 'La parte locale della console non si avvia',
    why: 'Si chiude appena avviata. Quello che hai fatto prima è al sicuro nei suoi file.',
    next: 'Il tentativo si ripete da solo. Se resta così, reinstalla Tierline o avvisa l’amministratore.'
  },
  cannotOpen: {
    title: 'Le tue code non si sono potute aprire',
    why: 'I file della console su questo computer non si leggono.',
    next: 'Niente è stato cancellato. Chiudi la console, controlla che ci sia spazio sul disco e riaprila.',
    newer: {
      why: 'Una versione più recente di Tierline ha scritto i file su questo computer, e questa non li conosce tutti.',
      next: 'Niente è stato cambiato. Installa la versione più recente o chiedi all’amministratore.'
    }
  }
}
