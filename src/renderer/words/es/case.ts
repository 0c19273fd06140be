import type { kase as en } from '../en/case.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const kase: typeof en = {
  status: {
    new: 'Nuevo',
    open: 'Abierto',
    pending: 'Pendiente',
    on_hold: 'En espera',
    resolved: 'Resuelto',
    closed: 'Cerrado'
  },
  priority: { urgent: 'Urgente', high: 'Alta', normal: 'Normal', low: 'Baja' },
  holdReason: { vendor: 'Proveedor', approval: 'Aprobación', change: 'Cambio', problem: 'Problema' },
  resolution: {
    solved: 'Solucionado',
    explained: 'Explicado',
    compensated: 'Compensado',
    duplicate: 'Duplicado',
    no_answer: 'El cliente no respondió',
    not_solved: 'Sin solución'
  },
  channel: {
    email: 'Correo',
    phone: 'Teléfono',
    chat: 'Chat',
    web: 'Formulario web',
    social: 'Redes sociales'
  },
  segment: { B2B: 'Empresa', B2C: 'Particular' },
  flag: {
    vip: 'VIP',
    fraud: 'Posible fraude',
    compliance: 'Cumplimiento',
    outage: 'Caída de servicio',
    public: 'Público'
  },
  role: {
    agent: 'Agente',
    supervisor: 'Supervisor',
    escalation_manager: 'Responsable de escalados',
    administrator: 'Administrador'
  },
  fields: {
    customer: 'Cliente',
    email: 'Correo',
    phone: 'Teléfono',
    company: 'Empresa',
    category: 'Categoría',
    flag: 'Marca',
    priority: 'Prioridad',
    channel: 'Canal',
    owner: 'Responsable',
    queue: 'Cola',
    opened: 'Abierto',
    reason: 'Motivo',
    note: 'Nota',
    amount: 'Importe',
    to: 'Para',
    person: 'Persona',
    language: 'Idioma',
    segment: 'Tipo',
    subject: 'Asunto',
    resolution: 'Cómo terminó',
    status: 'Estado'
  },
  language: { en: 'Inglés', es: 'Español', it: 'Italiano' },
  conversation: 'Conversación',
  customer: 'Cliente',
  similar: 'Casos parecidos',
  actions: {
    claim: 'Tomar',
    accept: 'Aceptar',
    assign: 'Asignar',
    release: 'Liberar',
    transfer: 'Transferir',
    reply: 'Responder',
    note: 'Añadir nota',
    setPriority: 'Cambiar prioridad',
    setCategory: 'Cambiar categoría',
    pend: 'Pendiente',
    hold: 'Poner en espera',
    resume: 'Reanudar',
    resolve: 'Resolver',
    close: 'Cerrar el caso',
    reopen: 'Reabrir',
    flag: 'Marcar',
    unflag: 'Quitar una marca',
    goPrivate: 'Pasar a privado',
    callManager: 'Llamar al responsable de escalados',
    answerCall: 'Atender la llamada',
    swarm: 'Pedir ayuda a un compañero',
    leaveSwarm: 'Dejar el grupo de ayuda',
    move: 'Pedir el traslado',
    exception: 'Pedir una excepción',
    handOn: 'Pasar a otra persona',
    escalate: 'Escalar',
    return: 'Devolver',
    withdraw: 'Retirar',
    grant: 'Conceder',
    amend: 'Cambiar la solicitud',
    approve: 'Aprobar',
    decline: 'Rechazar'
  },
  composer: {
    label: 'Escribir',
    reply: 'Respuesta',
    note: 'Nota interna',
    send: 'Enviar al cliente',
    addNote: 'Añadir nota',
    sendAndPend: 'Enviar y dejar pendiente',
    sendAndResolve: 'Enviar y resolver',
    moreWays: 'Otras formas de enviar',
    replyPlaceholder: (name) => `Escribe a ${name}`,
    notePlaceholder: 'Solo la ven tus compañeros',
    draftSaved: 'Borrador guardado en este equipo',
    draftWaiting: 'Aún no está en el disco. La consola lo sigue intentando.',
    notSent: 'No se envió.'
  },
  toolbar: 'Qué puedes hacer',
  attributes: 'Más datos',
  attribute: {
    source: 'Importado de',
    sourceId: 'Número en origen',
    sourceDate: 'Fecha en origen',
    slaMet: 'Plazo en origen',
    company: 'Empresa',
    state: 'Estado (región)',
    issue: 'Problema',
    location: 'Lugar',
    closedCode: 'Código de cierre'
  },
  more: 'Más',
  nobody: 'Nadie todavía',
  you: 'Tú',
  change: (what, value) => `${what}: ${value}. Cambiar`,
  reopened: (count) => plural(count, { one: 'Reabierto # vez', other: 'Reabierto # veces' }),
  sync: {
    here: 'Guardado aquí',
    sent: 'Enviado, sin confirmar aún',
    confirmed: 'Confirmado'
  },
  timeline: {
    today: 'Hoy',
    yesterday: 'Ayer',
    showAll: 'Mostrar todo',
    showLess: 'Mostrar menos',
    newBelow: 'Hay algo nuevo abajo',
    toEnd: 'Ir al final',
    writtenDownBy: (who) => `lo anotó ${who}`,
    late: 'Se añadió cuando el caso ya había avanzado',
    handOff: 'Traspaso',
    quiet: (count) => plural(count, { one: '# paso', other: '# pasos' }),
    showSteps: 'Mostrarlos',
    hideSteps: 'Ocultarlos'
  },
  form: {
    note: 'Nota para tus compañeros',
    choosePerson: 'Elige a una persona',
    chooseQueue: 'Elige una cola',
    nothingFound: 'No se encontró a nadie',
    assign: 'Asignar el caso',
    transfer: 'Transferir el caso',
    hold: 'Poner el caso en espera',
    holdWhy: 'A qué espera',
    resolve: 'Resolver el caso',
    reopen: 'Reabrir el caso',
    reopenWhy: 'Por qué continúa',
    return: (queue) => `Devolver el caso a ${queue}`,
    withdraw: 'Recuperar el caso',
    close: 'Cerrar el caso',
    closeText: 'Un caso cerrado no se puede reabrir.',
    approve: 'Aprobar la solicitud',
    decline: 'Rechazar la solicitud'
  },
  told: {
    rerouted: (was, now) => `Los casos como este van ahora a ${now}. El tuyo fue allí, no a ${was}.`,
    changedMeanwhile: (who, was, when) =>
      `${who} lo había cambiado a ${was} (${when}). Ahora está como tú lo pusiste.`
  },
  left: {
    title: (ref) => `${ref} salió de tus colas`,
    how: {
      escalated: (who, to) => `${who} lo escaló a ${to}`,
      returned: (who, to) => `${who} lo devolvió a ${to}`,
      transferred: (who, to) => `${who} lo transfirió a ${to}`,
      accepted: (who, to) => `${who} lo aceptó en ${to}`,
      withdrawn: (who, to) => `${who} lo recuperó para ${to}`,
      decided: (who) => `${who} lo decidió`,
      scope: (_who, to) => `Ya no trabajas en ${to}`,
      swarm: () => 'Ya no participas en él',
      moved: (_who, to) => `Ahora está en ${to}`
    },
    drafts: 'Lo que no habías enviado sigue aquí',
    copy: 'Copiar',
    next: 'Siguiente caso como este'
  },
  fault: {
    title: 'Ahora mismo no se puede mostrar este caso',
    why: 'El motor de la consola no responde. No se ha perdido nada de lo que hiciste.',
    next: 'Se vuelve a intentar automáticamente.',
    act: 'No se hizo: el motor de la consola no responde. Lo que escribiste se conserva; inténtalo de nuevo en un momento.',
    diskFull:
      'No se hizo: el disco de este equipo está lleno. Lo que escribiste sigue en la pantalla; libera espacio e inténtalo de nuevo.'
  },
  flags: {
    raise: 'Poner una marca',
    lower: (flag) => `Quitar la marca: ${flag}`
  },
  banners: {
    isPublic: (channel) =>
      `Esta conversación es pública. Nadie responde aquí hasta que se traslade: ${channel}.`,
    goPrivate: (channel) => `Trasladar a ${channel}`,
    called: (who, when) => `${who} llamó al responsable de escalados (${when}).`,
    pingPong: 'Mejor resolverlo entre todos que enviarlo otra vez.',
    swarm: (people) => `Ayudan en este caso: ${people}`
  },
  offer: {
    approved: (what) => `Aprobado: ${what}. El cliente aún no lo sabe.`,
    declined: (what) => `Rechazado: ${what}. El cliente aún no lo sabe.`,
    expired: (what) => `Nadie decidió a tiempo: ${what}. El cliente aún no lo sabe.`,
    write: (name) => `Escribir a ${name}`,
    notNow: 'Ahora no'
  },
  newCase: {
    title: 'Caso nuevo',
    text: 'Para una llamada o una visita. Entra enseguida en la cola que elijas.',
    customerName: 'De quién se trata',
    subject: 'En una línea',
    body: 'Qué dice el cliente',
    bodyHint: 'Con sus palabras; con ellas empieza la conversación.',
    open: 'Abrir el caso',
    noQueue: 'No trabajas en ninguna cola. Un supervisor puede abrir casos.'
  },
  empty: { title: 'Ningún caso abierto', text: 'Elige uno de la lista o pulsa J.' },
  gone: { title: 'Este caso no está en este equipo', text: 'Salió de tus colas o todavía no ha llegado.' }
}
