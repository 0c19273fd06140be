import { ErrorState } from '../../ui/ErrorState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** The engine runs but cannot read its own files: what a person can do about it. */
export function CannotOpen({ details }: { details: string }) {
  const { frame } = useWords()
  const { title, why, next } = frame.cannotOpen
  return (
    <main className="tl-opening">
      <ErrorState
        title={title}
        why={why}
        next={next}
        copy={{
          label: frame.copyDetails,
          doneLabel: frame.copied,
          onCopy: () => void navigator.clipboard.writeText(details)
        }}
      />
    </main>
  )
}
