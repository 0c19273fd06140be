import { Keyboard, LogOut, SlidersHorizontal } from 'lucide-react'
import type { Language, Person } from '../../../shared/people/person.ts'
import type { Settings } from '../../../shared/protocol/bridge.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuGroup, MenuSeparator } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { languageNames, languages } from '../../words/language.ts'
import { useLanguage, useWords } from '../../words/WordsProvider.tsx'

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast']
const densities: readonly Settings['density'][] = ['comfortable', 'compact']

/** Who is here, how it looks, and the way out. */
export function PersonMenu({
  person,
  tier,
  settings,
  onSettings,
  onMore,
  onShortcuts,
  onSignOut
}: {
  person: Person
  /** Where this person works, in words. */
  tier: string
  settings: Settings
  onSettings: (some: Partial<Settings>) => void
  onMore: () => void
  onShortcuts: () => void
  onSignOut: () => void
}) {
  const words = useWords()
  const language: Language = useLanguage()
  const { theme, density } = settings
  return (
    <Menu
      placement="bottom-end"
      button={
        <Button variant="quiet" className="tl-person" aria-label={words.frame.account(person.name)}>
          <Avatar name={person.name} />
        </Button>
      }
      header={
        <div>
          <div className="tl-strong">{person.name}</div>
          <div className="tl-dim">
            {words.case.role[person.role]} · {tier}
          </div>
        </div>
      }
    >
      <MenuGroup label={words.settings.theme}>
        {themes.map((one) => (
          <MenuItem key={one} checked={theme === one} onSelect={() => onSettings({ theme: one })}>
            {words.settings.themes[one]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup label={words.settings.density}>
        {densities.map((one) => (
          <MenuItem key={one} checked={density === one} onSelect={() => onSettings({ density: one })}>
            {words.settings.densities[one]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup label={words.settings.language}>
        {languages.map((one) => (
          <MenuItem key={one} checked={language === one} onSelect={() => onSettings({ language: one })}>
            {languageNames[one]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<SlidersHorizontal aria-hidden />} onSelect={onMore}>
        {words.settings.more}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} keys="?" onSelect={onShortcuts}>
        {words.shortcuts.title}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={onSignOut}>
        {words.signIn.signOut}
      </MenuItem>
    </Menu>
  )
}
