import type { Option } from '../../../shared/case/option.ts'
import { useNames, usePeople } from '../../state/names.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** Who shall decide instead: those who may, and have had no say in it. */
export function HandOnField({
  option,
  to,
  isMissing,
  onChange
}: {
  option: Extract<Option, { can: true }>
  to: string | null
  isMissing: boolean
  onChange: (to: string) => void
}) {
  const words = useWords()
  const names = useNames()
  const people = usePeople()
  const roleOf = (id: string) => people.find((one) => one.id === id)?.role
  const choices = option.fields.flatMap((field) => (field.kind === 'person' ? field.choices : []))
  return (
    <Field label={words.approvals.handOnTo} required error={isMissing ? words.frame.required : undefined}>
      <Combobox
        value={to}
        placeholder={words.case.form.choosePerson}
        emptyText={words.case.form.nothingFound}
        options={choices.map((id) => {
          const role = roleOf(id)
          return {
            value: String(id),
            label: names.person(id),
            icon: <Avatar name={names.person(id)} size={20} />,
            ...(role && { description: words.case.role[role] })
          }
        })}
        onChange={onChange}
      />
    </Field>
  )
}
