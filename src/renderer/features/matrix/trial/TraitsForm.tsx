import { Channel, Flag, Priority, Segment } from '../../../../shared/escalation/matrix.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Combobox } from '../../../ui/Combobox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useEditing } from '../editing.ts'
import { ChecksEditor } from '../editors/ChecksEditor.tsx'
import { PersonPicker, QueuePicker } from '../editors/pickers.tsx'
import type { Traits } from './test-case.ts'

/** What of a case the rows look at. Of a real case only who looks and how much is asked for can be changed. */
export function TraitsForm({
  traits,
  isReal,
  onChange
}: {
  traits: Traits
  isReal: boolean
  onChange: (traits: Traits) => void
}) {
  const { doc, say } = useEditing()
  const { case: kase, matrixTry: texts, matrixRows } = say.words
  const set = (some: Partial<Traits>) => onChange({ ...traits, ...some })
  return (
    <div className="matrix-traits">
      <Field label={texts.person}>
        <PersonPicker
          label={texts.person}
          person={traits.person ?? ''}
          onChange={(person) => set({ person })}
        />
      </Field>
      <Field label={texts.amount}>
        <MoneyField
          currency={doc.currency}
          locale={say.format.locale}
          minor={traits.amountMinor}
          onChange={(amountMinor) => set({ amountMinor })}
        />
      </Field>
      {!isReal && (
        <>
          <QueuePicker label={texts.queue} queue={traits.queue} onChange={(queue) => set({ queue })} />
          <Field label={kase.fields.category}>
            <Combobox
              value={traits.category}
              options={doc.categories.map(({ id }) => ({
                value: id as string,
                label: say.names.category(id)
              }))}
              emptyText={matrixRows.nothingFound}
              onChange={(category) => set({ category })}
            />
          </Field>
          <Field label={kase.fields.priority}>
            <Select
              value={traits.priority}
              options={Priority.options.map((value) => ({ value, label: kase.priority[value] }))}
              onChange={(priority) => set({ priority })}
            />
          </Field>
          <Field label={kase.fields.channel}>
            <Select
              value={traits.channel}
              options={Channel.options.map((value) => ({ value, label: kase.channel[value] }))}
              onChange={(channel) => set({ channel })}
            />
          </Field>
          <Field label={kase.fields.segment}>
            <Select
              value={traits.segment}
              options={Segment.options.map((value) => ({ value, label: kase.segment[value] }))}
              onChange={(segment) => set({ segment })}
            />
          </Field>
          <ChecksEditor
            label={texts.marks}
            choices={Flag.options.map((value) => ({ value, label: kase.flag[value] }))}
            chosen={traits.flags}
            hint=""
            onChange={(flags) => set({ flags })}
          />
          <Checkbox checked={traits.isOwn} onChange={(isOwn) => set({ isOwn })}>
            {texts.owner}
          </Checkbox>
        </>
      )}
    </div>
  )
}
