import { ApprovalsPane } from './features/approvals/ApprovalsPane.tsx'
import { QueuePane } from './features/queue/QueuePane.tsx'
import { useCounts } from './state/counts.ts'
import { type Names, useNames } from './state/names.ts'
import { openCaseNow, type Place, previewCase, useNavigation } from './state/navigation.ts'
import { useWords } from './words/WordsProvider.tsx'
import type { Words } from './words/words.ts'

/** What stands beside the case: a list of cases, or the requests that wait for a yes. */
export function ListPane({ onEnterCase }: { onEnterCase: (caseId: string) => void }) {
  const { place, go, show } = useNavigation()
  const words = useWords()
  const names = useNames()
  const queues = useCounts()?.queues ?? []
  if (place.kind === 'approvals') return <ApprovalsPane onOpenCase={openCaseNow} />
  const goToQueue = () => {
    const [first] = [...queues].sort((a, b) => Number(b.unowned > 0) - Number(a.unowned > 0))
    if (first) go({ kind: 'queue', queue: first.queue, which: 'open' })
  }
  return (
    <QueuePane
      place={place}
      title={titleOf(place, words, names)}
      onPlace={go}
      onPreview={previewCase}
      onOpen={onEnterCase}
      onSearch={() => show('search')}
      onNewCase={() => show('newCase')}
      onOpenQueue={goToQueue}
    />
  )
}

function titleOf(place: Place, { frame, queue }: Words, names: Names): string {
  switch (place.kind) {
    case 'work':
      return frame.places.myWork
    case 'drafts':
      return frame.places.drafts
    case 'atRisk':
      return frame.places.atRisk
    case 'approvals':
      return frame.places.approvals
    case 'import':
      return frame.places.imports
    case 'search':
      return queue.searchOf(place.text)
    case 'queue':
      return names.queue(place.queue)
  }
}
