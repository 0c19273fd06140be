import type { kase as en } from '../en/case.ts'

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
    priority: 'Prioridad',
    channel: 'Canal',
    owner: 'Responsable',
    queue: 'Cola',
    opened: 'Abierto',
    reason: 'Motivo',
    note: 'Nota',
    amount: 'Importe',
    to: 'Para'
  },
  conversation: 'Conversación',
  customer: 'Cliente',
  similar: 'Casos parecidos',
  articles: 'Artículos',
  viewing: (names) => `También aquí: ${names}`,
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
    draftSaved: 'Borrador guardado aquí',
    macros: 'Insertar una macro'
  },
  empty: { title: 'Ningún caso abierto', text: 'Elige uno de la lista o pulsa J.' },
  gone: { title: 'Este caso no está en este equipo', text: 'Salió de tus colas o todavía no ha llegado.' }
}
