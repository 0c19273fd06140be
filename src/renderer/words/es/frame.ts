import type { frame as en } from '../en/frame.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const frame: typeof en = {
  appName: 'Tierline',
  navigation: 'Lugares',
  places: {
    myWork: 'Mi trabajo',
    drafts: 'Borradores',
    asked: 'Esperando a otros',
    atRisk: 'En riesgo',
    breached: 'Fuera de plazo',
    approvals: 'Aprobaciones',
    called: 'Llamadas',
    figures: 'Cifras',
    matrix: 'Matriz',
    held: 'Trabajo retenido',
    devices: 'Consolas',
    imports: 'Importaciones',
    settings: 'Ajustes'
  },
  queues: 'Colas',
  administration: 'Administración',
  failedPlans: (count: number) =>
    plural(count, { one: '# plan no se ha publicado', other: '# planes no se han publicado' }),
  cases: (count) => plural(count, { one: '# caso', other: '# casos' }),
  people: { system: 'Tierline', customer: 'Cliente' },
  search: 'Buscar o ejecutar una orden',
  searchPlaceholder: 'Escribe una orden, un número de caso o una palabra',
  searchEmpty: 'No hay resultados. Prueba con otra palabra.',
  commands: 'Órdenes',
  casesFound: 'Casos',
  backTo: (place) => `Volver a: ${place}`,
  panes: {
    list: 'Lista',
    case: 'Caso',
    context: 'Contexto',
    listEdge: 'Ancho de la lista',
    contextEdge: 'Ancho del contexto',
    showContext: 'Mostrar el contexto',
    hideContext: 'Ocultar el contexto',
    showList: 'Mostrar la lista'
  },
  connection: {
    waitingSince: (count, time) =>
      `${plural(count, { one: '# en espera', other: '# en espera' })} · sincronizado ${time}`,
    neverSynced: 'Sin sincronizar todavía',
    offlineShort: (time) => `Sin conexión · sincronizado ${time}`,
    offlineWorks:
      'Todo lo de este equipo funciona: tomar, responder, anotar, escalar. Importar y entrar necesitan el servidor.',
    lapsed:
      'Demasiado tiempo sin servidor. Puedes leer, y lo que escribas queda como borrador; conéctate para volver a actuar. Lo que espera aquí se conserva.',
    tryNow: 'Probar ahora',
    open: (state) => `${state}. Abrir la bandeja de salida`,
    allSaved: (time) => `Todo guardado · sincronizado ${time}`,
    connecting: 'Conectando',
    waiting: (count) => plural(count, { one: '# en espera', other: '# en espera' }),
    offline: 'Sin conexión',
    offlineBanner: (count) =>
      plural(count, {
        zero: 'Sin conexión. Puedes seguir trabajando.',
        one: 'Sin conexión. # cambio espera aquí y saldrá cuando vuelva la red.',
        other: 'Sin conexión. # cambios esperan aquí y saldrán cuando vuelva la red.'
      }),
    back: (count) =>
      plural(count, {
        zero: 'Conexión recuperada.',
        one: 'Conexión recuperada. # cambio enviado.',
        other: 'Conexión recuperada. # cambios enviados.'
      }),
    firstCopy: (done, about) => `Trayendo tus colas: ${done} de unos ${about}`,
    crowded: (waiting) =>
      `${waiting} acciones esperan solo en este equipo. Aquí están a salvo y puedes seguir trabajando, pero conéctalo pronto con el servidor.`,
    firstCopyBegins: 'Trayendo tus colas: el servidor las está preparando'
  },
  problems: {
    DiskFull:
      'El disco está lleno. Lo que escribes no se puede guardar. Libera espacio en este equipo y seguirá solo.',
    DiskBroken:
      'No se puede leer el disco. Tus últimos cambios pueden estar a salvo en el servidor; avisa a tu administrador.',
    SignInAgain: 'La sesión ha terminado. Vuelve a entrar; lo que espera aquí se conserva.',
    UpdateNeeded:
      'El servidor necesita una consola más reciente. Actualízala para seguir sincronizando; tu trabajo se conserva.',
    ServerOlder:
      'El servidor es más antiguo que esta consola y aún no conoce algo que hiciste. Espera aquí y saldrá cuando se actualice el servidor.',
    WrongServer:
      'Este equipo guarda el trabajo de otro servidor. Entra en aquel o pregunta a tu administrador.',
    TooLarge:
      'Lo que espera aquí es mayor de lo que acepta el servidor. Se conserva; pide una actualización a quien lleva el servidor.',
    ServerRefused: 'El servidor no acepta este equipo. Pregunta a tu administrador.'
  },
  loading: 'Cargando',
  working: 'En curso',
  close: 'Cerrar',
  cancel: 'Cancelar',
  undo: 'Deshacer',
  retry: 'Reintentar',
  dismiss: 'Descartar',
  more: 'Más',
  clear: 'Borrar',
  copyDetails: 'Copiar los detalles',
  copied: 'Copiado',
  notifications: 'Mensajes',
  notices: {
    title: 'Avisos para ti',
    unread: (count) => plural(count, { one: '# aviso para ti', other: '# avisos para ti' }),
    isNew: 'Nuevo',
    none: 'Todavía nada',
    noneText:
      'Aquí se te avisa de lo que pasa con tus solicitudes y escalados, y de lo que espera tu decisión.',
    open: 'Abrir el caso',
    approved: (who, what) => `${who} aprobó: ${what}`,
    approvedStep: (who, what) => `${who} aprobó y se pregunta en el siguiente paso: ${what}`,
    declined: (who, what) => `${who} rechazó: ${what}`,
    expired: (what) => `Nadie respondió a tiempo y la solicitud ha terminado: ${what}`,
    goesOn: (what) => `Sin respuesta a tiempo, se pregunta en el siguiente paso: ${what}`,
    noAnswerIsNo: (what) => `Nadie respondió a tiempo, lo que cuenta como un no: ${what}`,
    reminded: (whom, what) => `Aún sin respuesta, también se avisó a ${whom}: ${what}`,
    handedOn: (who, to, what) => `${who} la pasó a ${to}: ${what}`,
    handedToYou: (who, what) => `${who} te pide que decidas: ${what}`,
    returned: (who) => `${who} devolvió un caso que escalaste`,
    withdrawn: (who, what) => `${who} lleva ahora el caso y ha retirado tu solicitud: ${what}`,
    called: (who) => `${who} llama al responsable de escalados`,
    answered: (who) => `${who} atendió tu llamada`,
    notified: (why) => `La matriz te avisa: ${why}`,
    swarmed: (who) => `${who} te pide ayuda`,
    asksYou: (who, what) => `${who} te pide que decidas: ${what}`,
    changedAsks: (who, what) => `${who} cambió la solicitud que te espera: ${what}`,
    yourTurn: (who, what) => `Te toca decidir sobre una solicitud de ${who}: ${what}`,
    alsoYou: (what) => `Nadie ha respondido aún, también puedes decidir tú: ${what}`,
    inPlaceOf: (who) => `En lugar de ${who}, que está fuera o te tiene como persona delegada.`,
    became: {
      youApproved: 'La aprobaste.',
      approved: (who) => `${who} la aprobó.`,
      youDeclined: 'La rechazaste.',
      declined: (who) => `${who} la rechazó.`,
      youHandedOn: (to) => `La pasaste a ${to}.`,
      handedOn: (who, to) => `${who} la pasó a ${to}.`,
      handedToYou: (who) => `${who} te la pasó, en un aviso aparte.`,
      late: 'Nadie respondió a tiempo.',
      changed: (who) => `${who} la cambió, en un aviso aparte.`,
      takenBack: (who) => `${who} la retiró.`,
      none: 'Ya no te espera.'
    },
    wait: (count) => plural(count, { one: '# espera tu decisión', other: '# esperan tu decisión' }),
    showAll: 'Mostrarlos'
  },
  optional: 'opcional',
  required: 'Hace falta este dato.',
  tooLong: (length: string, most: string) => `Demasiado largo: ${length} caracteres, y ${most} es el máximo.`,
  theText: 'el texto',
  noPermission: (who) => `Aquí no puedes hacerlo. Puede: ${who}.`,
  broken: {
    title: 'Esta parte ha dejado de funcionar',
    why: 'El fallo es nuestro. Lo que hiciste está guardado.',
    next: 'Ábrela de nuevo. Si vuelve a fallar, envíanos los detalles.',
    again: 'Abrir de nuevo'
  },
  opening: 'Abriendo tus colas',
  engine: {
    restarting: 'La parte local de la consola se está reiniciando. Lo que escribiste sigue aquí.',
    back: 'La consola vuelve a funcionar.'
  },
  signInAgain: 'Volver a entrar',
  openUnowned: (open, unowned) =>
    `${plural(open, { one: '# caso abierto', other: '# casos abiertos' })}, ${plural(unowned, { one: '# sin asignar', other: '# sin asignar' })}`,
  toReview: (count) => plural(count, { one: '# por revisar', other: '# por revisar' }),
  newCase: 'Caso nuevo',
  hideNavigation: 'Ver solo los iconos',
  showNavigation: 'Ver los nombres',
  account: (name) => `${name}: aspecto, idioma, salir`,
  goTo: (place) => `Ir a ${place}`,
  groups: { places: 'Ir a', thisCase: 'Este caso', looks: 'Aspecto e idioma', console: 'Consola' },
  searchFor: (text) => `Buscar «${text}» en todos los casos`,
  paletteHint: { move: 'Mover', run: 'Elegir', close: 'Cerrar' },
  cannotStart: {
    title: 'La parte local de la consola no arranca',
    why: 'Se cierra nada más arrancar. Lo que hiciste antes está a salvo en sus archivos.',
    next: 'Se vuelve a intentar automáticamente. Si sigue así, reinstala Tierline o avisa a tu administrador.'
  },
  cannotOpen: {
    title: 'No se han podido abrir tus colas',
    why: 'No se pueden leer los archivos de la consola en este equipo.',
    next: 'No se ha borrado nada. Cierra la consola, comprueba que hay sitio en el disco y ábrela de nuevo.',
    newer: {
      why: 'Una versión más reciente de Tierline escribió los archivos de este equipo, y esta no los conoce todos.',
      next: 'No se ha cambiado nada. Instala la versión más reciente o pregunta a tu administrador.'
    }
  }
}
