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
  lastStep: 'Se concede enseguida.',
  nextStep: 'Después pasa al siguiente paso.',
  note: 'Nota',
  noteHint: 'Queda junto a la decisión.',
  declineTitle: (what) => `Rechazar: ${what}`,
  asked: (when) => `lo pidió ${when}`,
  waiting: 'Pendiente de aprobación',
  handOn: 'Pasar a otra persona',
  handOnTitle: (what) => `Pasar a otra persona: ${what}`,
  handOnTo: 'Quién decide en tu lugar',
  handOnHint: 'Lo leerá antes de decidir, y tendrá de nuevo todo el plazo.',
  nobodyElse: 'Aquí nadie más puede decidir esto.',
  lastMove: 'El caso se traslada enseguida.',
  lastException: 'Queda permitido enseguida.',
  lastLater: 'Se hará en cuanto salga tu respuesta.',
  limitLabel: 'Límite',
  limit: (who, amount) => `${who} puede conceder ${amount} por caso`,
  noLimit: (who) => `${who} no puede conceder nada de esto por su cuenta`,
  way: 'De dónde, adónde',
  youDecide: 'Decides',
  inPlaceOf: (who) => `en lugar de ${who}`,
  history: {
    title: 'Cliente',
    cases: (count, open) =>
      `${plural(count, { one: '# caso más', other: '# casos más' })}, ${plural(open, { zero: 'ninguno abierto', one: '# abierto', other: '# abiertos' })}`,
    none: 'Aquí no se conoce ningún otro caso suyo',
    granted: (what, amount, times) =>
      `${what} ${amount} (${plural(times, { one: 'una vez', other: '# veces' })})`,
    nothing: 'No se le ha concedido nada antes'
  },
  chain: 'Quién decide',
  orAlso: (who) => `o ${who}`,
  ifNobody: {
    title: (time) => `Si nadie responde antes de ${time}:`,
    reminds: (whom) => `se avisa a ${whom}, que también puede responder; el plazo corre de nuevo.`,
    goesOn: (to) => `pasa a ${to}.`,
    no: 'cuenta como un no.',
    yes: 'cuenta como un sí y se lleva a cabo.',
    yesStep: 'cuenta como un sí y se pregunta en el siguiente paso.',
    ends: 'la solicitud termina sin más.'
  },
  change: {
    title: 'La solicitud cambió mientras la leías.',
    was: 'Estabas leyendo',
    now: 'Ahora es',
    read: 'Seguir con la nueva'
  },
  gone: 'Esta solicitud ya no te espera: alguien respondió o se retiró.',
  empty: { title: 'No te espera nada', text: 'Aquí aparecen las solicitudes de aprobación.' }
}
