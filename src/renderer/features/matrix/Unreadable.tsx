import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { discardMatrix } from '../../state/matrix-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** A saved draft this console cannot read: nothing is lost before somebody says so. */
export function Unreadable({ inForce }: { inForce: Matrix }) {
  const { matrix: texts } = useWords()
  return (
    <ErrorState
      title={texts.unreadable.title}
      why={texts.unreadable.why}
      action={<Button onClick={() => void discardMatrix(inForce)}>{texts.discard}</Button>}
    />
  )
}
