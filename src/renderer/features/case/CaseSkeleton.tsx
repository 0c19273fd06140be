import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** The shape of a case before the engine has answered for the first time. */
export function CaseSkeleton() {
  const { frame } = useWords()
  return (
    <div className="case-skeleton">
      <Skeleton label={frame.loading} lines={2} />
      <Skeleton label={frame.loading} lines={8} />
    </div>
  )
}
