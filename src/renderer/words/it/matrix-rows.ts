import type { matrixRows as en } from '../en/matrix-rows.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const matrixRows: typeof en = {
  when: 'se',
  and: 'e',
  condition: {
    category: 'la categoria è',
    priority: 'la priorità è',
    channel: 'è arrivato via',
    segment: 'il cliente è',
    flags: 'ha la segnalazione'
  },
  lead: {
    from: 'Da',
    because: 'Per',
    tier: 'a',
    to: '→',
    accept: 'si accetta entro',
    resolve: 'si risolve entro',
    leaving: 'lasciando',
    changed: 'se nel frattempo è cambiata:',
    action: 'Per',
    over: 'di',
    asked: 'chiesto da',
    chain: 'si interpella',
    trigger: 'Quando',
    act: '→',
    privately: 'continua via'
  },
  part: {
    id: 'Identificativo',
    from: 'Da',
    tiers: 'Livelli',
    reason: 'Motivo',
    category: 'Categoria',
    priority: 'Priorità',
    channel: 'Canale',
    segment: 'Cliente',
    flags: 'Segnalazioni',
    condition: 'Condizione',
    to: 'Verso',
    channelTo: 'Canale',
    accept: 'Tempo per accettare',
    resolve: 'Tempo per risolvere',
    package: 'Passaggio di consegne',
    onChange: 'Se la riga è cambiata',
    action: 'Che cosa',
    amount: 'Importo',
    twoPeople: 'Due persone',
    exception: 'Eccezione',
    chain: 'Catena',
    trigger: 'Innesco',
    act: 'Che cosa succede'
  },
  addCondition: 'condizione',
  wholeTier: (tier) => `${tier}, qualsiasi squadra`,
  more: (count) => plural(count, { one: 'un’altra', other: 'altre #' }),
  reason: {
    compliance: 'Conformità',
    fraud: 'Sospetta frode',
    outage: 'Disservizio',
    vip: 'Cliente VIP',
    other: 'Un altro motivo'
  },
  onChange: { rebind: 'segue la nuova riga', confirm: 'si chiede di nuovo' },
  onChangeHint: {
    rebind: 'Un’escalation fatta non in linea va dove porta ora la matrice.',
    confirm: 'Si chiede all’agente prima che vada altrove.'
  },
  action: {
    refund: 'dare un rimborso',
    credit: 'dare un credito',
    goodwill: 'dare un omaggio',
    move: 'spostare il caso',
    exception: 'fare un’eccezione'
  },
  amount: (over, upTo) => `oltre ${over} e fino a ${upTo}`,
  over: 'Oltre',
  upTo: 'Fino a',
  badRange: 'L’importo maggiore deve superare il minore.',
  twoPeople: (amount) => `due persone oltre ${amount}`,
  twoPeopleAdd: 'due persone',
  twoPeopleOn: 'Oltre un importo l’ultimo passo richiede due persone diverse',
  step: (who, time) => `${who} ${time}`,
  thenBy: ', poi ',
  ifNobody: (what) => `; se nessuno risponde: ${what}`,
  timeout: {
    next: 'il prossimo',
    notify: (who) => `si avvisa: ${who}`,
    decline: 'rifiutata',
    expire: 'finisce',
    approve: (amount) => `approvata fino a ${amount}`
  },
  timeoutPick: {
    next: 'Chiedi al prossimo',
    notify: 'Avvisa anche qualcun altro',
    decline: 'Vale come un no',
    expire: 'La richiesta finisce',
    approve: 'Vale come un sì fino a un importo'
  },
  chain: {
    step: (number) => `Passo ${number}`,
    who: 'Chi decide',
    within: 'Entro',
    onTimeout: 'Se nessuno risponde',
    whom: 'Chi si avvisa',
    upTo: 'Fino a',
    add: 'Aggiungi un passo',
    remove: (number) => `Togli il passo ${number}`,
    up: (number) => `Sposta su il passo ${number}`,
    down: (number) => `Sposta giù il passo ${number}`,
    most: 'Al massimo sei passi.',
    last: 'Un passo deve restare.'
  },
  unit: { minutes: 'minuti', hours: 'ore', days: 'giorni' },
  unitLabel: 'Unità',
  badTime: 'Da 1 minuto a 365 giorni.',
  keepOne: 'Uno deve restare.',
  none: 'Nessuno',
  noneMeansAny: 'Nulla di segnato: qualsiasi.',
  find: 'Cerca',
  nothingFound: 'Non si trova nulla',
  unknown: (id) => `${id} (non è in questa matrice)`,
  trigger: {
    at_risk: (clock) => `la scadenza (${clock}) è a rischio`,
    breached: (clock) => `passa la scadenza (${clock})`,
    breachedPlus: (clock, time) => `la scadenza (${clock}) è passata da ${time}`,
    reopened: (count) => plural(count, { one: 'si riapre # volta', other: 'si riapre # volte' }),
    returned: (count) => plural(count, { one: 'si restituisce # volta', other: 'si restituisce # volte' })
  },
  triggerPick: {
    at_risk: 'Una scadenza è a rischio',
    breached: 'Una scadenza è passata',
    reopened: 'Il caso è stato riaperto',
    returned: 'Il caso è stato restituito'
  },
  clock: {
    own: 'presa in carico',
    firstResponse: 'prima risposta',
    resolve: 'soluzione'
  },
  clockLabel: 'Scadenza',
  plus: 'Da quanto',
  times: 'Quante volte',
  act: {
    escalate: (queue) => `escalation a ${queue}`,
    notify: (who) => `avviso a: ${who}`,
    priority: (priority) => `la priorità diventa ${priority}`
  },
  actPick: { escalate: 'Fai l’escalation', notify: 'Avvisa qualcuno', priority: 'Imposta la priorità' },
  idHint: 'Lettere minuscole, cifre e trattini. Le escalation ricordano la riga da questo.',
  idTaken: 'Un’altra riga ha questo identificativo.',
  apply: 'Applica',
  remove: (what) => `Togli ${what}`,
  limits: {
    action: 'Che cosa',
    perCase: 'Su un caso',
    perCustomer: 'A un cliente',
    days: 'giorni',
    within: 'entro',
    none: 'nulla da sé',
    customer: (amount, days) => `${amount} per cliente in ${days} giorni`,
    cell: (action, tier) => `${action} a ${tier}`
  },
  delegates: {
    of: 'Al posto di',
    to: 'decide',
    when: 'Quando',
    away: 'In sua assenza',
    always: 'Sempre',
    add: 'Aggiungi un sostituto',
    empty: { title: 'Nessun sostituto', text: 'I passi di una catena aspettano le persone che nominano.' }
  },
  names: {
    id: 'Identificativo',
    en: 'Inglese',
    es: 'Spagnolo',
    it: 'Italiano',
    needed: 'Serve un nome in inglese.',
    addTier: 'Aggiungi il livello',
    addTeam: 'Aggiungi una squadra',
    addCategory: 'Aggiungi una categoria',
    addException: 'Aggiungi un’eccezione',
    newTeam: 'Nuova squadra',
    newCategory: 'Nuova categoria',
    newException: 'Nuova eccezione',
    share: 'Quota prevista',
    shareFrom: 'da %',
    shareTo: 'a %',
    language: 'Lavora in',
    anyLanguage: 'Qualsiasi lingua',
    usedBy: (count) => plural(count, { one: 'usata da # riga', other: 'usata da # righe' }),
    noExceptions: {
      title: 'Nessuna eccezione',
      text: 'Le righe di autorità potranno chiedere solo denaro o uno spostamento.'
    }
  },
  sla: {
    tier: 'Livello',
    priority: 'Priorità',
    own: 'Presa in carico',
    firstResponse: 'Prima risposta',
    resolve: 'Soluzione',
    add: (tier) => `Aggiungi obiettivi per ${tier}`,
    remove: (tier) => `Togli gli obiettivi di ${tier}`
  }
}
