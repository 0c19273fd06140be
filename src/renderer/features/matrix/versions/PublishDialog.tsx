import { useState } from 'react'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { TellRefusal } from '../../../../shared/protocol/bridge.ts'
import { serverNow } from '../../../state/connection.ts'
import { publishedMatrix, useMatrixWork } from '../../../state/matrix-draft.ts'
import { publishMatrix } from '../../../state/matrix-server.ts'
import { useToasts } from '../../../state/toasts.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useTooLong } from '../../../words/useTooLong.ts'
import { useEditing } from '../editing.ts'
import { DiffView } from './DiffView.tsx'
import { Refused } from './Refused.tsx'

const MAX_REASON = 500

/** Why, and when: then it is in force everywhere, or planned. What changes stands below. */
export function PublishDialog({ inForce, onClose }: { inForce: Matrix; onClose: () => void }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrix.publishing
  const base = useMatrixWork((work) => work.base)
  const [reason, setReason] = useState('')
  const long = useTooLong()(reason, MAX_REASON)
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const [why, setWhy] = useState<TellRefusal | null | undefined>()
  const at = when === 'now' ? null : say.format.readTyped(typed)
  const noReason = isTried && reason.trim() === ''
  const timeProblem = at === null ? undefined : timeProblemOf(at, texts)

  const send = async () => {
    setTried(true)
    if (reason.trim() === '' || long || timeProblem) return
    const told = await publishMatrix(doc, base, reason.trim(), at)
    if (!told.ok) return setWhy(told.why)
    const version = Number(told.id)
    if (at === null) await publishedMatrix(doc, Number.isInteger(version) ? version : base + 1)
    const text = at === null ? texts.published(told.id ?? '') : texts.planned(say.format.moment(at))
    useToasts.getState().show({ id: 'matrix.published', text, tone: 'positive' })
    onClose()
  }
  return (
    <FormDialog
      open
      size="large"
      onClose={onClose}
      title={texts.title}
      description={texts.text}
      closeLabel={say.words.frame.close}
      cancelLabel={say.words.frame.cancel}
      submitLabel={when === 'now' ? texts.do : texts.plan}
      problem={why !== undefined && <Refused why={why} />}
      workingLabel={say.words.frame.working}
      onSubmit={send}
    >
      <Field
        label={texts.reason}
        hint={texts.reasonHint}
        required
        error={(noReason && say.words.frame.required) || long}
      >
        <TextArea value={reason} maxLength={MAX_REASON} minRows={2} onChange={setReason} />
      </Field>
      <Field label={texts.when}>
        <RadioGroup
          look="segments"
          value={when}
          options={[
            { value: 'now', label: texts.now },
            { value: 'later', label: texts.later }
          ]}
          onChange={setWhen}
        />
      </Field>
      {at !== null && (
        <Field
          label={texts.at}
          error={isTried && timeProblem}
          hint={timeProblem ? undefined : texts.willBe(say.format.moment(at))}
        >
          <TextField type="datetime-local" value={typed} onChange={setTyped} />
        </Field>
      )}
      <DiffView before={inForce} after={doc} />
    </FormDialog>
  )
}

function timeProblemOf(at: number, texts: { noTime: string; past: string }): string | undefined {
  if (Number.isNaN(at)) return texts.noTime
  return at <= serverNow() ? texts.past : undefined
}
