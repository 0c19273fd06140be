import { useState } from 'react'
import type { Settings } from '../../../shared/protocol/bridge.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { languageNames, languages } from '../../words/language.ts'
import { useLanguage, useWords } from '../../words/WordsProvider.tsx'
import { About } from './About.tsx'
import { Away } from './Away.tsx'
import './settings.css'

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast']
const DENSITIES: readonly Settings['density'][] = ['comfortable', 'compact']

/** How the console looks and speaks, when I am away, and what it is made of. What is chosen holds at once. */
export function SettingsDialog({
  open,
  settings,
  onSettings,
  onClose
}: {
  open: boolean
  settings: Settings
  onSettings: (some: Partial<Settings>) => void
  onClose: () => void
}) {
  const words = useWords()
  const [tab, setTab] = useState<'looks' | 'away' | 'about'>('looks')
  return (
    <Dialog open={open} onClose={onClose} title={words.settings.title} closeLabel={words.frame.close}>
      <Tabs
        label={words.settings.title}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'looks', label: words.settings.looks },
          { id: 'away', label: words.settings.away.title },
          { id: 'about', label: words.settings.aboutData }
        ]}
      >
        {tab === 'looks' && <Looks settings={settings} onSettings={onSettings} />}
        {tab === 'away' && <Away />}
        {tab === 'about' && <About />}
      </Tabs>
    </Dialog>
  )
}

function Looks({
  settings,
  onSettings
}: {
  settings: Settings
  onSettings: (some: Partial<Settings>) => void
}) {
  const { settings: said } = useWords()
  const language = useLanguage()
  return (
    <div className="tl-settings">
      <Field label={said.language} hint={said.languageHint}>
        <RadioGroup
          look="segments"
          value={language}
          onChange={(one) => onSettings({ language: one })}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
      </Field>
      <Field label={said.theme}>
        <RadioGroup
          value={settings.theme}
          onChange={(theme) => onSettings({ theme })}
          options={THEMES.map((theme) => ({ value: theme, label: said.themes[theme] }))}
        />
      </Field>
      <Field label={said.density}>
        <RadioGroup
          value={settings.density}
          onChange={(density) => onSettings({ density })}
          options={DENSITIES.map((density) => ({
            value: density,
            label: said.densities[density],
            hint: said.densityHint[density]
          }))}
        />
      </Field>
    </div>
  )
}
