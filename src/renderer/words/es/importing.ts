import type { importing as en } from '../en/importing.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const importing: typeof en = {
  title: 'Importar casos',
  phase: {
    receiving: 'Recibiendo el archivo',
    reading: 'Leyendo',
    checking: 'Comprobando',
    publishing: 'Publicando',
    done: 'Terminado',
    failed: 'Detenido',
    cancelled: 'Cancelado'
  },
  progress: (done, all) => `${done} de ${all}`,
  progressCases: (done, all) => `${done} de ${all} casos`,
  imported: (count) => plural(count, { one: '# caso importado', other: '# casos importados' }),
  downloadProblems: 'Guardar todas las filas rechazadas',
  lead: 'Trae casos de otro sistema: di cómo se lee su archivo y después da el archivo.',
  mapping: 'Correspondencia',
  mappingHint: 'Cómo las columnas se convierten en casos. Puedes cambiarla antes de empezar.',
  mappingText: 'Correspondencia en YAML',
  reset: 'Volver a la original',
  noMappings: 'El servidor aún no conoce ninguna correspondencia. Escribe una aquí.',
  ownMapping: 'La mía',
  file: 'Archivo',
  drop: 'Suelta aquí un archivo CSV o XES',
  browse: 'Elegir un archivo',
  otherFile: 'Otro archivo',
  acceptRejections: 'Importar lo que se pueda leer',
  acceptHint: 'Sin esto, una importación con demasiadas filas rechazadas se detiene antes de publicar nada.',
  start: 'Empezar la importación',
  chooseFileFirst: 'Elige primero un archivo.',
  running: 'Ya hay una importación en marcha. Espera a que acabe o cancélala.',
  sending: 'Enviando el archivo',
  progressOf: (done) => `${done} hasta ahora`,
  rejected: (count) => plural(count, { one: '# fila rechazada', other: '# filas rechazadas' }),
  skipped: (count) => plural(count, { one: '# caso ya estaba', other: '# casos ya estaban' }),
  leftOut: (count) =>
    plural(count, {
      one: '# fila omitida por la correspondencia',
      other: '# filas omitidas por la correspondencia'
    }),
  stays: 'Los casos que ya estaban se quedan como están: una exportación más reciente no los cambia.',
  shipped: {
    'alessandria-reports': 'Avisos de ciudadanos a un ayuntamiento',
    'cfpb-complaints': 'Reclamaciones por producto y motivo',
    'cfpb-narratives': 'Reclamaciones en palabras de los clientes',
    'uci-incidents': 'Cambios de un servicio de incidencias'
  },
  pages: {
    range: (from: string, to: string, all: string) => `Filas ${from} a ${to} de ${all}`,
    previous: 'Anteriores',
    next: 'Siguientes',
    isFirst: 'Estas son las primeras.',
    isLast: 'Estas son las últimas.',
    wait: 'Cuando la importación haya terminado.',
    saving: (done: string, all: string) => `Obteniendo: ${done} de ${all}`,
    notSaved: 'No se ha podido obtener la lista.'
  },
  current: 'Esta importación',
  history: 'Importaciones desde que arrancó el servidor',
  noHistory: {
    title: 'Ninguna importación desde que arrancó el servidor',
    text: 'Aquí aparecen las importaciones que empieces.'
  },
  notKnown: 'La lista de importaciones está en el servidor.',
  asItWas: 'Como estaba antes.',
  columns: {
    line: 'Línea',
    column: 'Columna',
    value: 'Valor',
    reason: 'Por qué',
    file: 'Archivo',
    mapping: 'Correspondencia',
    started: 'Inicio',
    state: 'Estado',
    imported: 'Importados',
    rejected: 'Rechazadas',
    skipped: 'Ya estaban'
  },
  reasons: {
    'wrong-column-count': (has, wanted) =>
      plural(has, {
        one: `La fila tiene # columna y el encabezado ${wanted}.`,
        other: `La fila tiene # columnas y el encabezado ${wanted}.`
      }),
    'stray-quote': {
      mark: (found) => `Después de las comillas de cierre viene «${found}».`,
      space: 'Después de las comillas de cierre viene un espacio.'
    },
    'unclosed-quote': 'Faltan las comillas de cierre.',
    truncated: {
      quote: 'El archivo termina dentro de un valor entre comillas de esta fila.',
      columns: (has, wanted) =>
        plural(has, {
          one: `El archivo termina tras # de las ${wanted} columnas de esta fila.`,
          other: `El archivo termina tras # de las ${wanted} columnas de esta fila.`
        })
    },
    'too-long': {
      characters: (has, most) =>
        plural(has, {
          one: `# carácter; caben ${most} como máximo.`,
          other: `# caracteres; caben ${most} como máximo.`
        }),
      bytes: (_has, most) => `La línea tiene más de ${most} bytes.`
    },
    'not-text': 'La fila tiene bytes que no son texto en esta codificación.',
    'missing-value': {
      id: 'La fila no dice de qué caso trata.',
      time: 'La fila no dice cuándo ocurrió.',
      opening: 'La fila no dice cuándo se abrió el caso.',
      end: 'El caso ha terminado, pero la fila no dice cuándo.'
    },
    'bad-date': (formats) => `No es una fecha con la forma ${formats}.`,
    'bad-number': 'No es un número.',
    'unknown-value': (field) => `La correspondencia no dice en values.${field} qué significa este valor.`,
    'ends-before-start': 'El caso termina antes de abrirse.',
    'in-the-future': 'La fecha está en el futuro.',
    'duplicate-id': (first) => `El caso ya aparece en la línea ${first}; se tomó aquella fila.`,
    'case-incomplete': (first) =>
      `Se rechazó la línea ${first} del mismo caso, y un historial a medias no sirve.`,
    'case-does-not-fold': (steps, file) =>
      `Los cambios del caso llevan a «${steps}», pero el archivo termina en «${file}».`,
    'case-not-valid': (path) => `Las filas no forman un caso válido (${path}).`,
    other: (raw) => `Un motivo para el que esta consola aún no tiene palabras (${raw}).`
  },
  lostWith: (from, to) => `Con ella se pierden las líneas ${from} a ${to}.`,
  stateIn: (status, queue) => `${status}, ${queue}`,
  mappingFaults: {
    'yaml-indent': 'La sangría no coincide con la de su grupo, o falta cerrar un corchete.',
    'yaml-tab': 'La sangría se hace con espacios, no con tabuladores.',
    'yaml-key-twice': 'Esta clave ya está.',
    'yaml-missing-mark': 'Faltan unas comillas, una coma o un corchete.',
    'yaml-unexpected': 'Esto no puede ir aquí. Pon entre comillas los textos con caracteres especiales.',
    'yaml-nested': 'Hay un segundo signo de dos puntos en la línea. Pon el texto entre comillas.',
    'yaml-alias': 'Un asterisco remite a algo que no existe. Pon el texto entre comillas.',
    'yaml-documents': 'Hay más de un documento, separados por ---.',
    'yaml-syntax': (raw) => `No es YAML válido (${raw}).`,
    'unknown-key': 'Esta clave no forma parte de una correspondencia.',
    'missing-key': (allowed) => (allowed ? `Falta. Puede ser: ${allowed}.` : 'Falta.'),
    'wrong-type': {
      text: 'Tiene que ser un texto.',
      number: 'Tiene que ser un número.',
      boolean: 'Tiene que ser true o false.',
      list: 'Tiene que ser una lista.',
      group: 'Tiene que ser un grupo de claves.'
    },
    'wrong-value': (allowed) => `Este valor no sirve aquí. Puede ser: ${allowed}.`,
    empty: 'No puede estar vacío.',
    'too-small': (least) => `Tiene que ser ${least} como mínimo.`,
    'too-big': (most) => `Tiene que ser ${most} como máximo.`,
    'wrong-form': 'No está escrito como debe.',
    'queue-form': 'Una cola se escribe nivel/equipo, por ejemplo L1/front.',
    'category-form': 'Una categoría lleva minúsculas, cifras y guiones, 40 como máximo.',
    'name-form': 'Un nombre lleva minúsculas, cifras y guiones, 40 como máximo.',
    'attribute-form':
      'El nombre de un atributo lleva letras y cifras y empieza por minúscula, 40 como máximo.',
    'one-character': 'Exactamente un carácter.',
    'time-form': 'La hora se escribe HH:mm.',
    'status-form':
      'Un estado es new, open, pending, resolved, closed, leave-out o { status: on_hold, reason: vendor | approval | change | problem }.',
    'id-form': 'El nombre de una columna o { fromContent: true }.',
    'no-such-zone': (zone) => `«${zone}» no es una zona horaria. Escribe una como Europe/Rome.`,
    'log-needs-time': 'Un registro de eventos necesita la columna que dice cuándo ocurrió cada fila.',
    'log-needs-id': 'Un registro de eventos necesita una columna que diga de qué caso trata cada fila.',
    'list-needs-opening': 'Una lista de casos necesita la columna que dice cuándo se abrió el caso.',
    'needs-end-column': '«always» necesita una columna en closedAt o resolvedAt.',
    'needs-table': (field) =>
      `Se indica columns.${field}, así que aquí hay que decir qué significan sus valores.`,
    'needs-column': (field) =>
      `values.${field} tiene una tabla, pero no se indica ninguna columna para ella.`,
    'no-such-queue': (queue) => `No existe la cola ${queue}.`,
    'no-such-category': (category) => `No existe la categoría ${category}.`,
    'column-missing': (column) => `El archivo no tiene la columna «${column}».`,
    'column-twice': (column, times) =>
      plural(times, {
        one: `El archivo tiene # columna «${column}».`,
        other: `El archivo tiene # columnas «${column}» y debe tener una.`
      }),
    other: (raw) => `Un problema para el que esta consola aún no tiene palabras (${raw}).`
  },
  atLine: (line) => `Línea ${line}`,
  atMark: (line, mark) => `Línea ${line}, carácter ${mark}`,
  moreProblems: (count) => plural(count, { one: 'Y # más.', other: 'Y # más.' }),
  fileFaults: {
    'no-such-file': 'El servidor ya no tiene el archivo. Envíalo otra vez.',
    'is-folder': 'Es una carpeta. Elige un archivo.',
    'cannot-open': (raw) => `El servidor no puede abrir el archivo (${raw}). Avisa a quien lo administra.`,
    empty: 'El archivo está vacío.',
    binary: 'El archivo no es texto. Expórtalo como CSV o XES e inténtalo otra vez.',
    'utf-16': 'El archivo está en UTF-16. Guárdalo como UTF-8 e inténtalo otra vez.',
    'not-csv': 'El archivo es XML y la correspondencia lee CSV. Para un XES escribe source: { type: xes }.',
    'no-rows': 'El archivo tiene encabezado, pero ninguna fila.',
    'broken-gzip': {
      cut: 'El archivo comprimido termina antes de tiempo. Descárgalo otra vez.',
      damaged: 'El archivo comprimido está dañado. Descárgalo otra vez.'
    },
    'broken-xml': (line) => `El XML está roto en la línea ${line}.`,
    'not-xes': (root) => `No es un XES: empieza por <${root}> y no por <log>.`,
    'broken-header': (why) => `No se puede leer el encabezado. ${why}`,
    other: (raw) =>
      `No se puede leer el archivo, por un motivo para el que esta consola aún no tiene palabras (${raw}).`
  },
  said: {
    BadMapping: 'Esta correspondencia no se puede usar.',
    queues: (list) => `Colas que hay aquí: ${list}.`,
    categories: (list) => `Categorías que hay aquí: ${list}.`,
    MissingColumns: 'La correspondencia no encaja con el archivo.',
    columns: (list) => `Columnas del archivo: ${list}.`,
    looksLike: (mark) => `El archivo parece separado por ${mark}. Indícalo en source.delimiter.`,
    marks: { comma: 'comas', semicolon: 'puntos y comas', tab: 'tabuladores', bar: 'barras verticales' },
    TooManyRejected: (rejected, rows, most) =>
      plural(rejected, {
        one: `No se importó nada: # de ${rows} filas no se puede tomar, y la correspondencia admite el ${most}.`,
        other: `No se importó nada: # de ${rows} filas no se pueden tomar, y la correspondencia admite el ${most}.`
      }),
    mendOrAccept: (accept) =>
      `Corrige el archivo o la correspondencia, o marca «${accept}», y empieza otra vez.`,
    Cancelled: 'No se importó nada.',
    AlreadyRunning: 'Ya hay otra importación de este archivo con esta correspondencia en marcha.',
    AlreadyImported: 'Este archivo ya se importó con esta correspondencia. No se ha hecho nada.',
    NoSuchImport: 'El servidor ya no conoce esta importación. Empiézala otra vez.',
    Resumed: 'El servidor se detuvo mientras publicaba estos casos y ha seguido donde estaba.',
    NotNow: {
      under: 'La importación ya está en marcha.',
      publishing: 'Sus casos ya se están publicando.',
      ended: 'La importación ya terminó.'
    },
    DiskFull: 'El disco del servidor está lleno. No se ha perdido nada; haz sitio allí y empieza otra vez.',
    DiskBroken: 'El servidor no puede usar su disco. Avisa a quien lo administra.',
    ServerBroke: (name) => `El servidor no pudo hacerlo y anotó el motivo (${name}). Inténtalo otra vez.`,
    Other: (raw) => `El servidor dice algo para lo que esta consola aún no tiene palabras (${raw}).`
  },
  refused: {
    again: 'Tu sesión ha caducado. Inicia sesión otra vez.',
    away: 'El servidor no responde. Comprueba la red e inténtalo otra vez.',
    notAllowed: 'Solo puede importar un administrador.',
    tooMany: 'Demasiadas peticiones. Espera unos minutos e inténtalo otra vez.',
    general: 'El servidor no lo aceptó. Inténtalo otra vez; si vuelve a pasar, avisa a tu administrador.'
  },
  stopped: 'El archivo no se envió hasta el final. Cancela esta importación y empiézala otra vez.',
  unreadable: 'Este archivo ya no se puede leer. Elígelo otra vez.',
  notCancelled: 'La importación no se canceló.',
  failed: 'La importación no empezó.',
  show: 'Mostrar',
  cancel: 'Cancelar la importación',
  cancelHint: 'De una importación cancelada no queda nada.',
  needsConnection: 'Para importar hace falta el servidor. Podrás hacerlo cuando haya conexión.'
}
