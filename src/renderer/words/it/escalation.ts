import type { escalation as en } from '../en/escalation.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const escalation: typeof en = {
  title: 'Escalation',
  functional: 'Serve competenza',
  hierarchical: 'Serve autorità',
  yourself: 'Puoi farlo tu',
  similar: 'Casi risolti simili a questo',
  acceptsWithin: (span) => `accetta entro ${span}`,
  asks: (fields) => `Chiede: ${fields}`,
  handOff: 'Passaggio di consegne',
  package: {
    need: 'Di che cosa ha bisogno il cliente',
    tried: 'Che cosa si è provato',
    impact: 'Impatto',
    ask: 'Che cosa si chiede'
  },
  packageShort: {
    need: 'il bisogno',
    tried: 'i tentativi fatti',
    impact: 'l’impatto',
    ask: 'la richiesta'
  },
  prefilled: 'Compilato dalla conversazione. Controllalo.',
  send: 'Invia l’escalation',
  goesOutLater: 'Parte quando torni in linea.',
  path: 'Percorso del caso',
  marks: {
    ping_pong: (times) =>
      plural(times, { one: 'Avanti e indietro # volta', other: 'Avanti e indietro # volte' }),
    returned: 'Restituito',
    skipped: 'Ha saltato un livello'
  },
  state: {
    requested: 'Richiesta',
    accepted: 'Accettata',
    approved: 'Approvata',
    declined: 'Rifiutata',
    withdrawn: 'Ritirata',
    expired: 'Scaduta',
    returned: 'Restituita',
    closed: 'Chiusa'
  },
  list: 'Storia delle escalation',
  none: 'Questo caso non ha avuto escalation.',
  action: { refund: 'Rimborso', credit: 'Credito', goodwill: 'Omaggio' },
  moveTo: (queue) => `Sposta a ${queue}`,
  exceptionOf: (what) => `Eccezione: ${what}`,
  automatic: (why) => `Automatico: ${why}`,
  trigger: {
    at_risk: 'una scadenza è a rischio',
    breached: 'una scadenza è stata mancata',
    reopened: 'è stato riaperto',
    returned: 'è stato restituito'
  },
  upTo: (what, amount) => `${what} fino a ${amount}`,
  leftOnCase: (amount) => `restano ${amount} su questo caso`,
  approvalOver: (what, amount) => `Chiedi approvazione: ${what} oltre ${amount}`,
  approvalFor: (what) => `Chiedi approvazione: ${what}`,
  chain: (who, span) => `${who} entro ${span}`,
  thenBy: ', poi ',
  open: 'In corso',
  handOffTo: (queue) => `Escalation a ${queue}`,
  acceptBy: (queue, span, time) =>
    `${queue} accetta entro ${span} (scadenza: ${time}). Il caso esce subito dalla tua coda.`,
  grantTitle: (what) => what,
  yourLimit: (left) => `Puoi concedere da te fino a ${left}.`,
  noLimit: 'Da te non puoi concederlo; ogni importo si decide più in alto.',
  grantsNow: 'Entro il tuo limite. È concesso subito.',
  grantsLater: 'Entro il tuo limite. È concesso appena parte.',
  decidedBy: 'Oltre il tuo limite. Chi decide:',
  stepBy: (who, span, time) => `${who}, entro ${span} (scadenza: ${time})`,
  stepAfter: (who, span) => `poi ${who}, entro ${span}`,
  beyond: 'Nessuno può approvare questo importo.',
  grantNow: (amount) => `Concedi ${amount}`,
  askNow: (amount) => `Chiedi approvazione: ${amount}`,
  notAnAmount: 'Questo non è un importo. Scrivilo così: 12,50.',
  amendText: 'Chi approva ricomincia con il nuovo importo.',
  withdrawAsk: (what) => `Ritira la richiesta: ${what}`,
  withdrawText: 'Il caso torna a te.',
  amend: (what) => `Cambia la richiesta: ${what}`,
  decide: {
    approve: (what) => `Approva: ${what}`,
    decline: (what) => `Rifiuta: ${what}`
  },
  hop: (from, to) => `${from} → ${to}`,
  askedBy: (who, when) => `${who}, ${when}`,
  acceptedBy: (who, span) => `Accettata da ${who} dopo ${span}`,
  notAcceptedYet: (time) => `Non ancora accettata, scade ${time}`,
  resolveBy: (time) => `Da risolvere, scadenza: ${time}`,
  returnedWith: 'Restituito con questa nota',
  step: {
    waiting: (time) => `decide (scadenza: ${time})`,
    later: 'viene dopo',
    never: 'non interpellato',
    approved: (when) => `ha approvato, ${when}`,
    declined: (when) => `ha rifiutato, ${when}`,
    reminded: (when) => `avvisato, ${when}`,
    handed_on: (when) => `l’ha passata, ${when}`,
    timed_out: (when) => `non ha risposto in tempo, ${when}`
  },
  grants: 'Concesso',
  grantedBy: (who, when) => `${who}, ${when}`,
  grantApproved: (who) => `approvato da ${who}`,
  tried: {
    reply: (text) => `Risposto: ${text}`,
    note: (text) => `Annotato: ${text}`
  },
  inPlaceOf: (who, whom) => `${who}, al posto di ${whom},`,
  allowed: 'Eccezioni consentite',
  because: (why) => `Percorso speciale: ${why}`,
  special: {
    fraud: 'sospetta frode',
    compliance: 'conformità',
    outage: 'un disservizio',
    vip: 'un cliente VIP',
    other: 'un caso particolare'
  },
  hops: {
    title: 'Il percorso, tappa per tappa',
    how: {
      opened: (who) => `Aperto da ${who}`,
      escalated: (who) => `Escalation di ${who}`,
      returned: (who) => `Restituito da ${who}`,
      withdrawn: (who) => `Ripreso da ${who}`,
      transferred: (who) => `Trasferito da ${who}`
    },
    automatic: 'automatica',
    stayed: (span) => `rimasto ${span}`,
    stays: (span) => `qui da ${span}`,
    ruleInWords: (sentence, detail) => `${sentence} (${detail})`,
    ruleToday: (detail, sentence) => `${detail}; oggi dice: ${sentence}`,
    ruleLabel: 'Regola',
    rule: (row, version) => `riga ${row}, versione ${version}`,
    ruleBoth: (row, made, judged) => `riga ${row}, fatta con la versione ${made}, giudicata con la ${judged}`
  },
  helped: {
    title: 'Risolto con la soluzione di',
    told: 'Che cosa si è detto a quel cliente',
    use: 'Risolto con questo',
    open: 'Apri quel caso',
    with: (what) => `Con la soluzione di ${what}. Vale come un’escalation evitata.`,
    elsewhere: 'Un caso che non è su questo computer'
  },
  tell: {
    title: 'Avvisa il cliente',
    folded: 'Così al cliente non parte niente.',
    parts: 'Che cosa dice il messaggio',
    part: {
      empathy: 'Comprensione',
      done: 'Che cosa si è fatto',
      fault: 'L’errore è nostro',
      serious: 'Lo si prende sul serio',
      contact: 'Chi lo segue ora',
      next: 'Quando avrà notizie',
      apology: 'Le scuse'
    },
    doneLabel: 'Che cosa si è fatto, come deve leggerlo il cliente',
    doneHint: 'Le note interne non vengono mai copiate qui.',
    message: 'Messaggio',
    hint: 'Parte insieme all’escalation. Cambialo come vuoi.',
    unfilled: (words) => `Ancora da compilare: ${words}.`,
    again: 'Ricomponilo',
    send: 'Escalation e avviso al cliente'
  },
  returnTo: (queue) => `Restituisci a ${queue}`,
  returnNote: 'Che cosa devono sapere',
  returnWhy: 'Perché torna indietro',
  returnGoal: 'A chi torna',
  returnToTeam: (queue) => `Alla coda: ${queue}`,
  returnToPerson: (who) => `Direttamente a ${who}, che l’ha inviato`,
  returnReason: {
    answered: 'Risposto: il resto si può fare lì',
    known_solution: 'C’era già una soluzione nota',
    missing_information: 'Mancano informazioni',
    not_ours: 'Non riguarda questa squadra',
    other: 'Un altro motivo'
  }
}
