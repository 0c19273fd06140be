import type { matrix as en } from '../en/matrix.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const matrix: typeof en = {
  title: 'Matriz de escalado',
  inForce: (version) => `Versión ${version} en vigor`,
  readOnly: (who) => `Puedes ver la matriz en vigor. La puede cambiar ${who}.`,
  administrators: 'un administrador',
  noMatrix: {
    title: 'Aún no hay matriz',
    text: 'Llega con la primera sincronización. Entonces se podrá leer aquí.'
  },
  undo: 'Deshacer',
  redo: 'Rehacer',
  publish: 'Publicar',
  more: 'Más sobre esta matriz',
  state: {
    same: 'Igual que la vigente',
    saving: 'Guardando',
    saved: (time) => `Borrador guardado aquí, ${time}`,
    notSaved: 'Aún no está en el disco. La consola lo sigue intentando.'
  },
  why: {
    same: 'Todavía no has cambiado nada.',
    errors: (count) =>
      plural(count, {
        one: '# error impide publicar. Corrígelo antes.',
        other: '# errores impiden publicar. Corrígelos antes.'
      }),
    checking: 'Se está comprobando el borrador.',
    moved: 'Entretanto se publicó otra versión. Antes hay que seguir a partir de ella.',
    offline: 'Para publicar hace falta el servidor. Podrás hacerlo cuando vuelva la conexión.'
  },
  offline:
    'Sin conexión. Puedes editar y comprobar el borrador; las versiones, el historial y la publicación necesitan el servidor.',
  discard: 'Descartar el borrador',
  discardText: 'El borrador se elimina y se vuelve a mostrar la matriz en vigor.',
  discarded: 'Se descartó el borrador.',
  moved: (version) => `Se publicó la versión ${version} mientras trabajabas en este borrador.`,
  showDifferences: 'Ver las diferencias',
  takeOver: 'Seguir a partir de ella',
  movedTitle: (version) => `Seguir a partir de la versión ${version}`,
  movedText:
    'Tus cambios y los de la versión nueva se juntan. Tu borrador no se publica hasta que lo publiques tú.',
  movedWhole:
    'Ahora no se puede traer la versión de la que partió tu borrador. Si sigues, el borrador se queda como está: lo que la versión nueva cambió y no querías deshacer hay que volver a ponerlo a mano.',
  movedOther: (version) => `Qué cambió la versión ${version}`,
  movedMine: (version) => `Qué cambia entonces tu borrador en la versión ${version}`,
  tookOver: (version) => `Tu borrador sigue ahora a partir de la versión ${version}.`,
  clash: {
    title: 'Cambiado en ambas: elige',
    mine: 'Como en mi borrador',
    theirs: (version) => `Como en la versión ${version}`,
    order: 'orden',
    gone: 'no está'
  },
  unreadable: {
    title: 'El borrador guardado no se puede leer aquí',
    why: 'Lo escribió otra versión de Tierline. Se conserva hasta que lo descartes.'
  },
  parts: {
    label: 'Partes de la matriz',
    rows: 'Filas',
    policy: 'Límites y personas',
    basis: 'Base',
    look: 'Ver y probar',
    special: 'Rutas especiales',
    privacy: 'Canales privados',
    functional: 'Conocimiento',
    hierarchical: 'Autoridad',
    automatic: 'Automáticas',
    limits: 'Límites',
    delegates: 'Sustituciones',
    exceptions: 'Excepciones',
    tiers: 'Niveles y equipos',
    categories: 'Categorías',
    sla: 'Objetivos de tiempo',
    message: 'Mensaje al cliente',
    general: 'Nombre y moneda',
    picture: 'Dibujo',
    tryCase: 'Probar con un caso',
    tryHistory: 'Probar con el historial',
    versions: 'Versiones'
  },
  help: {
    special:
      'Se miran antes que las demás. Mientras una encaja con un caso, no cuenta ninguna fila de conocimiento.',
    privacy:
      'Una conversación pública con datos privados sigue en un canal privado antes de que alguien responda.',
    functional: 'Se leen desde arriba: la primera fila que encaja y lleva a una cola es su botón.',
    hierarchical: 'Lo que nadie puede conceder por su cuenta pasa por una cadena de personas que sí pueden.',
    automatic: 'Nadie pulsa nada: el servidor actúa cuando llega el momento o el número, una vez por caso.',
    limits:
      'Lo que un nivel puede conceder por sí mismo, en un caso en total y a un cliente en unos días. Para más hace falta una fila de autoridad.',
    delegates: 'Quién decide en lugar de quién.',
    exceptions: 'Lo que se puede pedir y la política no prevé.',
    tiers: 'El más bajo, primero. Una cola es un equipo de un nivel.',
    categories: 'De qué tratan los casos. Las filas las nombran en sus condiciones.',
    sla: 'Cuánto puede tardar cada promesa. Un nivel sin línea propia usa la del nivel inferior más cercano.',
    message:
      'Lo que se ofrece enviar al cliente cuando el caso sube: siete partes, un párrafo cada una, en tres idiomas.',
    general: 'Cómo se llama el documento, su moneda y cuándo un plazo está en riesgo.',
    picture: 'Dibujado a partir del borrador. Elige un equipo o una flecha para ver sus filas.',
    tryCase: 'Qué botones tendría un caso con este borrador, junto a los que tiene ahora.',
    tryHistory:
      'Todos los casos pasados del servidor recorren el borrador y la matriz en vigor. No cambia nada en ellos.',
    versions: 'Todas las matrices publicadas, la más nueva primero.'
  },
  grid: {
    number: (place) => `Fila ${place}`,
    keys: 'Las flechas mueven, Intro abre una parte, Alt con una flecha mueve la fila.',
    add: 'Añadir una fila',
    menu: (id) => `Fila ${id}: más`,
    duplicate: 'Duplicar',
    remove: 'Quitar',
    up: 'Subir',
    down: 'Bajar',
    top: 'Llevar arriba del todo',
    addBelow: 'Añadir una fila debajo',
    drag: 'Arrastrar a otro sitio',
    moved: (id, place, all) => `${id} es ahora la fila ${place} de ${all}.`,
    removed: (id) => `Se quitó la fila ${id}.`,
    edit: (what, value) => `${what}: ${value}. Cambiar`,
    empty: {
      title: 'Aún no hay filas',
      text: 'Las filas que añadas estarán aquí, en el orden en que se miran.'
    },
    filter: 'Buscar una fila',
    noneFound: 'Ninguna fila con estas palabras',
    rows: (count) => plural(count, { one: '# fila', other: '# filas' })
  },
  findings: {
    title: 'Comprobaciones',
    errors: (count) => plural(count, { one: '# error', other: '# errores' }),
    warnings: (count) => plural(count, { one: '# aviso', other: '# avisos' }),
    clean: 'Sin problemas',
    cleanText: 'Todo tipo de caso llega a alguien y todas las filas se pueden usar.',
    checking: 'Comprobando',
    error: 'Error',
    warning: 'Aviso',
    example: (kind) => `Por ejemplo: ${kind}`,
    exampleAmount: (amount) => `pide ${amount}`,
    go: 'Ir a la fila',
    whole: 'Toda la matriz',
    fromServer: 'El servidor rechazó esta matriz:',
    serverNotAsked:
      'No se ha preguntado al servidor si quedan casos en curso en una cola o categoría eliminada, ni si aún cuentan importes en otra moneda. Se le pregunta en cuanto haya conexión, y otra vez al publicar.'
  },
  general: {
    name: 'Nombre',
    currency: 'Moneda',
    currencyHint: 'Tres letras mayúsculas, como EUR.',
    currencyMoved: (was, is) =>
      `Los importes conservan su unidad menor: ${was} son ahora ${is}. Revisa límites y filas.`,
    currencyError: 'Esto no es un código de moneda.',
    riskShare: 'Un plazo está en riesgo cuando queda menos de',
    share: 'De su objetivo.'
  },
  publishing: {
    title: 'Publicar esta matriz',
    text: 'Todas las consolas la siguen enseguida. Lo que está en curso conserva la fila con la que empezó.',
    reason: 'Por qué',
    reasonHint: 'Aparece en la lista de versiones.',
    when: 'Cuándo',
    now: 'Ahora',
    later: 'A una hora',
    at: 'Día y hora',
    past: 'Esa hora ya pasó.',
    noTime: 'Elige un día y una hora.',
    willBe: (moment) => `Se publica sola: ${moment}. Entonces se vuelve a comprobar.`,
    do: 'Publicar',
    plan: 'Programar',
    published: (version) => `La versión ${version} está en vigor.`,
    planned: (moment) => `Programada para: ${moment}.`,
    failed: 'No se publicó.',
    refused: {
      MatrixMoved: 'Entretanto llegó otra versión. Cierra esto y sigue a partir de ella.',
      NotAllowed: 'Solo puede hacerlo un administrador.',
      NotFound: 'Ya no está.',
      NotReachable: 'No se llega al servidor.',
      InThePast: 'Esa hora ya pasó.',
      NotNow: 'Ya terminó o está en curso.',
      other: 'El servidor no dijo por qué lo rechazó.'
    }
  },
  files: {
    import: 'Importar un archivo',
    exportYaml: 'Exportar como YAML',
    exportJson: 'Exportar como JSON',
    imported: (name) => `${name} es ahora el borrador. Deshacer recupera el anterior.`,
    reading: (name) => `Leyendo ${name}`,
    refused: (name) => `No se aceptó ${name}`,
    newer:
      'Lo escribió un Tierline más nuevo. No se cambió nada; el archivo se conserva tal cual en este equipo.',
    where: (line, column) => `Línea ${line}, columna ${column}`,
    path: (path) => `en ${path}`,
    more: (count) => plural(count, { one: 'y # más', other: 'y # más' }),
    nearest: '¿Querías decir {nearest}?',
    close: 'Cerrar'
  },
  kept: {
    title: 'Archivos guardados',
    text: 'Los escribió un Tierline más nuevo y no se tomaron. Siguen en este equipo tal como están.',
    save: 'Guardar como archivo',
    discard: 'Descartar',
    discarded: (name: string) => `${name} se ha descartado.`,
    undo: 'Deshacer',
    at: (moment: string) => `guardado ${moment}`
  },
  versions: {
    version: 'Versión',
    author: 'Autor',
    reason: 'Por qué',
    published: 'Publicada',
    current: 'en vigor',
    rollBackOf: (version) => `recupera la versión ${version}`,
    from: 'Comparar',
    to: 'con',
    draft: 'Mi borrador',
    rollBack: (version) => `Volver a la versión ${version}`,
    rollBackShort: 'Volver a esta',
    rollBackText: 'Se publica una versión nueva con el mismo contenido. Tu borrador se queda.',
    rolledBack: (version) => `Vuelve a estar en vigor el contenido de la versión ${version}.`,
    needsServer: 'La lista de versiones viene del servidor.',
    none: { title: 'Aún no hay versiones', text: 'Aquí aparecen las matrices publicadas.' },
    plans: 'Programadas',
    planState: {
      waiting: 'Programada',
      published: 'Publicada',
      failed: 'Sin publicar',
      cancelled: 'Cancelada'
    },
    planFailed: 'Ya no encaja:',
    planNotice: 'Una matriz programada no se ha publicado.',
    showPlan: 'Ver por qué',
    planMoved: (version) => `La versión ${version} llegó antes.`,
    cancelPlan: 'Cancelar esta publicación',
    same: 'Sin diferencias.',
    differences: 'Diferencias',
    added: 'Añadida',
    removed: 'Quitada',
    changed: 'Cambiada',
    moved: 'Movida'
  },
  message: {
    none: { title: 'Sin mensaje al cliente', text: 'No se ofrece enviar nada cuando un caso sube.' },
    add: 'Escribir uno',
    remove: 'No ofrecer ningún mensaje',
    language: 'Idioma',
    preview: 'Vista previa',
    previewHint: 'Con valores inventados. Una parte vacía se muestra en inglés.',
    fills: (words) => `Se rellena al enviarlo: ${words}`,
    faultHint: 'Solo si la culpa es nuestra: lo decide quien lo envía.',
    parts: {
      empathy: 'Empatía',
      done: 'Qué se ha hecho',
      fault: 'Nuestro error',
      serious: 'Se toma en serio',
      contact: 'Quién es el contacto',
      next: 'Cuándo tendrá noticias',
      apology: 'Disculpa'
    },
    example: {
      customer: 'Marta Vidal',
      agent: 'Ana Ruiz',
      team: 'Facturación',
      ref: 'C-1042',
      next: 'las 14:30 de hoy',
      done: 'hemos revisado tus pagos'
    }
  }
}
