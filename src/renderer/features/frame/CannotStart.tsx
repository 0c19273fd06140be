import { ErrorState } from '../../ui/ErrorState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** The engine ends as soon as it is started: nothing can be shown without it. */
export function CannotStart() {
  const { title, why, next } = useWords().frame.cannotStart
  return (
    <main className="tl-opening">
      <ErrorState title={title} why={why} next={next} />
    </main>
  )
}
