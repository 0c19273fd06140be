import type { Overlay, Place } from '../../state/navigation.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** The keys that work wherever one is. */
export function useConsoleShortcuts(
  go: (place: Place) => void,
  show: (overlay: Overlay) => void,
  goToMessages: () => void
): void {
  const { shortcuts, outbox } = useWords()
  const place = (id: string, keys: string, label: string, to: Place) => ({
    id,
    keys,
    label,
    run: () => go(to)
  })
  const over = (id: Overlay, keys: string, label: string) => ({
    id: `show.${id}`,
    keys,
    label,
    run: () => show(id)
  })
  useShortcuts(shortcuts.scopes.everywhere, [
    over('palette', 'Mod+K', shortcuts.palette),
    over('search', '/', shortcuts.search),
    over('newCase', 'Shift+N', shortcuts.newCase),
    place('go.work', 'G W', shortcuts.goToWork, { kind: 'work' }),
    place('go.drafts', 'G D', shortcuts.goToDrafts, { kind: 'drafts' }),
    place('go.approvals', 'G A', shortcuts.goToApprovals, { kind: 'approvals' }),
    place('go.atRisk', 'G R', shortcuts.goToAtRisk, { kind: 'atRisk' }),
    over('outbox', 'G O', shortcuts.outbox),
    over('review', 'G V', outbox.review.title),
    over('settings', 'G S', shortcuts.goToSettings),
    {
      id: 'messages.newest',
      keys: 'F8',
      label: shortcuts.messages,
      run: goToMessages,
      inFields: true
    },
    over('shortcuts', '?', shortcuts.help)
  ])
}
