import { type ReactNode, useLayoutEffect } from 'react'
import { Desk } from './Desk.tsx'
import { CannotOpen } from './features/frame/CannotOpen.tsx'
import { chooseLanguage, chooseLocale } from './features/frame/language-choice.ts'
import { Opening } from './features/frame/Opening.tsx'
import { SignInPage } from './features/sign-in/SignInPage.tsx'
import { usePerson, useSession, useSessionFault } from './state/session.ts'
import { putSettings, useSettings, useSettingsKnown } from './state/settings.ts'
import { applyAppearance } from './ui/appearance.ts'
import { KeyNames } from './ui/Kbd.tsx'
import { useWords, WordsProvider } from './words/WordsProvider.tsx'
import './features/frame/frame.css'

/** The page: who is here decides what is shown, the settings decide how. */
export function App() {
  const { language: chosen, theme, density } = useSettings()
  const person = usePerson()
  const language = chooseLanguage(chosen, person?.language ?? null, navigator.languages)
  useLayoutEffect(() => applyAppearance(document.documentElement, { theme, density }), [theme, density])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <WordsProvider
      language={language}
      locale={chooseLocale(language, navigator.languages)}
      timeZone={person?.timeZone}
    >
      <Keys>
        <Screen />
      </Keys>
    </WordsProvider>
  )
}

function Keys({ children }: { children: ReactNode }) {
  return <KeyNames value={useWords().shortcuts.keyNames}>{children}</KeyNames>
}

function Screen() {
  const words = useWords()
  const session = useSession()
  const fault = useSessionFault()
  const known = useSettingsKnown()
  if (!session && fault) return <CannotOpen fault={fault} />
  if (!session || !known) return <Opening text={words.frame.opening} />
  if (session.state === 'signedOut') {
    return <SignInPage session={session} onLanguage={(language) => putSettings({ language })} />
  }
  return <Desk key={session.person.id} person={session.person} demo={session.demo} />
}
