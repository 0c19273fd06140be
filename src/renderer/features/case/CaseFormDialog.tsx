import { type ComponentProps, type ReactNode, useState } from 'react'
import type { Filled } from '../../../shared/case/command-from.ts'
import type { OpId } from '../../../shared/lib/ids.ts'
import { newOpId } from '../../state/bridge-call.ts'
import { type ActOutcome, isSentAlready } from '../../state/case.ts'
import { useConnection } from '../../state/connection.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { CanOption } from './useCaseActions.ts'
import { useSay } from './useSay.ts'

type Looks = Pick<
  ComponentProps<typeof FormDialog>,
  'title' | 'description' | 'size' | 'submitLabel' | 'submitVariant' | 'submitIcon' | 'disabledReason'
>

/** What every form of a case is given: the button it stands for, and what to do with what was filled in. */
export type CaseFormGiven = {
  readonly option: CanOption
  readonly run: (option: CanOption, filled: Filled, name: OpId) => Promise<ActOutcome>
  readonly onClose: () => void
}

/** The frame of a case's forms: sent once nothing is missing, closed once it is done; a refusal keeps what was typed. */
export function CaseFormDialog({
  option,
  run,
  onClose,
  fill,
  children,
  ...looks
}: CaseFormGiven &
  Looks & {
    /** What was filled in, or null while something is missing. */
    fill: () => Filled | null
    /** `isTried`: it was to be sent, so what is missing may be marked. */
    children?: (isTried: boolean) => ReactNode
  }) {
  const { words, refused } = useSay()
  const isOnline = useConnection()?.state === 'online'
  const [problem, setProblem] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  // One name for all tries: money is not granted twice because the answer to the first press was lost.
  const [name, setName] = useState(newOpId)
  const submit = async () => {
    setTried(true)
    const filled = fill()
    if (!filled) return
    const done = await run(option, filled, name)
    if (done.ok) return onClose()
    if (isSentAlready(done)) setName(newOpId())
    setProblem(refused(done.why))
  }
  return (
    <FormDialog
      open
      onClose={onClose}
      closeLabel={words.frame.close}
      cancelLabel={words.frame.cancel}
      problem={problem}
      hint={isOnline ? undefined : words.escalation.goesOutLater}
      workingLabel={words.frame.working}
      onSubmit={submit}
      {...looks}
    >
      {children?.(isTried)}
    </FormDialog>
  )
}
