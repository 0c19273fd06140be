import { CheckCheck, FileText, Hourglass, Inbox, PhoneCall, SearchX, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Place } from '../../state/navigation.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import type { Words } from '../../words/words.ts'

type Way = 'openQueue' | 'showOpen' | 'goToWork' | 'search' | 'newCase'
type Empty = { readonly icon: ReactNode; readonly text: { title: string; text: string }; readonly way: Way }

/** What would be in this list, and the one useful thing to do instead. */
export function QueueEmpty({ place, onWay }: { place: Place; onWay: (way: Way) => void }) {
  const { queue } = useWords()
  const { icon, text, way } = emptyOf(place, queue)
  return (
    <EmptyState
      icon={icon}
      title={text.title}
      text={text.text}
      action={<Button onClick={() => onWay(way)}>{queue.actions[way]}</Button>}
    />
  )
}

function emptyOf(place: Place, queue: Words['queue']): Empty {
  switch (place.kind) {
    case 'drafts':
      return { icon: <FileText aria-hidden />, text: queue.empty.drafts, way: 'goToWork' }
    case 'atRisk':
      return { icon: <ShieldCheck aria-hidden />, text: queue.empty.atRisk, way: 'goToWork' }
    case 'called':
      return { icon: <PhoneCall aria-hidden />, text: queue.empty.called, way: 'goToWork' }
    case 'asked':
      return { icon: <Hourglass aria-hidden />, text: queue.empty.asked, way: 'goToWork' }
    case 'search':
      return { icon: <SearchX aria-hidden />, text: queue.empty.search, way: 'search' }
    case 'queue':
      if (place.which === 'open')
        return { icon: <Inbox aria-hidden />, text: queue.empty.queue, way: 'newCase' }
      return { icon: <CheckCheck aria-hidden />, text: queue.emptyFilter[place.which], way: 'showOpen' }
    case 'work':
    case 'approvals':
    case 'figures':
    case 'held':
    case 'devices':
    case 'import':
    case 'matrix':
      return { icon: <Inbox aria-hidden />, text: queue.empty.work, way: 'openQueue' }
  }
}
