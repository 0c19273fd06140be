import type { ReactNode } from 'react'
import type { MatrixPart } from '../../state/matrix-place.ts'
import { Count } from '../../ui/Count.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** The head of a part: its name, what it is for in a sentence, and what can be done with it as a whole. */
export function PartHead({
  part,
  count,
  actions
}: {
  part: MatrixPart
  count?: number | undefined
  actions?: ReactNode
}) {
  const { parts, help } = useWords().matrix
  return (
    <header className="matrix-part-head">
      <SectionHeader
        level={2}
        title={parts[part]}
        count={count !== undefined && count > 0 && <Count value={count} />}
        actions={actions}
      />
      <p className="tl-dim matrix-help">{help[part]}</p>
    </header>
  )
}
