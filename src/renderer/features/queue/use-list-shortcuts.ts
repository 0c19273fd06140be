import { moveSelection, showNow, useList } from '../../state/list.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** J and K move wherever one is, so that the next case needs no pointer. */
export function useListShortcuts({
  off,
  onPreview,
  onOpen,
  onBack
}: {
  /** No list of cases is shown. */
  off: boolean
  onPreview: (caseId: string) => void
  onOpen: (caseId: string) => void
  onBack: () => void
}): void {
  const { shortcuts } = useWords()
  const move = (by: 1 | -1) => () => {
    const id = moveSelection(by)
    if (id) onPreview(id)
  }
  const withSelected = (what: (caseId: string) => void) => () => {
    const { selectedId } = useList.getState()
    if (selectedId) what(selectedId)
  }
  const keys = [
    { id: 'list.next', keys: 'J', label: shortcuts.next, run: move(1), repeats: true },
    { id: 'list.previous', keys: 'K', label: shortcuts.previous, run: move(-1), repeats: true },
    { id: 'list.open', keys: 'O', label: shortcuts.open, run: withSelected(onOpen) },
    { id: 'list.merge', keys: 'U', label: shortcuts.merge, run: showNow },
    { id: 'list.focus', keys: 'Escape', label: shortcuts.back, run: onBack }
  ]
  useShortcuts(
    shortcuts.scopes.list,
    keys.map((one) => ({ ...one, disabled: off }))
  )
}
