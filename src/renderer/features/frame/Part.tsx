import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** One part of the screen: when it breaks it says so and can be opened again, and the rest goes on. */
export function Part({ children }: { children: ReactNode }) {
  const { frame } = useWords()
  return (
    <ErrorBoundary
      fallback={(again, details) => (
        <ErrorState
          title={frame.broken.title}
          why={frame.broken.why}
          next={frame.broken.next}
          action={<Button onClick={again}>{frame.broken.again}</Button>}
          copy={{
            label: frame.copyDetails,
            doneLabel: frame.copied,
            onCopy: () => void navigator.clipboard.writeText(details)
          }}
        />
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
