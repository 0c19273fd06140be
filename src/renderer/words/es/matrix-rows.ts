import type { matrixRows as en } from '../en/matrix-rows.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const matrixRows: typeof en = {
  when: 'si',
  and: 'y',
  condition: {
    category: 'la categoría es',
    priority: 'la prioridad es',
    channel: 'llegó por',
    segment: 'el cliente es',
    flags: 'lleva la marca'
  },
  lead: {
    from: 'Desde',
    because: 'Por',
    tier: 'en',
    to: '→',
    accept: 'se acepta en',
    resolve: 'se resuelve en',
    leaving: 'dejando',
    changed: 'si esto cambió por el camino:',
    action: 'Para',
    over: 'de',
    asked: 'pedido en',
    chain: 'preguntar a',
    trigger: 'Cuando',
    act: '→',
    privately: 'sigue por'
  },
  part: {
    id: 'Identificador',
    from: 'Desde',
    tiers: 'Niveles',
    reason: 'Motivo',
    category: 'Categoría',
    priority: 'Prioridad',
    channel: 'Canal',
    segment: 'Cliente',
    flags: 'Marcas',
    condition: 'Condición',
    to: 'Hacia',
    channelTo: 'Canal',
    accept: 'Tiempo para aceptar',
    resolve: 'Tiempo para resolver',
    package: 'Traspaso',
    onChange: 'Si la fila cambió',
    action: 'Qué',
    amount: 'Importe',
    twoPeople: 'Dos personas',
    exception: 'Excepción',
    chain: 'Cadena',
    trigger: 'Desencadenante',
    act: 'Qué ocurre'
  },
  addCondition: 'condición',
  wholeTier: (tier) => `${tier}, cualquier equipo`,
  more: (count) => plural(count, { one: '# más', other: '# más' }),
  reason: {
    compliance: 'Cumplimiento',
    fraud: 'Posible fraude',
    outage: 'Caída de servicio',
    vip: 'Cliente VIP',
    other: 'Otro motivo'
  },
  onChange: { rebind: 'seguir la fila nueva', confirm: 'volver a preguntar' },
  onChangeHint: {
    rebind: 'Un escalado hecho sin conexión va adonde lleva la matriz ahora.',
    confirm: 'Se pregunta al agente antes de que vaya a otro sitio.'
  },
  action: {
    refund: 'dar un reembolso',
    credit: 'dar un abono',
    goodwill: 'dar una compensación',
    move: 'mover el caso',
    exception: 'hacer una excepción'
  },
  amount: (over, upTo) => `más de ${over} y hasta ${upTo}`,
  over: 'Más de',
  upTo: 'Hasta',
  badRange: 'El importe mayor debe superar al menor.',
  twoPeople: (amount) => `dos personas por encima de ${amount}`,
  twoPeopleAdd: 'dos personas',
  twoPeopleOn: 'Por encima de un importe, el último paso exige dos personas distintas',
  step: (who, time) => `${who} ${time}`,
  thenBy: ', después ',
  ifNobody: (what) => `; si nadie responde: ${what}`,
  timeout: {
    next: 'el siguiente',
    notify: (who) => `se avisa: ${who}`,
    decline: 'se rechaza',
    expire: 'se acaba',
    approve: (amount) => `se aprueba hasta ${amount}`
  },
  timeoutPick: {
    next: 'Preguntar al siguiente',
    notify: 'Avisar también a otra persona',
    decline: 'Contarlo como un no',
    expire: 'Terminar la solicitud',
    approve: 'Contarlo como un sí hasta un importe'
  },
  chain: {
    step: (number) => `Paso ${number}`,
    who: 'Quién decide',
    within: 'En',
    onTimeout: 'Si nadie responde',
    whom: 'A quién se avisa',
    upTo: 'Hasta',
    add: 'Añadir un paso',
    remove: (number) => `Quitar el paso ${number}`,
    up: (number) => `Subir el paso ${number}`,
    down: (number) => `Bajar el paso ${number}`,
    most: 'Seis pasos como mucho.',
    last: 'Tiene que quedar un paso.'
  },
  unit: { minutes: 'minutos', hours: 'horas', days: 'días' },
  unitLabel: 'Unidad',
  badTime: 'De 1 minuto a 365 días.',
  keepOne: 'Tiene que quedar uno.',
  none: 'Ninguno',
  noneMeansAny: 'Sin marcar nada: cualquiera.',
  find: 'Buscar',
  nothingFound: 'No se encontró nada',
  unknown: (id) => `${id} (no está en esta matriz)`,
  trigger: {
    at_risk: (clock) => `el plazo de ${clock} está en riesgo`,
    breached: (clock) => `vence el plazo de ${clock}`,
    breachedPlus: (clock, time) => `el plazo de ${clock} venció hace ${time}`,
    reopened: (count) => plural(count, { one: 'se reabre # vez', other: 'se reabre # veces' }),
    returned: (count) => plural(count, { one: 'se devuelve # vez', other: 'se devuelve # veces' })
  },
  triggerPick: {
    at_risk: 'Un plazo está en riesgo',
    breached: 'Un plazo ha vencido',
    reopened: 'El caso se reabrió',
    returned: 'El caso se devolvió'
  },
  clock: {
    own: 'toma del caso',
    firstResponse: 'primera respuesta',
    resolve: 'resolución'
  },
  clockLabel: 'Plazo',
  plus: 'Desde hace cuánto',
  times: 'Cuántas veces',
  act: {
    escalate: (queue) => `escalar a ${queue}`,
    notify: (who) => `aviso a: ${who}`,
    priority: (priority) => `poner la prioridad en ${priority}`
  },
  actPick: { escalate: 'Escalarlo', notify: 'Avisar a alguien', priority: 'Poner la prioridad' },
  idHint: 'Minúsculas, cifras y guiones. Los escalados recuerdan la fila por él.',
  idTaken: 'Otra fila tiene este identificador.',
  apply: 'Aplicar',
  remove: (what) => `Quitar ${what}`,
  limits: {
    action: 'Qué',
    perCase: 'En un caso',
    perCustomer: 'A un cliente',
    days: 'días',
    within: 'en',
    none: 'nada por su cuenta',
    customer: (amount, days) => `${amount} por cliente en ${days} días`,
    cell: (action, tier) => `${action} en ${tier}`
  },
  delegates: {
    of: 'En lugar de',
    to: 'decide',
    when: 'Cuándo',
    away: 'En su ausencia',
    always: 'Siempre',
    add: 'Añadir una sustitución',
    empty: { title: 'Sin sustituciones', text: 'Los pasos de una cadena esperan a las personas que nombran.' }
  },
  names: {
    id: 'Identificador',
    en: 'Inglés',
    es: 'Español',
    it: 'Italiano',
    needed: 'Hace falta un nombre en inglés.',
    addTier: 'Añadir el nivel',
    addTeam: 'Añadir un equipo',
    addCategory: 'Añadir una categoría',
    addException: 'Añadir una excepción',
    newTeam: 'Equipo nuevo',
    newCategory: 'Categoría nueva',
    newException: 'Excepción nueva',
    share: 'Parte prevista',
    shareFrom: 'de %',
    shareTo: 'a %',
    language: 'Trabaja en',
    anyLanguage: 'Cualquier idioma',
    usedBy: (count) => plural(count, { one: 'la usa # fila', other: 'la usan # filas' }),
    noExceptions: {
      title: 'Sin excepciones',
      text: 'Las filas de autoridad solo podrán pedir dinero o mover el caso.'
    }
  },
  sla: {
    tier: 'Nivel',
    priority: 'Prioridad',
    own: 'Toma del caso',
    firstResponse: 'Primera respuesta',
    resolve: 'Resolver',
    add: (tier) => `Añadir objetivos para ${tier}`,
    remove: (tier) => `Quitar los objetivos de ${tier}`
  }
}
