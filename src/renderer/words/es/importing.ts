import type { importing as en } from '../en/importing.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const importing: typeof en = {
  title: 'Importar casos',
  choose: 'Elegir un archivo',
  from: 'Desde',
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
  imported: (count) => plural(count, { one: '# caso importado', other: '# casos importados' }),
  problems: (count) => plural(count, { one: '# línea por revisar', other: '# líneas por revisar' }),
  downloadProblems: 'Guardar la lista de problemas',
  cancel: 'Cancelar la importación',
  cancelHint: 'De una importación cancelada no queda nada.',
  needsConnection: 'Para importar hace falta el servidor. Podrás hacerlo cuando haya conexión.'
}
