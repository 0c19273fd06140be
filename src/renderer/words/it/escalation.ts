import type { escalation as en } from '../en/escalation.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const escalation: typeof en = {
  title: 'Escalation',
  functional: 'Serve competenza',
  hierarchical: 'Serve autorità',
  yourself: 'Puoi farlo tu',
  leftToday: (amount) => `Il tuo limite: restano ${amount}`,
  similar: 'Casi risolti simili a questo',
  toQueue: (queue) => `A ${queue}`,
  acceptsWithin: (span) => `accetta entro ${span}`,
  decides: (who, span) => `${who} decide entro ${span}`,
  asks: (fields) => `Chiede: ${fields}`,
  askForApproval: (amount, limit) => `Chiedi approvazione: ${amount} (limite ${limit})`,
  handOff: 'Passaggio di consegne',
  package: {
    need: 'Di che cosa ha bisogno il cliente',
    tried: 'Che cosa si è provato',
    impact: 'Impatto',
    ask: 'Che cosa chiedi'
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
  returnTo: (queue) => `Restituisci a ${queue}`,
  returnNote: 'Che cosa devono sapere'
}
