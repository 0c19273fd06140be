import { useState } from 'react'
import { commandFrom, type Filled } from '../../../shared/case/command-from.ts'
import type { Option } from '../../../shared/case/option.ts'
import { PersonId } from '../../../shared/lib/ids.ts'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { newOpId } from '../../state/bridge-call.ts'
import { actOn, isSentAlready } from '../../state/case.ts'
import { useConnection } from '../../state/connection.ts'
import type { Answer } from '../../state/deciding.ts'
import { useNames } from '../../state/names.ts'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { faultText } from '../../words/fault-text.ts'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { afterYes } from './after-yes.ts'
import { HandOnField } from './HandOnField.tsx'
import { RequestChange } from './RequestChange.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestPackage } from './RequestPackage.tsx'
import { useRequestText } from './useRequestText.ts'
import { whatChanged } from './what-changed.ts'

const SHORT_TEXT = 2000

/**
 * Says exactly what one is about to answer. What is decided is the request as it was read: when it changes meanwhile both
 * are shown side by side, and nothing is sent before the new one was taken up.
 */
export function DecideDialog({
  first,
  live,
  answer,
  words: written,
  onDecided,
  onClose
}: {
  first: ApprovalRow
  /** As it stands now; undefined once it no longer waits for this person. */
  live: ApprovalRow | undefined
  answer: Answer
  /** What to begin with: something they wrote before. */
  words: string
  onDecided: () => void
  onClose: () => void
}) {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const isOnline = useConnection()?.state === 'online'
  const [row, read] = useState(first)
  const { what, who } = useRequestText(row)
  const [text, setText] = useState(written)
  const [to, setTo] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const [isSent, setSent] = useState(false)
  const [name, setName] = useState(newOpId) // one for all tries: the next step of the chain is another answer
  const texts = words.approvals
  const option = row.options.find((one) => one.name === answer)
  const changed = isSent ? 'nothing' : whatChanged(row, live)
  const isMissing = answer === 'decline' ? text.trim() === '' : answer === 'handOn' && to === null

  const submit = async () => {
    setTried(true)
    if (isMissing || !option) return
    setSent(true)
    const done = await actOn(commandOf(row, option, { text, to }), name)
    if (done.ok) {
      onDecided()
      return onClose()
    }
    setSent(false)
    if (isSentAlready(done)) setName(newOpId())
    setProblem(
      'type' in done.why ? refusalText(done.why, { words, names, format }) : faultText(done.why, words)
    )
  }
  const looks = {
    approve: { title: texts.approveTitle(what), label: texts.note, hint: texts.noteHint },
    decline: { title: texts.declineTitle(what), label: texts.reason, hint: texts.reasonHint },
    handOn: { title: texts.handOnTitle(what), label: texts.note, hint: texts.handOnHint }
  }[answer]
  return (
    <FormDialog
      open
      onClose={onClose}
      size="large"
      title={looks.title}
      closeLabel={words.frame.close}
      cancelLabel={words.frame.cancel}
      submitLabel={texts[answer]}
      submitVariant={answer === 'decline' ? 'danger' : 'primary'}
      disabledReason={changed === 'nothing' ? undefined : changed === 'gone' ? texts.gone : texts.changed}
      problem={problem ?? (changed === 'gone' ? texts.gone : undefined)}
      hint={isOnline ? undefined : words.escalation.goesOutLater}
      workingLabel={words.frame.working}
      onSubmit={submit}
    >
      {changed === 'ask' && live ? (
        <RequestChange read={row} live={live} onRead={() => read(live)} />
      ) : (
        <div className="approval-exactly">
          <p>
            {texts.asksFor(who, row.case.customerName)}
            {answer === 'approve' && ` ${afterYes(row, isOnline, words)}`}
          </p>
          <p className="tl-dim tl-small">
            {row.case.ref} · {row.case.subject}
          </p>
          <RequestFacts row={row} />
          <RequestPackage left={row.ask.package} />
        </div>
      )}
      {answer === 'handOn' && option?.can && (
        <HandOnField option={option} to={to} isMissing={isTried && to === null} onChange={setTo} />
      )}
      <Field
        label={looks.label}
        aside={answer === 'decline' ? undefined : words.frame.optional}
        hint={looks.hint}
        required={answer === 'decline'}
        error={isTried && isMissing && answer === 'decline' ? words.frame.required : undefined}
      >
        <TextArea value={text} maxLength={SHORT_TEXT} minRows={2} onChange={setText} />
      </Field>
    </FormDialog>
  )
}

function commandOf(
  { case: { id, priority } }: ApprovalRow,
  option: Option,
  { text, to }: { text: string; to: string | null }
): unknown {
  const filled: Filled = {
    ...(option.name === 'decline' ? { reason: text } : { note: text }),
    ...(to !== null && { to: PersonId.parse(to) })
  }
  return commandFrom(option, { id, priority, category: '' }, filled) // a decision touches none of these
}
