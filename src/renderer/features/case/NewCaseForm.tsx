import { MAX_TEXT } from '../../../shared/case/case.ts'
import { Channel, Priority, Segment } from '../../../shared/escalation/matrix.ts'
import { Language } from '../../../shared/people/person.ts'
import { type Queue, queueKey } from '../../../shared/people/queue.ts'
import { useMatrix } from '../../state/names.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { PriorityIcon } from '../../ui/PriorityIcon.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { NewCase, NewCaseField } from './new-case.ts'
import { useSay } from './useSay.ts'

/** Who it is, what it is about, and where it goes. */
export function NewCaseForm({
  typed,
  queues,
  missing,
  onType
}: {
  typed: NewCase
  queues: readonly Queue[]
  missing: readonly NewCaseField[]
  onType: (typed: Partial<NewCase>) => void
}) {
  const { words, names } = useSay()
  const texts = words.case
  const matrix = useMatrix()
  const errorOf = (field: NewCaseField) => (missing.includes(field) ? words.frame.required : undefined)
  return (
    <>
      <Field label={texts.newCase.customerName} required error={errorOf('customerName')}>
        <TextField
          value={typed.customerName}
          maxLength={200}
          autoComplete="off"
          onChange={(customerName) => onType({ customerName })}
        />
      </Field>
      <div className="case-pair">
        <Field label={texts.fields.phone} aside={words.frame.optional}>
          <TextField
            type="tel"
            value={typed.phone}
            maxLength={60}
            autoComplete="off"
            onChange={(phone) => onType({ phone })}
          />
        </Field>
        <Field label={texts.fields.email} aside={words.frame.optional}>
          <TextField
            type="email"
            value={typed.email}
            maxLength={120}
            autoComplete="off"
            onChange={(email) => onType({ email })}
          />
        </Field>
        <Field label={texts.fields.language}>
          <Select
            value={typed.language}
            options={Language.options.map((value) => ({ value, label: texts.language[value] }))}
            onChange={(language) => onType({ language })}
          />
        </Field>
        <Field label={texts.fields.segment}>
          <Select
            value={typed.segment}
            options={Segment.options.map((value) => ({ value, label: texts.segment[value] }))}
            onChange={(segment) => onType({ segment })}
          />
        </Field>
      </div>
      <Field label={texts.newCase.subject} required error={errorOf('subject')}>
        <TextField value={typed.subject} maxLength={300} onChange={(subject) => onType({ subject })} />
      </Field>
      <Field label={texts.newCase.body} required error={errorOf('body')} hint={texts.newCase.bodyHint}>
        <TextArea
          value={typed.body}
          minRows={4}
          maxRows={10}
          maxLength={MAX_TEXT}
          onChange={(body) => onType({ body })}
        />
      </Field>
      <div className="case-pair">
        <Field label={texts.fields.category} required error={errorOf('category')}>
          <Combobox
            value={typed.category}
            emptyText={texts.form.nothingFound}
            options={(matrix?.categories ?? []).map(({ id }) => ({ value: id, label: names.category(id) }))}
            onChange={(category) => onType({ category })}
          />
        </Field>
        <Field label={texts.fields.priority}>
          <Select
            value={typed.priority}
            options={Priority.options.map((value) => ({
              value,
              label: texts.priority[value],
              icon: <PriorityIcon priority={value} label="" />
            }))}
            onChange={(priority) => onType({ priority })}
          />
        </Field>
        <Field label={texts.fields.channel}>
          <Select
            value={typed.channel}
            options={Channel.options.map((value) => ({ value, label: texts.channel[value] }))}
            onChange={(channel) => onType({ channel })}
          />
        </Field>
        <Field label={texts.fields.queue} required error={errorOf('queue')}>
          <Select
            value={typed.queue && queueKey(typed.queue)}
            placeholder={texts.form.chooseQueue}
            options={queues.map((queue) => ({ value: queueKey(queue), label: names.queue(queue) }))}
            onChange={(key) => onType({ queue: queues.find((queue) => queueKey(queue) === key) ?? null })}
          />
        </Field>
      </div>
    </>
  )
}
