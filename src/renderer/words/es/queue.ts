import type { queue as en } from '../en/queue.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const queue: typeof en = {
  listOf: (name) => `Casos de ${name}`,
  newCases: (count) => plural(count, { one: '# nuevo', other: '# nuevos' }),
  claim: 'Tomar',
  claimNext: 'Tomar el siguiente caso',
  unowned: 'Sin asignar',
  mine: 'Tú',
  selected: (count) => plural(count, { one: '# seleccionado', other: '# seleccionados' }),
  columns: {
    subject: 'Asunto',
    number: 'Número',
    sla: 'Tiempo restante',
    owner: 'Responsable',
    status: 'Estado',
    priority: 'Prioridad'
  },
  empty: {
    queue: { title: 'Aquí no espera ningún caso', text: 'Los nuevos aparecen solos.' },
    work: { title: 'No tienes casos abiertos', text: 'Toma el siguiente de tu cola.' },
    drafts: { title: 'Sin borradores', text: 'Aquí se guardan las respuestas y notas que no has enviado.' },
    asked: {
      title: 'No hay nada tuyo a la espera',
      text: 'Lo que pides y lo que escalas está aquí hasta que alguien lo decida o lo acepte.'
    },
    called: {
      title: 'Nadie ha llamado',
      text: 'Aquí aparecen los casos de ida y vuelta en los que te piden que intervengas.'
    },
    atRisk: { title: 'Ningún caso en riesgo', text: 'Aquí aparecen los casos cerca de su plazo.' },
    search: { title: 'Ningún caso coincide', text: 'Prueba con menos palabras o con el número del caso.' }
  },
  shown: (count, total) => `${count} de ${total}`,
  gone: 'Ya no está en esta lista',
  tidy: (count) => plural(count, { one: '# ha salido', other: '# han salido' }),
  filters: { label: 'Qué casos', open: 'Abiertos', unowned: 'Sin asignar', ended: 'Terminados' },
  more: 'Cargando más',
  draft: 'Borrador',
  hasDraft: 'Tienes un borrador aquí',
  waiting: (count) =>
    plural(count, {
      one: '# cambio guardado aquí, aún sin enviar',
      other: '# cambios guardados aquí, aún sin enviar'
    }),
  ownedBy: (name) => `Responsable: ${name}`,
  path: (path) => `Recorrido: ${path}`,
  searchOf: (text) => `Resultados de «${text}»`,
  actions: {
    openQueue: 'Abrir una cola',
    showOpen: 'Ver todos los abiertos',
    goToWork: 'Ir a Mi trabajo',
    search: 'Cambiar la búsqueda',
    newCase: 'Caso nuevo'
  },
  emptyFilter: {
    unowned: {
      title: 'Todos los casos tienen responsable',
      text: 'Aquí aparecen los casos que nadie ha tomado.'
    },
    ended: {
      title: 'Aquí aún no se ha terminado nada',
      text: 'Aquí aparecen los casos resueltos y cerrados de esta cola.'
    }
  },
  failed: {
    title: 'No se ha podido leer esta lista',
    why: 'La parte local de la consola no ha contestado.',
    next: 'Lo que hiciste está guardado. Vuelve a intentarlo.'
  },
  nothingToClaim: 'Todos los casos de tus colas tienen responsable.'
}
