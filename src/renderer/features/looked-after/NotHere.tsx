import { CloudOff } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** Why what only the server knows is not on the screen. */
export function NotHere({ state, again }: { state: 'loading' | 'offline' | 'failed'; again: () => void }) {
  const { frame, lookedAfter } = useWords()
  if (state === 'loading') return <Skeleton label={frame.loading} lines={6} />
  if (state === 'offline') return <EmptyState icon={<CloudOff aria-hidden />} {...lookedAfter.offline} />
  return (
    <ErrorState
      title={lookedAfter.failed.title}
      why={lookedAfter.failed.text}
      action={<Button onClick={again}>{frame.retry}</Button>}
    />
  )
}
