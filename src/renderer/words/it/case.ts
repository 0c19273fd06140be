import type { kase as en } from '../en/case.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const kase: typeof en = {
  status: {
    new: 'Nuovo',
    open: 'Aperto',
    pending: 'In attesa del cliente',
    on_hold: 'Sospeso',
    resolved: 'Risolto',
    closed: 'Chiuso'
  },
  priority: { urgent: 'Urgente', high: 'Alta', normal: 'Normale', low: 'Bassa' },
  holdReason: { vendor: 'Fornitore', approval: 'Approvazione', change: 'Modifica', problem: 'Problema' },
  resolution: {
    solved: 'Risolto',
    explained: 'Spiegato',
    compensated: 'Rimborsato',
    duplicate: 'Doppione',
    no_answer: 'Nessuna risposta dal cliente',
    not_solved: 'Non risolto'
  },
  channel: { email: 'Email', phone: 'Telefono', chat: 'Chat', web: 'Modulo web', social: 'Social' },
  segment: { B2B: 'Azienda', B2C: 'Privato' },
  flag: {
    vip: 'VIP',
    fraud: 'Sospetta frode',
    compliance: 'Conformità',
    outage: 'Disservizio',
    public: 'Pubblico'
  },
  role: {
    agent: 'Operatore',
    supervisor: 'Supervisore',
    escalation_manager: 'Responsabile escalation',
    administrator: 'Amministratore'
  },
  fields: {
    customer: 'Cliente',
    email: 'Email',
    phone: 'Telefono',
    company: 'Azienda',
    category: 'Categoria',
    flag: 'Segnalazione',
    priority: 'Priorità',
    channel: 'Canale',
    owner: 'Responsabile',
    queue: 'Coda',
    opened: 'Aperto',
    reason: 'Motivo',
    note: 'Nota',
    amount: 'Importo',
    to: 'A',
    person: 'Persona',
    language: 'Lingua',
    segment: 'Tipo',
    subject: 'Oggetto',
    resolution: 'Com’è finito',
    status: 'Stato'
  },
  language: { en: 'Inglese', es: 'Spagnolo', it: 'Italiano' },
  conversation: 'Conversazione',
  customer: 'Cliente',
  similar: 'Casi simili',
  actions: {
    claim: 'Prendi',
    accept: 'Accetta',
    assign: 'Assegna',
    release: 'Rilascia',
    transfer: 'Trasferisci',
    reply: 'Rispondi',
    note: 'Aggiungi nota',
    setPriority: 'Cambia priorità',
    setCategory: 'Cambia categoria',
    pend: 'Attendi il cliente',
    hold: 'Sospendi',
    resume: 'Riprendi',
    resolve: 'Risolvi',
    close: 'Chiudi il caso',
    reopen: 'Riapri',
    flag: 'Segnala',
    unflag: 'Togli una segnalazione',
    goPrivate: 'Porta in privato',
    callManager: 'Chiama il responsabile delle escalation',
    answerCall: 'Rispondi alla chiamata',
    swarm: 'Chiedi aiuto a un collega',
    leaveSwarm: 'Lascia il gruppo di aiuto',
    move: 'Chiedi lo spostamento',
    exception: 'Chiedi un’eccezione',
    handOn: 'Passa ad altri',
    escalate: 'Escalation',
    return: 'Restituisci',
    withdraw: 'Ritira',
    grant: 'Concedi',
    amend: 'Cambia la richiesta',
    approve: 'Approva',
    decline: 'Rifiuta'
  },
  composer: {
    label: 'Scrivi',
    reply: 'Risposta',
    note: 'Nota interna',
    send: 'Invia al cliente',
    addNote: 'Aggiungi nota',
    sendAndPend: 'Invia e attendi il cliente',
    sendAndResolve: 'Invia e risolvi',
    moreWays: 'Altri modi di inviare',
    replyPlaceholder: (name) => `Scrivi a ${name}`,
    notePlaceholder: 'La vedono solo i colleghi',
    draftSaved: 'Bozza salvata su questo computer',
    draftWaiting: 'Non ancora sul disco. La console continua a provare.',
    notSent: 'Non inviato.'
  },
  toolbar: 'Che cosa puoi fare',
  attributes: 'Altri dati',
  attribute: {
    source: 'Importato da',
    sourceId: 'Numero di origine',
    sourceDate: 'Data di origine',
    slaMet: 'Scadenza di origine',
    company: 'Azienda',
    state: 'Stato (regione)',
    issue: 'Problema',
    location: 'Luogo',
    closedCode: 'Codice di chiusura'
  },
  more: 'Altro',
  nobody: 'Ancora nessuno',
  you: 'Tu',
  change: (what, value) => `${what}: ${value}. Cambia`,
  reopened: (count) => plural(count, { one: 'Riaperto # volta', other: 'Riaperto # volte' }),
  sync: {
    here: 'Salvato qui',
    sent: 'Inviato, non ancora confermato',
    confirmed: 'Confermato'
  },
  timeline: {
    today: 'Oggi',
    yesterday: 'Ieri',
    showAll: 'Mostra tutto',
    showLess: 'Mostra meno',
    newBelow: 'Novità più in basso',
    toEnd: 'Vai alla fine',
    writtenDownBy: (who) => `annotato da ${who}`,
    late: 'Aggiunta quando il caso era già andato avanti',
    handOff: 'Passaggio di consegne',
    quiet: (count) => plural(count, { one: '# passaggio', other: '# passaggi' }),
    showSteps: 'Mostrali',
    hideSteps: 'Nascondili'
  },
  form: {
    note: 'Nota per i colleghi',
    choosePerson: 'Scegli una persona',
    chooseQueue: 'Scegli una coda',
    nothingFound: 'Nessuno trovato',
    assign: 'Assegna il caso',
    transfer: 'Trasferisci il caso',
    hold: 'Sospendi il caso',
    holdWhy: 'Che cosa aspetta',
    resolve: 'Risolvi il caso',
    reopen: 'Riapri il caso',
    reopenWhy: 'Perché continua',
    return: (queue) => `Restituisci il caso a ${queue}`,
    withdraw: 'Riprendi il caso',
    close: 'Chiudi il caso',
    closeText: 'Un caso chiuso non si può riaprire.',
    approve: 'Approva la richiesta',
    decline: 'Rifiuta la richiesta'
  },
  told: {
    rerouted: (was, now) => `I casi come questo ora vanno a ${now}. Il tuo è andato lì, non a ${was}.`,
    changedMeanwhile: (who, was, when) =>
      `${who} aveva impostato ${was} (${when}). Ora è come l’hai messo tu.`
  },
  left: {
    title: (ref) => `${ref} è uscito dalle tue code`,
    how: {
      escalated: (who, to) => `${who} ne ha fatto un’escalation a ${to}`,
      returned: (who, to) => `${who} l’ha restituito a ${to}`,
      transferred: (who, to) => `${who} l’ha trasferito a ${to}`,
      accepted: (who, to) => `${who} l’ha accettato in ${to}`,
      withdrawn: (who, to) => `${who} l’ha ripreso in ${to}`,
      decided: (who) => `${who} ha deciso`,
      scope: (_who, to) => `Non lavori più in ${to}`,
      swarm: () => 'Non partecipi più',
      moved: (_who, to) => `Ora è in ${to}`
    },
    drafts: 'Quello che non avevi inviato è ancora qui',
    copy: 'Copia',
    next: 'Prossimo caso come questo'
  },
  fault: {
    title: 'Ora questo caso non si può mostrare',
    why: 'Il motore della console non risponde. Niente di quello che hai fatto è perso.',
    next: 'Il tentativo si ripete da solo.',
    act: 'Non fatto: il motore della console non risponde. Quello che hai scritto è salvo; riprova tra un attimo.',
    diskFull:
      'Non fatto: il disco di questo computer è pieno. Quello che hai scritto resta sullo schermo; libera spazio e riprova.'
  },
  flags: {
    raise: 'Metti una segnalazione',
    lower: (flag) => `Togli la segnalazione: ${flag}`
  },
  banners: {
    isPublic: (channel) =>
      `Questa conversazione è pubblica. Qui nessuno risponde finché non viene spostata: ${channel}.`,
    goPrivate: (channel) => `Sposta su ${channel}`,
    called: (who, when) => `${who} ha chiamato il responsabile delle escalation (${when}).`,
    pingPong: 'Meglio risolverlo insieme che mandarlo un’altra volta.',
    swarm: (people) => `Aiutano su questo caso: ${people}`
  },
  offer: {
    approved: (what) => `Approvato: ${what}. Il cliente non lo sa ancora.`,
    declined: (what) => `Rifiutato: ${what}. Il cliente non lo sa ancora.`,
    expired: (what) => `Nessuno ha deciso in tempo: ${what}. Il cliente non lo sa ancora.`,
    write: (name) => `Scrivi a ${name}`,
    notNow: 'Non ora'
  },
  newCase: {
    title: 'Nuovo caso',
    text: 'Per una telefonata o una visita. Entra subito nella coda che scegli.',
    customerName: 'Di chi si tratta',
    subject: 'In una riga',
    body: 'Che cosa dice il cliente',
    bodyHint: 'Con le sue parole; la conversazione comincia da lì.',
    open: 'Apri il caso',
    noQueue: 'Non lavori in nessuna coda. Un supervisore può aprire casi.'
  },
  empty: { title: 'Nessun caso aperto', text: 'Scegline uno dall’elenco o premi J.' },
  gone: {
    title: 'Questo caso non è su questo computer',
    text: 'È uscito dalle tue code o non è ancora arrivato.'
  }
}
