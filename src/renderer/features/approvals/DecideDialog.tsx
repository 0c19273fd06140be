import { useState } from 'react'
import { commandFrom } from '../../../shared/case/command-from.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { actOn } from '../../state/case.ts'
import { useConnection } from '../../state/connection.ts'
import { useNames } from '../../state/names.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { faultText } from '../../words/fault-text.ts'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { useRequestText } from './useRequestText.ts'

export type Answer = 'approve' | 'decline'
const SHORT_TEXT = 2000

/**
 * Says exactly what one is about to say yes or no to. What is decided is the request as it stood when this was opened:
 * should it change meanwhile, its hash is another and the answer does not count.
 */
export function DecideDialog({
  row,
  answer,
  onClose
}: {
  row: ApprovalRow
  answer: Answer
  onClose: () => void
}) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const isOnline = useConnection()?.state === 'online'
  const { what, who } = useRequestText(row)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const texts = words.approvals
  const isYes = answer === 'approve'
  const isLast = row.step + 1 >= row.steps
  const option = row.options.find((one) => one.name === answer)
  const isMissing = !isYes && text.trim() === ''

  const submit = async () => {
    setTried(true)
    if (isMissing || !option) return
    const done = await actOn(commandOf(row, option, text))
    if (done.ok) return onClose()
    setProblem(
      'type' in done.why ? refusalText(done.why, { words, names, format }) : faultText(done.why, words)
    )
  }
  const left = Object.values(row.ask.package).filter(Boolean).join('\n\n')
  return (
    <FormDialog
      open
      onClose={onClose}
      title={isYes ? texts.approveTitle(what) : texts.declineTitle(what)}
      closeLabel={words.frame.close}
      cancelLabel={words.frame.cancel}
      submitLabel={isYes ? texts.approve : texts.decline}
      submitVariant={isYes ? 'primary' : 'danger'}
      problem={problem}
      hint={isOnline ? undefined : words.escalation.goesOutLater}
      onSubmit={() => void submit()}
    >
      <div className="approval-exactly">
        <p>
          {texts.asksFor(who, row.case.customerName)}
          {isYes && ` ${isLast ? texts.lastStep : texts.nextStep}`}
        </p>
        <p className="tl-dim tl-small">
          {row.case.ref} · {row.case.subject}
        </p>
        {left && <p className="approval-ask approval-ask-whole">{left}</p>}
      </div>
      <Field
        label={isYes ? texts.note : texts.reason}
        aside={isYes ? words.frame.optional : undefined}
        hint={isYes ? texts.noteHint : texts.reasonHint}
        required={!isYes}
        error={isTried && isMissing ? words.frame.required : undefined}
      >
        <TextArea value={text} maxLength={SHORT_TEXT} minRows={2} onChange={setText} />
      </Field>
    </FormDialog>
  )
}

function commandOf({ case: { id, priority } }: ApprovalRow, option: Option, text: string): unknown {
  const filled = option.name === 'approve' ? { note: text } : { reason: text }
  return commandFrom(option, { id, priority, category: '' }, filled) // a decision touches none of these
}
