import { ApprovalsPane } from './features/approvals/ApprovalsPane.tsx'
import { QueuePane } from './features/queue/QueuePane.tsx'
import { placeTitle } from './place-title.ts'
import { useCounts } from './state/counts.ts'
import { useNames } from './state/names.ts'
import { openCaseNow, previewCase, useNavigation } from './state/navigation.ts'
import { useWords } from './words/WordsProvider.tsx'

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
      title={placeTitle(place, words, names)}
      onPlace={go}
      onPreview={previewCase}
      onOpen={onEnterCase}
      onSearch={() => show('search')}
      onNewCase={() => show('newCase')}
      onOpenQueue={goToQueue}
    />
  )
}
