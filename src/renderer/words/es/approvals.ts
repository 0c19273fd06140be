import type { approvals as en } from '../en/approvals.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const approvals: typeof en = {
  title: 'Aprobaciones',
  approve: 'Aprobar',
  decline: 'Rechazar',
  asksFor: (who, customer) => `Lo pide ${who} para ${customer}.`,
  decideBy: (time) => `Límite para decidir: ${time}`,
  step: (at, of) => `Paso ${at} de ${of}`,
  reason: 'Motivo',
  reasonHint: 'Lo leerá quien lo pidió.',
  changed: 'La solicitud cambió mientras la leías. Mírala de nuevo antes de decidir.',
  count: (count) => plural(count, { one: '# solicitud te espera', other: '# solicitudes te esperan' }),
  next: 'Solicitud siguiente',
  previous: 'Solicitud anterior',
  openCase: 'Abrir el caso',
  list: 'Solicitudes que te esperan',
  approveTitle: (what) => `Aprobar: ${what}`,
  lastStep: 'Se concede en seguida.',
  nextStep: 'Después pasa al siguiente paso.',
  note: 'Nota',
  noteHint: 'Queda junto a la decisión.',
  declineTitle: (what) => `Rechazar: ${what}`,
  asked: (when) => `lo pidió ${when}`,
  waiting: 'Pendiente de aprobación',
  empty: { title: 'No te espera nada', text: 'Aquí aparecen las solicitudes de aprobación.' }
}
