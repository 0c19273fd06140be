import { type CaseIntentName, useCaseIntent } from '../../state/case-intent.ts'
import { openPreviewed } from '../../state/navigation.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** The keys of an open case. Pressed right after J they mean the case J came to, though the one before is still drawn. */
export function useCaseShortcuts(): void {
  const { shortcuts } = useWords()
  const key = (name: CaseIntentName & keyof typeof shortcuts, keys: string) => ({
    id: `case.${name}`,
    keys,
    label: shortcuts[name],
    run: () => {
      openPreviewed()
      useCaseIntent.getState().send(name)
    }
  })
  useShortcuts(shortcuts.scopes.case, [
    key('claim', 'C'),
    key('reply', 'R'),
    key('note', 'N'),
    key('escalate', 'E'),
    key('pend', 'P'),
    key('resolve', 'Shift+R'),
    key('toggleContext', 'I')
  ])
}
