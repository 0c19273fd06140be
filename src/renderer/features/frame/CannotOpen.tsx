import type { EngineFault } from '../../../shared/protocol/engine.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** The engine runs but cannot read its own files: what a person can do about it. */
export function CannotOpen({ fault }: { fault: EngineFault }) {
  const { frame } = useWords()
  const { title } = frame.cannotOpen
  const { why, next } = fault.name === 'NewerDatabase' ? frame.cannotOpen.newer : frame.cannotOpen
  return (
    <main className="tl-opening">
      <ErrorState
        title={title}
        why={why}
        next={next}
        copy={{
          label: frame.copyDetails,
          doneLabel: frame.copied,
          onCopy: () => void navigator.clipboard.writeText(`${fault.name}: ${fault.message}`)
        }}
      />
    </main>
  )
}
