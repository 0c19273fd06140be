import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

/** What was counted, for who answers for queues. */
export const figures = {
  title: 'Escalations avoided',
  lead: 'Cases that were resolved with the solution of a similar case and not sent up. A case counts once, where it was last resolved so.',
  period: 'Period',
  periods: { month: '4 weeks', quarter: '12 weeks', year: '52 weeks' },
  total: 'Avoided',
  between: (from: string, until: string) => `${from} to ${until}`,
  perWeek: (average: string) => `${average} a week`,
  byWeek: 'By week',
  byCategory: 'By category',
  byQueue: 'By queue',
  week: 'Week from',
  cases: (count: number) => plural(count, { one: '# case', other: '# cases' }),
  weekOf: (day: string, count: number) =>
    `From ${day}: ${plural(count, { zero: 'none', one: '# case', other: '# cases' })}`,
  none: {
    title: 'None in this time',
    text: 'While escalating, similar resolved cases are offered. Each one that helps is counted here.'
  },
  offline: {
    title: 'The server counts these',
    text: 'It cannot be reached now. They appear as soon as it can.'
  },
  asOf: (time: string) => `The server cannot be reached. This is how it stood at ${time}.`,
  failed: { title: 'These could not be counted', text: 'The server did not answer as expected.' },
  ofYours: 'Of the queues you answer for.',
  ofAll: 'Of all queues.'
}
