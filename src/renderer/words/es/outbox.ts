import type { outbox as en } from '../en/outbox.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const outbox: typeof en = {
  title: 'Bandeja de salida',
  subtitle: 'Lo que hizo este equipo y el servidor aún no ha contestado.',
  state: { saved: 'Guardado aquí', sent: 'Enviado', confirmed: 'Confirmado', refused: 'No aceptado' },
  review: {
    title: 'Por revisar',
    count: (count) => plural(count, { one: '# cambio te necesita', other: '# cambios te necesitan' }),
    text: 'No se pierde nada de lo que escribiste. Elige qué hacer con ello.',
    open: 'Revisar'
  },
  choices: {
    lookAgain: 'Mirar de nuevo',
    sendAnyway: 'Enviar de todos modos',
    saveAsNote: 'Guardar como nota',
    tryAgain: 'Reintentar',
    toComposer: 'Volver a editarlo',
    undo: 'Deshacer',
    gotIt: 'Entendido',
    dismiss: 'Descartar',
    discardWords: 'Tirar lo que escribí'
  },
  empty: { title: 'Todo enviado', text: 'Aquí esperan los cambios hechos sin conexión.' },
  did: {
    'case.open': 'Abriste el caso',
    'case.claim': 'Lo tomaste',
    'case.assign': 'Lo asignaste',
    'case.release': 'Lo liberaste',
    'case.transfer': 'Lo transferiste',
    'case.reply': 'Respondiste',
    'case.note': 'Añadiste una nota',
    'case.setPriority': 'Cambiaste la prioridad',
    'case.setCategory': 'Cambiaste la categoría',
    'case.setFlag': 'Cambiaste una marca',
    'case.goPrivate': 'Lo pasaste a privado',
    'case.callManager': 'Llamaste al responsable de escalados',
    'case.answerCall': 'Atendiste la llamada',
    'case.swarm': 'Pediste ayuda a un compañero',
    'case.leaveSwarm': 'Dejaste el grupo de ayuda',
    'approval.handOn': 'Pasaste una solicitud',
    'case.pend': 'Lo dejaste pendiente',
    'case.hold': 'Lo pusiste en espera',
    'case.resume': 'Lo reanudaste',
    'case.resolve': 'Lo resolviste',
    'case.close': 'Lo cerraste',
    'case.reopen': 'Lo reabriste',
    'case.grant': 'Concediste un importe',
    'case.escalate': 'Lo escalaste',
    'escalation.accept': 'Aceptaste el escalado',
    'escalation.return': 'Lo devolviste',
    'escalation.withdraw': 'Retiraste el escalado',
    'approval.request': 'Pediste aprobación',
    'approval.amend': 'Cambiaste la solicitud',
    'approval.approve': 'Aprobaste una solicitud',
    'approval.decline': 'Rechazaste una solicitud'
  },
  tryNow: 'Probar ahora',
  trying: 'Probando',
  offline: 'Sin conexión. Salen en este orden cuando vuelva la red.',
  count: (count) => plural(count, { one: '# cambio espera', other: '# cambios esperan' }),
  openCase: 'Abrir el caso',
  yourWords: 'Lo que escribiste',
  copyWords: 'Copiar el texto',
  outcome: { held: 'Aún sin enviar', rejected: 'No se hizo', transformed: 'Se hizo de otro modo' },
  changed: {
    was: 'Respondiste a',
    now: 'Ahora es',
    over: 'Ya no te espera.'
  },
  youDid: (what, when) => `${what}, ${when}`,
  reviewEmpty: {
    title: 'Nada por revisar',
    text: 'Aquí aparecen los cambios que no se hicieron como pediste.'
  },
  offer: (count) =>
    plural(count, {
      one: '# cambio no se hizo como pediste. No se pierde nada de lo que escribiste.',
      other: '# cambios no se hicieron como pediste. No se pierde nada de lo que escribiste.'
    }),
  notDone: (why) => `Tampoco ha funcionado. ${why}`
}
