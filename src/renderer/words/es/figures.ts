import type { figures as en } from '../en/figures.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const figures: typeof en = {
  title: 'Escalados evitados',
  lead: 'Casos que se resolvieron con la solución de un caso parecido y no se enviaron hacia arriba. Cada caso cuenta una vez, donde se resolvió así por última vez.',
  period: 'Periodo',
  periods: { month: '4 semanas', quarter: '12 semanas', year: '52 semanas' },
  total: 'Evitados',
  between: (from, until) => `del ${from} al ${until}`,
  perWeek: (average) => `${average} por semana`,
  byWeek: 'Por semana',
  byCategory: 'Por categoría',
  byQueue: 'Por cola',
  week: 'Semana desde',
  cases: (count) => plural(count, { one: '# caso', other: '# casos' }),
  weekOf: (day, count) =>
    `Desde el ${day}: ${plural(count, { zero: 'ninguno', one: '# caso', other: '# casos' })}`,
  none: {
    title: 'Ninguno en este tiempo',
    text: 'Al escalar se ofrecen casos parecidos ya resueltos. Aquí se cuenta cada uno que ayuda.'
  },
  offline: {
    title: 'Esto lo cuenta el servidor',
    text: 'Ahora no se puede llegar a él. Aparecerá en cuanto se pueda.'
  },
  asOf: (time) => `No se puede llegar al servidor. Así estaba a las ${time}.`,
  failed: { title: 'No se pudo contar', text: 'El servidor no respondió como se esperaba.' },
  ofYours: 'De las colas de las que respondes.',
  ofAll: 'De todas las colas.'
}
