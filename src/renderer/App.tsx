import { type ReactNode, useLayoutEffect } from 'react'
import { Desk } from './Desk.tsx'
import { CannotOpen } from './features/frame/CannotOpen.tsx'
import { CannotStart } from './features/frame/CannotStart.tsx'
import { chooseLanguage, chooseLocale } from './features/frame/language-choice.ts'
import { Opening } from './features/frame/Opening.tsx'
import { useFor } from './features/frame/use-for.ts'
import { SignInPage } from './features/sign-in/SignInPage.tsx'
import { useEngineState } from './state/connection.ts'
import { useIsLeaving, usePerson, useSession, useSessionFault } from './state/session.ts'
import { putSettings, useSettings, useSettingsKnown } from './state/settings.ts'
import { applyAppearance } from './ui/appearance.ts'
import { KeyNames } from './ui/Kbd.tsx'
import { useWords, WordsProvider } from './words/WordsProvider.tsx'
import './features/frame/frame.css'

/** An engine opens in a second or two; one that has not by then has ended, and is being started again and again. */
const STUCK_MS = 10_000

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
  const isLeaving = useIsLeaving()
  const isStuck = useFor(useEngineState() !== 'up', STUCK_MS)
  if (!session && fault) return <CannotOpen fault={fault} />
  if (!session || !known) {
    if (isStuck) return <CannotStart />
    return <Opening text={isLeaving ? words.signIn.leaving : words.frame.opening} />
  }
  if (session.state === 'signedOut') {
    return <SignInPage session={session} onLanguage={(language) => putSettings({ language })} />
  }
  return <Desk key={session.person.id} person={session.person} demo={session.demo} />
}
