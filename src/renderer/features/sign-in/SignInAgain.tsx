import type { Person } from '../../../shared/people/person.ts'
import { signIn, signInDemo } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { problemText } from './problem-text.ts'
import { useSigningIn } from './use-signing-in.ts'
import './sign-in.css'

/** The session ended while there is work here: sign in over it, and everything stays where it is. */
export function SignInAgain({
  open,
  demo,
  person,
  onClose
}: {
  open: boolean
  demo: boolean
  person: Person
  onClose: () => void
}) {
  const words = useWords()
  const format = useFormat()
  const { busy, problem, start } = useSigningIn(onClose)
  const said = problem && problemText(problem, words, format)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.frame.signInAgain}
      description={words.frame.problems.SignInAgain}
      closeLabel={words.frame.close}
      size="small"
    >
      {demo ? (
        <div className="tl-stack">
          {said && <p role="alert">{said}</p>}
          <Button variant="primary" onClick={() => start(person.id, () => signInDemo(person.id))}>
            {words.signIn.choose(person.name, words.case.role[person.role])}
          </Button>
        </div>
      ) : (
        <PasswordForm
          working={busy !== null}
          problem={said}
          onSubmit={(email, password) => start(email, () => signIn(email, password))}
        />
      )}
    </Dialog>
  )
}
