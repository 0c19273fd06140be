import type { OptionField } from '../../../shared/case/option.ts'
import { Flag } from '../../../shared/escalation/matrix.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choiceKey, chosenIn, type Typed } from './typed.ts'
import type { CanOption } from './useCaseActions.ts'
import { type Say, useSay } from './useSay.ts'

const SHORT_TEXT = 2000

/** One field a button asks for. */
export function ActionField({
  field,
  option,
  typed,
  isMissing,
  onType
}: {
  field: OptionField
  option: CanOption
  typed: Typed
  isMissing: boolean
  onType: (typed: Typed) => void
}) {
  const say = useSay()
  const { words, names, format } = say
  if (field.kind === 'package') return null
  return (
    <Field
      label={labelOf(field, option, say)}
      required={field.required}
      error={isMissing ? words.frame.required : undefined}
      aside={field.required ? undefined : words.frame.optional}
      hint={hintOf(option, say)}
    >
      {field.kind === 'text' && (
        <TextArea
          value={typed[field.name] ?? ''}
          maxLength={SHORT_TEXT}
          onChange={(text) => onType({ [field.name]: text })}
        />
      )}
      {field.kind === 'person' && (
        <Combobox
          value={typed.to ?? null}
          placeholder={words.case.form.choosePerson}
          emptyText={words.case.form.nothingFound}
          options={field.choices.map((id) => ({
            value: String(id),
            label: names.person(id),
            icon: <Avatar name={names.person(id)} size={20} />
          }))}
          onChange={(to) => onType({ to })}
        />
      )}
      {field.kind === 'queue' && (
        <Combobox
          value={typed.to ?? null}
          placeholder={words.case.form.chooseQueue}
          emptyText={words.case.form.nothingFound}
          options={field.choices.map((queue) => ({ value: queueKey(queue), label: names.queue(queue) }))}
          onChange={(to) => onType({ to })}
        />
      )}
      {field.kind === 'choice' && (
        <RadioGroup
          value={chosenIn(field.name, typed) ?? null}
          options={field.choices.map((choice) => ({
            value: choice,
            label: choiceText(field.name, choice, option, say)
          }))}
          onChange={(choice) => onType({ [choiceKey(field.name)]: choice })}
        />
      )}
      {field.kind === 'money' && (
        <MoneyField
          minor={typed.amountMinor ?? null}
          currency={field.currency}
          locale={format.locale}
          onChange={(amountMinor) => onType({ amountMinor })}
        />
      )}
    </Field>
  )
}

function labelOf(field: OptionField, { name }: CanOption, say: Say): string {
  const { words } = say
  const { fields, form } = words.case
  switch (field.kind) {
    case 'text':
      if (name === 'return') return words.escalation.returnNote
      if (name === 'reopen') return form.reopenWhy
      if (name === 'approve') return words.approvals.note
      return field.name === 'reason' ? fields.reason : form.note
    case 'person':
      return fields.person
    case 'queue':
      return fields.queue
    case 'choice':
      return choiceLabel(field.name, say)
    case 'money':
      return fields.amount
    case 'package':
      return words.escalation.package[field.name]
  }
}

function hintOf({ name }: CanOption, { words }: Say): string | undefined {
  return name === 'decline' ? words.approvals.reasonHint : undefined
}

function choiceLabel(
  name: Extract<OptionField, { kind: 'choice' }>['name'],
  { words: { case: kase, escalation } }: Say
): string {
  switch (name) {
    case 'holdReason':
      return kase.form.holdWhy
    case 'returnReason':
      return escalation.returnWhy
    case 'returnTo':
      return escalation.returnGoal
    default:
      return kase.fields[name]
  }
}

function choiceText(name: string, choice: string, { about }: CanOption, { words, names }: Say): string {
  if (name === 'flag') return flagText(choice, words)
  if (name === 'returnTo' && about.to) {
    return choice === 'person' && about.by
      ? words.escalation.returnToPerson(names.person(about.by))
      : words.escalation.returnToTeam(names.queue(about.to))
  }
  const known: Readonly<Record<string, string>> = {
    ...words.case.priority,
    ...(name === 'holdReason' && words.case.holdReason),
    ...(name === 'resolution' && words.case.resolution),
    ...(name === 'returnReason' && words.escalation.returnReason)
  }
  return known[choice] ?? names.category(choice)
}

function flagText(choice: string, words: Say['words']): string {
  const flag = Flag.safeParse(choice)
  return flag.success ? words.case.flag[flag.data] : choice
}
