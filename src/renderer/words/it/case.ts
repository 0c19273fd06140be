import type { kase as en } from '../en/case.ts'

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
    priority: 'Priorità',
    channel: 'Canale',
    owner: 'Responsabile',
    queue: 'Coda',
    opened: 'Aperto',
    reason: 'Motivo',
    note: 'Nota',
    amount: 'Importo',
    to: 'A'
  },
  conversation: 'Conversazione',
  customer: 'Cliente',
  similar: 'Casi simili',
  articles: 'Articoli',
  viewing: (names) => `Qui anche: ${names}`,
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
    draftSaved: 'Bozza salvata qui',
    macros: 'Inserisci una macro'
  },
  empty: { title: 'Nessun caso aperto', text: 'Scegline uno dall’elenco o premi J.' },
  gone: {
    title: 'Questo caso non è su questo computer',
    text: 'È uscito dalle tue code o non è ancora arrivato.'
  }
}
