import type { Person } from '../../../shared/people/person.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { languageNames } from '../../words/language.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** One person of the demo: who, what for, where, in which language. Pressing it signs in. */
export function PersonCard({
  person,
  busy,
  queueName,
  onChoose
}: {
  person: Person
  busy: boolean
  queueName: (queue: Person['queues'][number]) => string
  onChoose: () => void
}) {
  const words = useWords()
  const role = words.case.role[person.role]
  return (
    <li>
      <button
        type="button"
        className="tl-person-card"
        aria-label={words.signIn.choose(person.name, role)}
        aria-busy={busy}
        data-person-card
        onClick={onChoose}
      >
        <Avatar name={person.name} size={40} />
        <span className="tl-person-card-body">
          <span className="tl-person-card-name tl-cut">{person.name}</span>
          <span className="tl-person-card-role">
            {role} · {languageNames[person.language]}
          </span>
          <span className="tl-person-card-queues">
            <Queues person={person} queueName={queueName} />
          </span>
        </span>
      </button>
    </li>
  )
}

function Queues({
  person,
  queueName
}: {
  person: Person
  queueName: (queue: Person['queues'][number]) => string
}) {
  const { signIn } = useWords()
  const format = useFormat()
  if (person.role === 'escalation_manager') return signIn.allQueues
  return person.queues.length > 0 ? format.list(person.queues.map(queueName)) : signIn.noQueues
}
