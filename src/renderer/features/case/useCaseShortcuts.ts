import type { CaseIntentName } from '../../state/case-intent.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** The keys of an open case. */
export function useCaseShortcuts(wishes: Record<CaseIntentName, () => void>): void {
  const { shortcuts } = useWords()
  const key = (name: CaseIntentName & keyof typeof shortcuts, keys: string) => ({
    id: `case.${name}`,
    keys,
    label: shortcuts[name],
    run: () => wishes[name]()
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
