import type { approvals as en } from '../en/approvals.ts'

export const approvals: typeof en = {
  title: 'Aprobaciones',
  approve: 'Aprobar',
  decline: 'Rechazar',
  handOn: 'Pasar a otro',
  asksFor: (who, what) => `${who} pide ${what}`,
  decideBy: (time) => `Decidir antes de las ${time}`,
  step: (at, of) => `Paso ${at} de ${of}`,
  thenGoesTo: (who) => `Después pasa a ${who}`,
  reason: 'Motivo',
  reasonHint: 'Lo leerá quien lo pidió.',
  changed: 'La solicitud cambió mientras la leías. Mírala de nuevo antes de decidir.',
  waiting: 'Pendiente de aprobación',
  decided: 'Decididas',
  empty: { title: 'No te espera nada', text: 'Aquí aparecen las solicitudes de aprobación.' }
}
