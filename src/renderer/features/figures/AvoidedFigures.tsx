import type { ReactNode } from 'react'
import { queueKey } from '../../../shared/people/queue.ts'
import type { AvoidedEscalations } from '../../../shared/protocol/figures.ts'
import { useNames } from '../../state/names.ts'
import { BarList } from '../../ui/BarList.tsx'
import { ColumnChart } from '../../ui/ColumnChart.tsx'
import { Stat } from '../../ui/Stat.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** How many in all, how it went week by week, and where: in which categories and queues. */
export function AvoidedFigures({ figures }: { figures: AvoidedEscalations }) {
  const texts = useWords().figures
  const format = useFormat()
  const names = useNames()
  const { since, until, total, queues, categories, weeks } = figures
  const day = (at: number) => format.date(at, until)
  const average = Math.round((total / Math.max(1, weeks.length)) * 10) / 10
  return (
    <>
      <div className="figures-top">
        <Stat
          label={texts.total}
          value={format.number(total)}
          tone="positive"
          hint={
            <>
              {texts.between(day(since), day(until))}
              <br />
              {texts.perWeek(format.number(average))}
            </>
          }
        />
        <Card title={texts.byWeek}>
          <ColumnChart
            label={texts.byWeek}
            columns={weeks.map(({ from, count }) => ({
              id: String(from),
              label: format.date(from),
              count,
              text: format.number(count),
              title: texts.weekOf(day(from), count)
            }))}
            table={<WeekTable weeks={weeks} />}
          />
        </Card>
      </div>
      <div className="figures-pair">
        <Card title={texts.byCategory}>
          <BarList
            label={texts.byCategory}
            bars={categories.map(({ category, count }) => ({
              id: category,
              label: names.category(category),
              count,
              text: format.number(count)
            }))}
          />
        </Card>
        <Card title={texts.byQueue}>
          <BarList
            label={texts.byQueue}
            bars={queues.map(({ queue, count }) => ({
              id: queueKey(queue),
              label: names.queue(queue),
              count,
              text: format.number(count)
            }))}
          />
        </Card>
      </div>
    </>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="tl-page-card">
      <h3 className="figures-card-title">{title}</h3>
      {children}
    </section>
  )
}

function WeekTable({ weeks }: { weeks: AvoidedEscalations['weeks'] }) {
  const texts = useWords().figures
  const format = useFormat()
  return (
    <table>
      <caption>{texts.byWeek}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.week}</th>
          <th scope="col">{texts.total}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ from, until, count }) => (
          <tr key={from}>
            <th scope="row">{format.date(from, until)}</th>
            <td>{format.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
