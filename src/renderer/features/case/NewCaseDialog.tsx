import { useState } from 'react'
import type { CaseId } from '../../../shared/lib/ids.ts'
import { actOn, isSentAlready, newCaseId } from '../../state/case.ts'
import { useMatrix } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NewCaseForm } from './NewCaseForm.tsx'
import { emptyCase, missingInCase, type NewCase, openCommand, workplaces } from './new-case.ts'
import { useSay } from './useSay.ts'

/** Opens a case for a call or a visit. */
export function NewCaseDialog({
  open,
  onClose,
  onOpened
}: {
  open: boolean
  onClose: () => void
  onOpened: (caseId: CaseId) => void
}) {
  // The form begins empty every time it is opened.
  return open ? <OpenDialog onClose={onClose} onOpened={onOpened} /> : null
}

function OpenDialog({ onClose, onOpened }: { onClose: () => void; onOpened: (caseId: CaseId) => void }) {
  const { words, refused } = useSay()
  const texts = words.case.newCase
  const person = usePerson()
  const matrix = useMatrix()
  const queues = person && matrix ? workplaces(person, matrix) : []
  // One name for all tries: pressing twice opens one case.
  const [caseId, setCaseId] = useState(newCaseId)
  const [typed, setTyped] = useState<NewCase>(() => emptyCase(person, matrix))
  const [problem, setProblem] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const missing = missingInCase(typed)

  const submit = async () => {
    setTried(true)
    if (missing.length > 0) return
    const done = await actOn(openCommand(caseId, typed))
    if (isSentAlready(done)) setCaseId(newCaseId())
    if (!done.ok) return setProblem(refused(done.why))
    onClose()
    onOpened(caseId)
  }
  return (
    <FormDialog
      open
      onClose={onClose}
      size="large"
      title={texts.title}
      description={texts.text}
      closeLabel={words.frame.close}
      cancelLabel={words.frame.cancel}
      submitLabel={texts.open}
      disabledReason={queues.length === 0 ? texts.noQueue : undefined}
      problem={problem}
      workingLabel={words.frame.working}
      onSubmit={submit}
    >
      <NewCaseForm
        typed={typed}
        queues={queues}
        missing={isTried ? missing : []}
        onType={(more) => setTyped((before) => ({ ...before, ...more }))}
      />
    </FormDialog>
  )
}
