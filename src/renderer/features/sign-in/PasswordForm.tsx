import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** Email and password. What was wrong is said under the password and read out. */
export function PasswordForm({
  working,
  problem,
  onSubmit
}: {
  working: boolean
  /** Why the last try failed, in words. */
  problem: string | null
  onSubmit: (email: string, password: string) => void
}) {
  const { signIn } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = email.trim() === '' || password === ''
    setIncomplete(missing)
    if (!missing && !working) onSubmit(email.trim(), password)
  }
  const error = incomplete ? signIn.missing : problem
  return (
    <form className="tl-stack" onSubmit={submit}>
      <Field label={signIn.email}>
        <TextField type="email" autoComplete="username" autoFocus value={email} onChange={setEmail} />
      </Field>
      <Field label={signIn.password} error={error}>
        <TextField type="password" autoComplete="current-password" value={password} onChange={setPassword} />
      </Field>
      <div role="status" className="tl-visually-hidden">
        {error}
      </div>
      <Button type="submit" variant="primary">
        {working ? signIn.working : signIn.submit}
      </Button>
    </form>
  )
}
