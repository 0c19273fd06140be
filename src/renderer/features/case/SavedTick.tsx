import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { SyncTick } from '../../ui/SyncTick.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** How far a change of mine has got; `confirmed` says so too, for what I have just written. */
export function SavedTick({
  saved,
  confirmed = false
}: {
  saved: TimelineEntry['saved']
  confirmed?: boolean
}) {
  const { sync } = useWords().case
  if (saved) return <SyncTick state={saved === 'here' ? 'saved' : 'sent'} label={sync[saved]} />
  return confirmed ? <SyncTick state="confirmed" label={sync.confirmed} /> : null
}
