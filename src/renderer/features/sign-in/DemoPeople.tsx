import { Settings } from 'lucide-react'
import type { Language, Person } from '../../../shared/people/person.ts'
import { isSameQueue, type Queue } from '../../../shared/people/queue.ts'
import type { NamedQueue } from '../../../shared/protocol/bridge.ts'
import { useLanguage, useWords } from '../../words/WordsProvider.tsx'
import { byTier } from './by-tier.ts'
import { moveAmong } from './move-among.ts'
import { PersonCard } from './PersonCard.tsx'

/** Everybody of the demo, by tier. Arrows move between them. */
export function DemoPeople({
  people,
  queues,
  busyId,
  onChoose
}: {
  people: readonly Person[]
  queues: readonly NamedQueue[]
  /** Who is being signed in. */
  busyId: string | null
  onChoose: (person: Person) => void
}) {
  const { signIn, frame } = useWords()
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a short way between its buttons
    <div
      className="tl-demo"
      onKeyDown={(event) => {
        if (moveAmong(event.currentTarget, event.key)) event.preventDefault()
      }}
    >
      <div>
        <h1 className="tl-sign-in-title">{signIn.demoTitle}</h1>
        <p className="tl-dim">{signIn.demoText}</p>
      </div>
      {byTier(people).map((group) => (
        <section
          key={group.tier ?? ''}
          className="tl-demo-tier"
          aria-label={group.tier ?? frame.administration}
        >
          <h2 className="tl-demo-tier-name">
            {group.tier ?? <Settings size={16} aria-label={frame.administration} />}
          </h2>
          <ul className="tl-demo-cards">
            {group.people.map((person) => (
              <PersonCard
                key={person.id}
                person={person}
                busy={busyId === person.id}
                queueName={(queue) => nameOf(queue, queues, language)}
                onChoose={() => onChoose(person)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** `L2 Billing`, as the server calls it; out of the queue itself where it says nothing. */
function nameOf({ tier, team }: Queue, named: readonly NamedQueue[], language: Language): string {
  const known = named.find((one) => isSameQueue(one.queue, { tier, team }))
  return `${tier} ${known ? known.name[language] || known.name.en : team}`
}
