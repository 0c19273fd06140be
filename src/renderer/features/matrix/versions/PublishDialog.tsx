import { useState } from 'react'
import type { Finding } from '../../../../shared/escalation/finding.ts'
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
import type { Saying } from '../../../words/row-sentence.ts'
import { useTooLong } from '../../../words/useTooLong.ts'
import { useEditing } from '../editing.ts'
import { FindingText } from '../FindingText.tsx'
import { DiffView } from './DiffView.tsx'

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
  const [why, setWhy] = useState<TellRefusal | 'fault' | null>(null)
  const at = when === 'now' ? null : say.format.readTyped(typed)
  const noReason = isTried && reason.trim() === ''
  const timeProblem = at === null ? undefined : timeProblemOf(at, texts)

  const send = async () => {
    setTried(true)
    if (reason.trim() === '' || long || timeProblem) return
    const told = await publishMatrix(doc, base, reason.trim(), at)
    if (!told.ok) return setWhy(told.why ?? 'fault')
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
      problem={why && <Why why={why} say={say} />}
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

/** What the server said; its findings are told like those of the checks here. */
function Why({ why, say }: { why: TellRefusal | 'fault'; say: Saying }) {
  const { publishing: texts, findings } = say.words.matrix
  if (why === 'fault') return say.words.case.fault.act
  if (why.type === 'MatrixFindings')
    return <FromServer title={findings.fromServer} found={why.findings ?? []} />
  const words: Partial<Record<string, string>> = texts.refused
  return `${texts.failed} ${words[why.type] ?? why.message}`
}

function FromServer({ title, found }: { title: string; found: readonly Finding[] }) {
  return (
    <>
      {title}
      <ul className="matrix-plain-list">
        {found
          .filter((finding) => finding.level === 'error')
          .map((finding) => (
            <li key={`${finding.code} ${finding.path}`}>
              <FindingText finding={finding} />
            </li>
          ))}
      </ul>
    </>
  )
}
