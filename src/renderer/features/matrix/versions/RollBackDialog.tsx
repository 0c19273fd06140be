import { useState } from 'react'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { TellRefusal } from '../../../../shared/protocol/bridge.ts'
import { rollBackMatrix, useMatrixVersion } from '../../../state/matrix-server.ts'
import { useToasts } from '../../../state/toasts.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useTooLong } from '../../../words/useTooLong.ts'
import { useEditing } from '../editing.ts'
import { DiffView } from './DiffView.tsx'
import { Refused } from './Refused.tsx'

const MAX_REASON = 500

/** An older version published again as a new one, with the reason. */
export function RollBackDialog({
  version,
  inForce,
  onClose
}: {
  version: number
  inForce: Matrix
  onClose: () => void
}) {
  const { say } = useEditing()
  const { versions: texts, publishing } = say.words.matrix
  const number = say.format.number(version)
  const { value: doc } = useMatrixVersion(version)
  // What was in force when this was opened: what comes meanwhile is looked at first.
  const [base] = useState(inForce.version)
  const [reason, setReason] = useState('')
  const long = useTooLong()(reason, MAX_REASON)
  const [isTried, setTried] = useState(false)
  const [why, setWhy] = useState<TellRefusal | null | undefined>()
  const send = async () => {
    setTried(true)
    if (reason.trim() === '' || long) return
    const told = await rollBackMatrix(version, base, reason.trim())
    if (!told.ok) return setWhy(told.why)
    useToasts.getState().show({ id: 'matrix.published', text: texts.rolledBack(number), tone: 'positive' })
    onClose()
  }
  return (
    <FormDialog
      open
      size="large"
      onClose={onClose}
      title={texts.rollBack(number)}
      description={texts.rollBackText}
      closeLabel={say.words.frame.close}
      cancelLabel={say.words.frame.cancel}
      submitLabel={texts.rollBackShort}
      problem={why !== undefined && <Refused why={why} />}
      workingLabel={say.words.frame.working}
      onSubmit={send}
    >
      <Field
        label={publishing.reason}
        hint={publishing.reasonHint}
        required
        error={(isTried && reason.trim() === '' && say.words.frame.required) || long}
      >
        <TextArea value={reason} maxLength={MAX_REASON} minRows={2} onChange={setReason} />
      </Field>
      {doc && <DiffView before={inForce} after={doc} />}
    </FormDialog>
  )
}
