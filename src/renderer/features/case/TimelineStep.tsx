import { useState } from 'react'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { TimelineItem } from '../../ui/TimelineItem.tsx'
import { EventIcon } from './EventIcon.tsx'
import { eventText, noteOf } from './event-text.ts'
import { LongText } from './LongText.tsx'
import { PackageList, packageOf } from './PackageList.tsx'
import { SavedTick } from './SavedTick.tsx'
import type { Quiet } from './timeline-parts.ts'
import { useSay } from './useSay.ts'

/** Something that happened, in a line; with the note or the hand-off somebody left with it. */
export function TimelineStep({ entry }: { entry: TimelineEntry }) {
  const say = useSay()
  const { format } = say
  const { event } = entry
  const note = noteOf(event)
  const left = packageOf(event)
  return (
    <TimelineItem
      kind="system"
      icon={<EventIcon type={event.type} />}
      time={format.time(entry.at)}
      timeTitle={format.moment(entry.at)}
      dateTime={new Date(entry.at).toISOString()}
      sync={<SavedTick saved={entry.saved} />}
      detail={
        (note || left) && (
          <>
            {note && <LongText text={note} />}
            {left && <PackageList left={left} />}
          </>
        )
      }
    >
      {eventText(entry, say)}
    </TimelineItem>
  )
}

/** Steps nobody needs at a glance. */
export function QuietSteps({ part }: { part: Quiet }) {
  const { timeline } = useSay().words.case
  const [open, setOpen] = useState(false)
  return (
    <>
      <li className="case-quiet">
        <button type="button" className="case-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {timeline.quiet(part.steps.length)} · {open ? timeline.hideSteps : timeline.showSteps}
        </button>
      </li>
      {open && part.steps.map((step) => <TimelineStep key={step.key} entry={step.entry} />)}
    </>
  )
}
