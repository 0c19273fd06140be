import type { refusals as en } from '../en/refusals.ts'

export const refusals: typeof en = {
  NoSuchCase: 'Este caso ya no está aquí. Búscalo por su número.',
  AlreadyExists: 'Este caso ya se había abierto. Búscalo en la cola.',
  CaseTaken: {
    before: (who, span) => `${who} tomó este caso ${span} antes que tú. Siguiente caso como este: J.`,
    first: (who) => `${who} tomó este caso antes que tú. Siguiente caso como este: J.`,
    since: (who, when) => `Este caso lo lleva ${who} (${when}). Siguiente caso como este: J.`
  },
  NotYourCase: (who) => `Este caso lo lleva ${who}. Pide que te lo transfiera o añade una nota.`,
  NotYourQueue: (queue) => `No trabajas en ${queue}.`,
  NobodyOwnsIt: 'Nadie lleva este caso todavía. Tómalo primero.',
  CaseResolved: (who, when) => `${who} resolvió este caso (${when}). Reábrelo para continuar.`,
  CaseClosed: 'Este caso está cerrado. Abre otro y menciona su número.',
  NotResolved: 'Este caso aún no está resuelto. Resuélvelo primero.',
  NotWaiting: 'Este caso no está a la espera de nada.',
  NoSuchPerson: 'Esta persona ya no trabaja aquí. Elige otra.',
  PersonNotInQueue: (who) => `${who} no trabaja en esta cola. Elige a otra persona o transfiere el caso.`,
  OnlySupervisor: 'Esto puede hacerlo un supervisor.',
  NoOtherTeam: 'No hay otro equipo en este nivel.',
  NoSuchQueue: (queue) => `${queue} ya no existe. Elige otra cola.`,
  NoSuchCategory: 'Esta categoría ya no existe. Elige otra.',
  NoRoute: 'La matriz no tiene camino para escalar este caso. Pregunta al responsable de escalados.',
  TargetChanged: (was, now) => `Los casos como este van ahora a ${now}, no a ${was}. ¿Lo envías allí?`,
  PackageIncomplete: (fields) => `Aún falta: ${fields}.`,
  OverLimit: (left) => `Supera tu límite: quedan ${left}. Pide aprobación.`,
  WithinLimit: (left) => `Puedes concederlo tú: quedan ${left}.`,
  NobodyMayApprove: 'Nadie puede aprobar este importe. Pregunta al responsable de escalados.',
  WrongCurrency: (currency) => `Aquí los importes van en ${currency}.`,
  AlreadyAsked: 'Esto ya se pidió. Espera la respuesta o cambia la solicitud.',
  ApprovalOpen: 'Hay una aprobación abierta. Espera la respuesta o retírala.',
  NoSuchEscalation: 'Este escalado ya no está aquí.',
  EscalationEnded: (state) => `Este escalado ya terminó: ${state}.`,
  NotAccepted: 'Nadie ha aceptado todavía este escalado.',
  EscalatedOn: (queue) => `El caso ya se escaló más arriba, a ${queue}. Primero tiene que volver de allí.`,
  TimeRanOut: (when) => `El plazo para decidir terminó: ${when}.`,
  UnknownMatrix: (version) =>
    `Esto se hizo con la versión ${version} de la matriz, que el servidor no conoce. Revísalo y envíalo otra vez.`,
  OnlyRequester: 'Solo puede hacerlo quien lo pidió.',
  OwnRequest: 'Sobre tu propia solicitud decide otra persona.',
  NotApprover: 'Esta decisión le toca a otra persona.',
  StaleSubject: 'La solicitud cambió entretanto. Mírala de nuevo antes de decidir.',
  CannotDecide: (who) => `${who} no puede decidirlo. Elige a otra persona.`,
  NoSuchException: 'La matriz ya no conoce esta excepción.',
  MustGoPrivate: (channel) =>
    `Esta conversación es pública y tiene datos privados. Pásala antes a ${channel}.`,
  NotPublic: 'Esta conversación no es pública.',
  FlagProtected: 'Solo un supervisor quita esta marca.',
  TooEarlyToCall: 'El caso aún no ha ido y vuelto.',
  AlreadyCalled: (who, when) => `${who} ya llamó al responsable de escalados (${when}).`,
  NotCalled: 'Nadie ha llamado por este caso.',
  NotInSwarm: 'No estás en el grupo de ayuda de este caso.',
  ReplyNotSent: {
    before: {
      resolved: (who) => `${who} resolvió este caso. Reábrelo para responder.`,
      owner: (who) => `Este caso lo lleva ${who}, que responde al cliente. Puedes añadir una nota.`
    },
    resolved: (who) => `No se envió: ${who} resolvió el caso entretanto. Tu respuesta se conserva.`,
    owner: (who) => `No se envió: ahora lleva el caso ${who}. Tu respuesta se conserva.`
  },
  WaitsOnRefused: 'No se hizo, porque no se aceptó un cambio tuyo anterior.',
  SentAlready: {
    as: (what: string, when: string) =>
      `Esto ya se envió (${when}): ${what}. Lo que hay ahora aquí no se ha enviado. Pulsa otra vez para enviarlo también.`,
    other: 'Antes se envió otra cosa en su lugar, y esto no se ha hecho.'
  },
  TooLong: (field: string, length: string, most: string) =>
    `Demasiado largo: ${field} tiene ${length} caracteres y puede tener ${most}. No se ha cortado ni enviado nada.`,
  NoLongerAllowed:
    'Cuando lo hiciste tenías permiso y ahora no. No se pierde nada: un supervisor de la cola decide si se hace.',
  GrantLapsed:
    'Este equipo lleva tres días sin ver al servidor. Puedes leer y guardar borradores; conéctate para volver a actuar.',
  NotUnderstood: 'El servidor no lo entendió. Actualiza la consola y vuelve a intentarlo.',
  ServerBroke: 'El servidor falló con esto. Se conserva aquí; reinténtalo o envía los detalles.'
}
