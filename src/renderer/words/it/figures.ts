import type { figures as en } from '../en/figures.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const figures: typeof en = {
  title: 'Escalation evitate',
  lead: 'Casi risolti con la soluzione di un caso simile e non mandati in alto. Ogni caso conta una volta, dove è stato risolto così per ultimo.',
  period: 'Periodo',
  periods: { month: '4 settimane', quarter: '12 settimane', year: '52 settimane' },
  total: 'Evitate',
  between: (from, until) => `dal ${from} al ${until}`,
  perWeek: (average) => `${average} a settimana`,
  byWeek: 'Per settimana',
  byCategory: 'Per categoria',
  byQueue: 'Per coda',
  week: 'Settimana dal',
  cases: (count) => plural(count, { one: '# caso', other: '# casi' }),
  weekOf: (day, count) => `Dal ${day}: ${plural(count, { zero: 'nessuno', one: '# caso', other: '# casi' })}`,
  none: {
    title: 'Nessuna in questo tempo',
    text: 'Quando si fa un’escalation vengono offerti casi simili già risolti. Qui si conta ogni caso che aiuta.'
  },
  offline: {
    title: 'Questo lo conta il server',
    text: 'Ora non è raggiungibile. Apparirà appena lo sarà.'
  },
  asOf: (time) => `Il server non è raggiungibile. Così stava alle ${time}.`,
  failed: { title: 'Non è stato possibile contare', text: 'Il server non ha risposto come previsto.' },
  ofYours: 'Delle code di cui rispondi.',
  ofAll: 'Di tutte le code.'
}
