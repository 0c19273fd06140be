import { useState } from 'react'
import type { Person } from '../../../shared/people/person.ts'
import { useOthersAway } from '../../state/away.ts'
import { useConnection, useServerNow } from '../../state/connection.ts'
import { useMatrix, useNames, usePeople } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { AwayForm } from './AwayForm.tsx'

/** From when until when I am away, or somebody I answer for, and who decides in our place meanwhile. */
export function Away() {
  const me = usePerson()
  const people = usePeople()
  const now = useServerNow()
  const others = useOthersAway()
  const [whose, setWhose] = useState<string | null>(null)
  if (!me) return null
  const other = others.some((id) => id === whose) ? people.find(({ id }) => id === whose) : undefined
  const person = other ?? me
  const away = person.away && now < person.away.until ? person.away : undefined
  return (
    <div className="tl-settings">
      <Whose
        me={me}
        others={people.filter(({ id }) => others.includes(id))}
        value={person.id}
        onChange={setWhose}
      />
      <StandIns person={person} isMe={other === undefined} />
      <AwayForm
        key={`${person.id} ${away?.until}`}
        other={other ?? null}
        away={away}
        isBegun={away !== undefined && away.from <= now}
      />
    </div>
  )
}

/** Whose absence it is about: for those who may say it of others. */
function Whose({
  me,
  others,
  value,
  onChange
}: {
  me: Person
  others: readonly Person[]
  value: string
  onChange: (id: string) => void
}) {
  const words = useWords()
  const said = words.settings.away
  const isOnline = useConnection()?.state === 'online'
  if (others.length === 0)
    return me.role === 'agent' || isOnline ? null : <p className="tl-dim">{said.othersLater}</p>
  return (
    <Field label={said.whose}>
      <Combobox
        value={value}
        emptyText={words.case.form.nothingFound}
        options={[me, ...others].map((one) => ({
          value: String(one.id),
          label: one.id === me.id ? said.me(one.name) : one.name,
          icon: <Avatar name={one.name} size={20} />,
          description: words.case.role[one.role]
        }))}
        onChange={onChange}
      />
    </Field>
  )
}

/** Said whether or not an absence is planned: one wants to know it before. */
function StandIns({ person, isMe }: { person: Person; isMe: boolean }) {
  const said = useWords().settings.away
  const names = useNames()
  const format = useFormat()
  const theirs = useMatrix()?.delegates.filter(({ of }) => of === person.id) ?? []
  const who = format.list(theirs.map(({ to }) => names.person(to)))
  const { name } = person
  if (theirs.length === 0) return <p className="tl-dim">{isMe ? said.nobody : said.theirs.nobody(name)}</p>
  return <p className="tl-dim">{isMe ? said.standIn(who) : said.theirs.standIn(name, who)}</p>
}
