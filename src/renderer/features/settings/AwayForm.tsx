import { type FormEvent, useState } from 'react'
import type { Absence } from '../../../shared/people/person.ts'
import { setAway } from '../../state/away.ts'
import { serverNow } from '../../state/connection.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { absenceOf } from './absence-of.ts'

/** From when until when somebody is away. `other` null: oneself. */
export function AwayForm({
  other,
  away,
  isBegun
}: {
  other: { readonly id: Parameters<typeof setAway>[0]; readonly name: string } | null
  away: Absence | undefined
  isBegun: boolean
}) {
  const words = useWords()
  const said = words.settings.away
  const format = useFormat()
  const [typed, setTyped] = useState({ from: '', until: '' })
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const read = absenceOf(typed, serverNow(), format.readTyped)
  const texts = useAwayTexts(other?.name ?? null)
  const shown = (typedAt: string) => {
    const at = format.readTyped(typedAt)
    return Number.isNaN(at) ? undefined : format.moment(at)
  }
  const wrong = isTried && 'problem' in read ? read.problem : undefined

  const send = async (next: Absence | null) => {
    if (isSending) return
    setSending(true)
    const told = await setAway(other?.id ?? null, next)
    setSending(false)
    const refused: Partial<Record<string, string>> = said.refused
    setWhy(told.ok ? null : `${said.failed} ${refused[told.why?.type ?? ''] ?? words.case.fault.act}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if ('away' in read) void send(read.away)
  }
  return (
    <form className="tl-settings" onSubmit={submit} noValidate>
      {away && (
        <Banner action={{ label: isBegun ? texts.back : said.cancel, onClick: () => void send(null) }}>
          {isBegun
            ? texts.now(format.moment(away.until))
            : texts.planned(format.moment(away.from), format.moment(away.until))}
        </Banner>
      )}
      <Field
        label={said.from}
        hint={shown(typed.from) ?? said.fromHint}
        error={wrong === 'noFrom' && said.noTime}
      >
        <TextField
          type="datetime-local"
          value={typed.from}
          onChange={(from) => setTyped({ ...typed, from })}
        />
      </Field>
      <Field
        label={said.until}
        required
        hint={shown(typed.until)}
        error={wrong && wrong !== 'noFrom' && said[wrong]}
      >
        <TextField
          type="datetime-local"
          value={typed.until}
          onChange={(until) => setTyped({ ...typed, until })}
        />
      </Field>
      {why && <Banner tone="danger">{why}</Banner>}
      <div>
        <Button type="submit" variant="primary">
          {away ? said.change : texts.save}
        </Button>
      </div>
    </form>
  )
}

/** What differs when it is said of somebody else. */
function useAwayTexts(name: string | null) {
  const said = useWords().settings.away
  if (name === null) return said
  const { now, planned, back, save } = said.theirs
  return {
    now: (until: string) => now(name, until),
    planned: (from: string, until: string) => planned(name, from, until),
    back: back(name),
    save: save(name)
  }
}
