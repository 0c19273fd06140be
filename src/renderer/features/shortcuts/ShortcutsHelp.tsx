import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useShortcutList } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { groupScopes } from './group-scopes.ts'
import './shortcuts.css'

/** Every key that does something here and now. */
export function ShortcutsHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { shortcuts, frame } = useWords()
  const groups = groupScopes(useShortcutList())
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={shortcuts.title}
      description={shortcuts.subtitle}
      closeLabel={frame.close}
      size="large"
    >
      <div className="tl-keys">
        {groups.map((group) => (
          <section key={group.name} aria-label={group.name} className="tl-keys-group">
            <h2 className="tl-keys-name">{group.name}</h2>
            <dl>
              {group.shortcuts.map((one) => (
                <div key={one.id} className="tl-keys-row">
                  <dt>{one.label}</dt>
                  <dd>
                    <Kbd keys={one.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
