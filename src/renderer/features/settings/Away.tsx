import { type FormEvent, useState } from 'react'
import type { Absence, Person } from '../../../shared/people/person.ts'
import { setAway } from '../../state/away.ts'
import { serverNow, useServerNow } from '../../state/connection.ts'
import { useMatrix, useNames } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { absenceOf } from './absence-of.ts'

/** From when until when I am away, and who decides in my place meanwhile. */
export function Away() {
  const person = usePerson()
  const now = useServerNow()
  if (!person) return null
  const away = person.away && now < person.away.until ? person.away : undefined
  return (
    <div className="tl-settings">
      <StandIns person={person} />
      <AwayForm key={away?.until} away={away} isBegun={away !== undefined && away.from <= now} />
    </div>
  )
}

/** Said whether or not an absence is planned: one wants to know it before. */
function StandIns({ person }: { person: Person }) {
  const said = useWords().settings.away
  const names = useNames()
  const format = useFormat()
  const mine = useMatrix()?.delegates.filter(({ of }) => of === person.id) ?? []
  const who = format.list(mine.map(({ to }) => names.person(to)))
  return <p className="tl-dim">{mine.length > 0 ? said.standIn(who) : said.nobody}</p>
}

function AwayForm({ away, isBegun }: { away: Absence | undefined; isBegun: boolean }) {
  const words = useWords()
  const said = words.settings.away
  const format = useFormat()
  const [typed, setTyped] = useState({ from: '', until: '' })
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const read = absenceOf(typed, serverNow())
  // Typed in this machine's zone, shown in the person's.
  const shown = (typedAt: string) => {
    const at = Date.parse(typedAt)
    return Number.isNaN(at) ? undefined : format.moment(at)
  }
  const wrong = isTried && 'problem' in read ? read.problem : undefined

  const send = async (next: Absence | null) => {
    if (isSending) return
    setSending(true)
    const told = await setAway(next)
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
        <Banner action={{ label: isBegun ? said.back : said.cancel, onClick: () => void send(null) }}>
          {isBegun
            ? said.now(format.moment(away.until))
            : said.planned(format.moment(away.from), format.moment(away.until))}
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
          {away ? said.change : said.save}
        </Button>
      </div>
    </form>
  )
}
