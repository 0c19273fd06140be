import { ArrowDown } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { usePerson } from '../../state/session.ts'
import { Timeline, TimelineMark } from '../../ui/Timeline.tsx'
import { TimelineMessage } from './TimelineMessage.tsx'
import { QuietSteps, TimelineStep } from './TimelineStep.tsx'
import { type TimelinePart, timelineParts } from './timeline-parts.ts'
import { type Say, useSay } from './useSay.ts'
import { useStickToEnd } from './useStickToEnd.ts'

const DAY_MS = 86_400_000

/** The whole story of a case, oldest first, standing at its end. */
export function Conversation({ kase, timeline }: { kase: Case; timeline: readonly TimelineEntry[] }) {
  const say = useSay()
  const { words, format } = say
  const now = useServerNow(60_000)
  const me = usePerson()?.id
  const box = useRef<HTMLElement>(null)
  const mine = timeline.filter((entry) => entry.saved !== null).length
  const { hasNews, toEnd, onScroll } = useStickToEnd(box, kase.id, timeline.length, mine)
  const parts = useMemo(() => timelineParts(timeline, format.dayKey), [timeline, format])
  const lastOfMine = timeline.findLast((entry) => entry.by === me)?.key
  const draw = (part: TimelinePart) => {
    switch (part.kind) {
      case 'day':
        return <TimelineMark key={part.key}>{dayText(part.at, now, say)}</TimelineMark>
      case 'message':
        return <TimelineMessage key={part.key} message={part} kase={kase} isMine={part.key === lastOfMine} />
      case 'step':
        return <TimelineStep key={part.key} entry={part.entry} />
      case 'quiet':
        return <QuietSteps key={part.key} part={part} />
    }
  }
  return (
    <div className="case-talk">
      <section
        ref={box}
        className="case-scroll"
        aria-label={words.case.conversation}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        <Timeline label={words.case.conversation}>{parts.map(draw)}</Timeline>
      </section>
      <div className="case-news" role="status">
        {hasNews && (
          <button type="button" className="case-news-button" onClick={toEnd}>
            <ArrowDown size={12} aria-hidden />
            {words.case.timeline.newBelow}
          </button>
        )}
      </div>
    </div>
  )
}

function dayText(at: number, now: number, { words, format }: Say): string {
  const day = format.date(at, now)
  if (day === format.date(now, now)) return words.case.timeline.today
  return day === format.date(now - DAY_MS, now) ? words.case.timeline.yesterday : day
}
