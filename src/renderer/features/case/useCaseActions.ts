import { useState } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import { commandFrom, type Filled } from '../../../shared/case/command-from.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { OpId } from '../../../shared/lib/ids.ts'
import { type ActOutcome, actOn } from '../../state/case.ts'
import { isAnswer, useDeciding } from '../../state/deciding.ts'
import { createPresses } from './presses.ts'
import { useSay } from './useSay.ts'

export type CanOption = Extract<Option, { can: true }>

export type CaseActions = {
  /** Does what the button stands for, or opens its form. A greyed one says why. */
  readonly press: (option: Option | undefined) => void
  readonly run: (option: Option, filled: Filled, name?: OpId) => Promise<ActOutcome>
  /** Does it with what was chosen beside the button itself; a refusal is the `problem`. */
  readonly give: (option: Option, filled: Filled) => Promise<void>
  /** The button whose form is open. */
  readonly open: CanOption | null
  readonly close: () => void
  /** Why the last press did nothing. */
  readonly problem: string | null
}

/** Nothing comes back from these as easily as it goes: they are asked once more. */
const CONFIRMED: readonly Option['name'][] = ['close', 'withdraw']

/** What the buttons of a case do. */
export function useCaseActions(kase: Case): CaseActions {
  const { refused, why } = useSay()
  const [pressed] = useState(() => createPresses<Case>())
  const [open, setOpen] = useState<CanOption | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async (option: Option, filled: Filled, name?: OpId) => {
    const done = await actOn(commandFrom(option, kase, filled), name)
    if (done.ok) setProblem(null) // whatever stood in the way of the last press is over
    return done
  }
  const give = async (option: Option, filled: Filled) => {
    const what = JSON.stringify([kase.id, option.id, filled])
    if (!pressed.begin(what, kase)) return
    const done = await run(option, filled)
    pressed.end(what, done.ok)
    if (!done.ok) setProblem(refused(done.why))
  }
  const press = (option: Option | undefined) => {
    setProblem(null)
    if (!option) return
    if (!option.can) setProblem(why(option.why))
    else if (isAnswer(option.name) && option.about.escalationId)
      useDeciding.getState().ask(option.about.escalationId, option.name)
    else if (option.fields.length > 0 || CONFIRMED.includes(option.name)) setOpen(option)
    else void give(option, {})
  }
  return { press, run, give, open, close: () => setOpen(null), problem }
}
