import { type CaseIntentName, useCaseIntent } from '../../state/case-intent.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** The keys that ask the open case for something, wherever the focus is. What it cannot do it says itself. */
export function useCaseShortcuts(hasCase: boolean, onClaim: () => void): void {
  const { shortcuts } = useWords()
  const ask = (name: CaseIntentName, keys: string, label: string) => ({
    id: `case.${name}`,
    keys,
    label,
    run: () => useCaseIntent.getState().send(name),
    disabled: !hasCase
  })
  useShortcuts(shortcuts.scopes.case, [
    { ...ask('claim', 'C', shortcuts.claim), run: onClaim, disabled: false },
    ask('reply', 'R', shortcuts.reply),
    ask('note', 'N', shortcuts.note),
    ask('escalate', 'E', shortcuts.escalate),
    ask('pend', 'P', shortcuts.pend),
    ask('resolve', 'S', shortcuts.resolve),
    ask('toggleContext', ']', shortcuts.toggleContext)
  ])
}
