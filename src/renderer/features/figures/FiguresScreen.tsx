import './figures.css'
import { ChartColumn, CloudOff } from 'lucide-react'
import { useState } from 'react'
import { useAvoided } from '../../state/figures.ts'
import { usePerson } from '../../state/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { AvoidedFigures } from './AvoidedFigures.tsx'

/** Whole weeks, so that every column stands for as many days. */
const DAYS = { month: 28, quarter: 84, year: 364 } as const
type Period = keyof typeof DAYS
const PERIODS: readonly Period[] = ['month', 'quarter', 'year']

/** How many escalations the solutions of other cases saved: for who answers for queues. */
export function FiguresScreen() {
  const words = useWords()
  const texts = words.figures
  const format = useFormat()
  const role = usePerson()?.role
  const [period, setPeriod] = useState<Period>('quarter')
  const { answer, again } = useAvoided(DAYS[period])
  if (role === 'agent')
    return <EmptyState title={texts.title} text={words.frame.noPermission(words.case.role.supervisor)} />
  return (
    <ScrollArea label={texts.title}>
      <div className="tl-page">
        <header className="tl-stack">
          <div>
            <h2 className="tl-page-title">{texts.title}</h2>
            <p className="tl-dim">
              {texts.lead} {role === 'supervisor' ? texts.ofYours : texts.ofAll}
            </p>
          </div>
          <RadioGroup
            look="segments"
            aria-label={texts.period}
            value={period}
            options={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
            onChange={setPeriod}
          />
        </header>
        {answer.state === 'loading' && <Skeleton label={words.frame.loading} lines={8} />}
        {answer.state === 'offline' && (
          <EmptyState icon={<CloudOff aria-hidden />} title={texts.offline.title} text={texts.offline.text} />
        )}
        {answer.state === 'failed' && (
          <ErrorState
            title={texts.failed.title}
            why={texts.failed.text}
            action={<Button onClick={again}>{words.frame.retry}</Button>}
          />
        )}
        {answer.state === 'known' && (
          <>
            {answer.asOf !== null && <Banner tone="offline">{texts.asOf(format.time(answer.asOf))}</Banner>}
            {answer.figures.total === 0 ? (
              <EmptyState
                icon={<ChartColumn aria-hidden />}
                title={texts.none.title}
                text={texts.none.text}
              />
            ) : (
              <AvoidedFigures figures={answer.figures} />
            )}
          </>
        )}
      </div>
    </ScrollArea>
  )
}
