import { Settings } from 'lucide-react'
import type { Person } from '../../../shared/people/person.ts'
import type { Queue } from '../../../shared/people/queue.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { byTier } from './by-tier.ts'
import { moveAmong } from './move-among.ts'
import { PersonCard } from './PersonCard.tsx'

/** Everybody of the demo, by tier. Arrows move between them. */
export function DemoPeople({
  people,
  busyId,
  onChoose
}: {
  people: readonly Person[]
  /** Who is being signed in. */
  busyId: string | null
  onChoose: (person: Person) => void
}) {
  const { signIn, frame } = useWords()
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
                queueName={nameOf}
                onChoose={() => onChoose(person)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Nobody is signed in, so nothing of the matrix is known: `L2 Billing` out of the queue itself. */
function nameOf({ tier, team }: Queue): string {
  const words = team.replaceAll('-', ' ')
  return `${tier} ${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
