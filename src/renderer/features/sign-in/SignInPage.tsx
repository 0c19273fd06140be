import { useEffect } from 'react'
import type { Language } from '../../../shared/people/person.ts'
import type { Session } from '../../../shared/protocol/bridge.ts'
import { refreshSession, signIn, signInDemo } from '../../state/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { languageNames, languages } from '../../words/language.ts'
import { useFormat, useLanguage, useWords } from '../../words/WordsProvider.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { problemText } from './problem-text.ts'
import { useSigningIn } from './use-signing-in.ts'
import './sign-in.css'

const LOOK_AGAIN_MS = 4000

type SignedOut = Extract<Session, { state: 'signedOut' }>

/** The way in: a person of the demo, or an email and a password. */
export function SignInPage({
  session,
  onLanguage
}: {
  session: SignedOut
  onLanguage: (language: Language) => void
}) {
  const words = useWords()
  const language = useLanguage()
  useLookAgain(!session.reachable)
  return (
    <main className="tl-sign-in">
      <header className="tl-sign-in-head">
        <span className="tl-brand">{words.frame.appName}</span>
        <RadioGroup
          look="segments"
          aria-label={words.settings.language}
          value={language}
          onChange={onLanguage}
          onAgain={onLanguage} // shown because of the host it is nobody's choice: the person's own would take its place
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
      </header>
      <div className="tl-sign-in-body">
        <WayIn session={session} />
      </div>
      <footer className="tl-sign-in-foot tl-dim tl-small">
        {words.signIn.server}: <span className="tl-sign-in-server">{session.server}</span>
      </footer>
    </main>
  )
}

function WayIn({ session }: { session: SignedOut }) {
  const words = useWords()
  const format = useFormat()
  const { busy, problem, start } = useSigningIn()
  const said = problem && problemText(problem, words, format)
  if (!session.reachable) return <Unreachable />
  if (session.demo) {
    return (
      <>
        {said && <Banner tone="warning">{said}</Banner>}
        <DemoPeople
          people={session.demo}
          queues={session.queues}
          busyId={busy}
          onChoose={(person) => start(person.id, () => signInDemo(person.id))}
        />
      </>
    )
  }
  return (
    <div className="tl-sign-in-card">
      <h1 className="tl-sign-in-title">{words.signIn.title}</h1>
      <PasswordForm
        working={busy !== null}
        problem={said}
        onSubmit={(email, password) => start(email, () => signIn(email, password))}
      />
    </div>
  )
}

function Unreachable() {
  const { signIn: said } = useWords()
  return (
    <div className="tl-sign-in-card">
      <h1 className="tl-sign-in-title">{said.notReachableTitle}</h1>
      <p>{said.notReachable}</p>
      <p className="tl-dim">{said.looking}</p>
      <Button variant="primary" onClick={refreshSession}>
        {said.retry}
      </Button>
    </div>
  )
}

/** Nobody has to press a button when the network comes back. */
function useLookAgain(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(refreshSession, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [wanted])
}
