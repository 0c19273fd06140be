import type { Case } from '../../../shared/case/case.ts'
import { usePeople } from '../../state/names.ts'
import { TimelineItem } from '../../ui/TimelineItem.tsx'
import { LongText } from './LongText.tsx'
import { SavedTick } from './SavedTick.tsx'
import type { Message } from './timeline-parts.ts'
import { useSay } from './useSay.ts'

/** What the customer wrote, what we answered, and what we noted for ourselves. */
export function TimelineMessage({
  message,
  kase,
  isMine
}: {
  message: Message
  kase: Case
  isMine: boolean
}) {
  const { words, format, names } = useSay()
  const { entry, look } = message
  // An import wrote it down as nobody of ours.
  const scribe = usePeople().find((person) => person.id === message.scribe)
  const { event } = entry
  const late = event.type === 'case.noted' && event.late ? words.case.timeline.late : null
  const meta =
    event.type === 'case.opened'
      ? [words.case.channel[event.channel], scribe && words.case.timeline.writtenDownBy(scribe.name)]
          .filter(Boolean)
          .join(' · ')
      : late
  return (
    <TimelineItem
      kind={look}
      author={look === 'customer' ? kase.customer.name : names.person(entry.by)}
      label={look === 'note' ? words.case.composer.note : undefined}
      meta={meta || undefined}
      time={format.time(entry.at)}
      timeTitle={format.moment(entry.at)}
      dateTime={new Date(entry.at).toISOString()}
      sync={look === 'customer' ? undefined : <SavedTick saved={entry.saved} confirmed={isMine} />}
    >
      <LongText text={message.body} />
    </TimelineItem>
  )
}
