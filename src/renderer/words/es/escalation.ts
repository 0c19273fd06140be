import type { escalation as en } from '../en/escalation.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const escalation: typeof en = {
  title: 'Escalar',
  functional: 'Requiere conocimiento',
  hierarchical: 'Requiere autoridad',
  yourself: 'Esto puedes hacerlo tú',
  leftToday: (amount) => `Tu límite: quedan ${amount}`,
  similar: 'Casos resueltos parecidos a este',
  toQueue: (queue) => `A ${queue}`,
  acceptsWithin: (span) => `acepta en ${span}`,
  decides: (who, span) => `${who} decide en ${span}`,
  asks: (fields) => `Pide: ${fields}`,
  askForApproval: (amount, limit) => `Pedir aprobación: ${amount} (límite ${limit})`,
  handOff: 'Traspaso',
  package: {
    need: 'Qué necesita el cliente',
    tried: 'Qué se ha probado',
    impact: 'Impacto',
    ask: 'Qué pides'
  },
  prefilled: 'Rellenado a partir de la conversación. Revísalo.',
  send: 'Escalar',
  goesOutLater: 'Saldrá cuando vuelva la conexión.',
  path: 'Recorrido del caso',
  marks: {
    ping_pong: (times) => plural(times, { one: 'Ida y vuelta # vez', other: 'Ida y vuelta # veces' }),
    returned: 'Devuelto',
    skipped: 'Saltó un nivel'
  },
  state: {
    requested: 'Solicitado',
    accepted: 'Aceptado',
    approved: 'Aprobado',
    declined: 'Rechazado',
    withdrawn: 'Retirado',
    expired: 'Caducado',
    returned: 'Devuelto',
    closed: 'Cerrado'
  },
  list: 'Escalados',
  none: 'Este caso no se ha escalado.',
  action: { refund: 'Reembolso', credit: 'Abono', goodwill: 'Compensación' },
  returnTo: (queue) => `Devolver a ${queue}`,
  returnNote: 'Qué deben saber'
}
