import { moveSelection, showNow, useList } from '../../state/list.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** J and K move wherever one is, so that the next case needs no pointer. */
export function useListShortcuts({
  onPreview,
  onOpen,
  onClaim,
  onBack
}: {
  onPreview: (caseId: string) => void
  onOpen: (caseId: string) => void
  onClaim: (caseId: string) => void
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
  useShortcuts(shortcuts.scopes.list, [
    { id: 'list.next', keys: 'J', label: shortcuts.next, run: move(1), repeats: true },
    { id: 'list.previous', keys: 'K', label: shortcuts.previous, run: move(-1), repeats: true },
    { id: 'list.open', keys: 'O', label: shortcuts.open, run: withSelected(onOpen) },
    { id: 'list.claim', keys: 'C', label: shortcuts.claim, run: withSelected(onClaim) },
    { id: 'list.merge', keys: 'U', label: shortcuts.merge, run: showNow },
    { id: 'list.focus', keys: 'Escape', label: shortcuts.back, run: onBack }
  ])
}
