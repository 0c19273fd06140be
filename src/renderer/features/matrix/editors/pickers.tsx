import type { Approver } from '../../../../shared/escalation/matrix.ts'
import { PersonId } from '../../../../shared/lib/ids.ts'
import { type Queue, queueKey } from '../../../../shared/people/queue.ts'
import { Combobox } from '../../../ui/Combobox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { approverText, placeText } from '../../../words/row-sentence.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useEditing } from '../editing.ts'

/** Every queue of the document. */
export function useQueues(): readonly Queue[] {
  return useEditing().doc.tiers.flatMap((tier) =>
    tier.teams.map((team) => ({ tier: tier.id, team: team.id }))
  )
}

export function QueuePicker({
  label,
  queue,
  onChange
}: {
  label: string
  queue: Queue
  onChange: (queue: Queue) => void
}) {
  const { say } = useEditing()
  const texts = useWords().matrixRows
  const queues = useQueues()
  const isKnown = queues.some((one) => queueKey(one) === queueKey(queue))
  const options = (isKnown ? queues : [queue, ...queues]).map((one) => ({
    value: queueKey(one),
    label: placeText(one, say)
  }))
  return (
    <Field label={label}>
      <Combobox
        value={queueKey(queue)}
        options={options}
        emptyText={texts.nothingFound}
        onChange={(key) => {
          const chosen = queues.find((one) => queueKey(one) === key)
          if (chosen) onChange(chosen)
        }}
      />
    </Field>
  )
}

const ROLES = ['supervisor', 'escalation_manager'] as const

/** A role or a person who decides. */
export function ApproverPicker({
  label,
  approver,
  onChange
}: {
  label: string
  approver: Approver
  onChange: (approver: Approver) => void
}) {
  const { say, people } = useEditing()
  const texts = useWords().matrixRows
  const value = approverKey(approver)
  const known = [
    ...ROLES.map((role) => ({ value: `role:${role}`, label: say.words.case.role[role] })),
    ...people
      .filter((person) => person.role !== 'administrator')
      .map((person) => ({
        value: `person:${person.id}`,
        label: person.name,
        description: say.words.case.role[person.role]
      }))
  ]
  const isKnown = known.some((option) => option.value === value)
  const options = isKnown ? known : [{ value, label: approverText(approver, say) }, ...known]
  return (
    <Field label={label}>
      <Combobox
        value={value}
        options={options}
        emptyText={texts.nothingFound}
        onChange={(key) => onChange(approverOf(key))}
      />
    </Field>
  )
}

function approverKey(approver: Approver): string {
  return 'person' in approver ? `person:${approver.person}` : `role:${approver.role}`
}

function approverOf(key: string): Approver {
  const role = ROLES.find((one) => key === `role:${one}`)
  return role ? { role } : { person: PersonId.parse(key.slice('person:'.length)) }
}

/** A person of the place. */
export function PersonPicker({
  label,
  person,
  onChange
}: {
  label: string
  person: string
  onChange: (person: PersonId) => void
}) {
  const { people, say } = useEditing()
  const texts = useWords().matrixRows
  const known = people.map(({ id, name, role }) => ({
    value: id as string,
    label: name,
    description: say.words.case.role[role]
  }))
  const options = known.some((one) => one.value === person)
    ? known
    : [{ value: person, label: person }, ...known]
  return (
    <Combobox
      aria-label={label}
      value={person}
      options={options}
      emptyText={texts.nothingFound}
      onChange={(id) => onChange(PersonId.parse(id))}
    />
  )
}
